package words

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestNoTextIsMissing(t *testing.T) {
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		for i := range v.NumField() {
			name := path + v.Type().Field(i).Name
			switch f := v.Field(i); f.Kind() {
			case reflect.Struct:
				walk(f, name+".")
			default:
				if f.String() == "" {
					t.Errorf("%s has no English text", name)
				}
				if strings.ContainsAny(f.String(), "\n\t") {
					t.Errorf("%s is more than a line: %q", name, f)
				}
			}
		}
	}
	walk(reflect.ValueOf(english()), "")
}

func TestAnotherLanguageIsLaidOver(t *testing.T) {
	were := languages
	languages = append(slices.Clip(languages), &tongue{code: "xx", face: func() Strings { return Strings{States: States{Done: "fertig"}} }})
	defer func() { languages = were }()
	s := For("xx")
	if s.States.Done != "fertig" || s.States.Open != english().States.Open {
		t.Errorf("done %q, open %q", s.States.Done, s.States.Open)
	}
	if For("nobody-speaks-it").States.Done != english().States.Done {
		t.Error("a language that is not there is not English")
	}
}
