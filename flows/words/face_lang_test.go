package words

import (
	"cmp"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// verb is a verb of fmt, with its number where it has one.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z])`)

// verbs are the verbs of a format with the number of what each shows, sorted and
// each once.
func verbs(format string) []string {
	var all []string
	for i, v := range verb.FindAllStringSubmatch(format, -1) {
		all = append(all, cmp.Or(v[1], strconv.Itoa(i+1))+v[2])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestInterfacesNameTheSame: a language of the interface has every text, and each
// shows what the English one does.
func TestInterfacesNameTheSame(t *testing.T) {
	for _, l := range languages[1:] {
		lang, own := l.code, l.face
		var walk func(want, is reflect.Value, path string)
		walk = func(want, is reflect.Value, path string) {
			for i := range want.NumField() {
				w, s := want.Field(i), is.Field(i)
				name := path + want.Type().Field(i).Name
				switch {
				case name == "Lang": // For says it
				case w.Kind() == reflect.Struct:
					walk(w, s, name+".")
				case s.String() == "":
					t.Errorf("%s: %s has no text", lang, name)
				case !slices.Equal(verbs(w.String()), verbs(s.String())):
					t.Errorf("%s: %s is %q, in English %q", lang, name, s, w)
				}
			}
		}
		s := own()
		s.Lang = lang // For says it
		walk(reflect.ValueOf(english()), reflect.ValueOf(s), "")
	}
}
