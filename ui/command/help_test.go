package command

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/flows/words"
)

// shapes are all that is printed with --json.
var shapes = []any{
	teamInitShape{},
	teamAddShape{},
	teamCustomerShape{},
	teamRemoveShape{},
	teamListShape{},
	errorShape{},
	showShape{},
	listShape{},
	findShape{},
	asideShape{},
	logShape{},
	proceduresShape{},
	describeShape{},
	lintShape{},
	newProcedureShape{},
	packBuildShape{},
	packAddShape{},
	packsShape{},
	packUpdateShape{},
	packRemoveShape{},
	moveShape{},
	moveAllShape{},
	proveShape{},
	verifyShape{},
	secretsShape{},
	initShape{},
	recoveredShape{},
	checkedShape{},
	revealedShape{},
	recipientShape{},
	handedOverShape{},
	copiedShape{},
	forgottenShape{},
	deletedShape{},
	backupShape{},
	restoreShape{},
	configShape{},
	doctorShape{},
	versionShape{},
	licencesShape{},
	importedShape{},
	compareShape{},
	checksShape{},
	checkShape{},
	changeShape{},
	handoverShape{},
	receiveShape{},
	transferShape{},
	forksShape{},
	demoShape{},
	draftShape{},
	calendarShape{},
	reportShape{},
	openedShape{},
	stepPageShape{},
	paperShape{},
	rehearseShape{},
	plainItem{},
	secretItem{},
	actionItem{},
	spelledShape{},
	sharedShape{},
}

// TestEveryShapeIsKnown: what has lines is printed, and stands in the list of
// shapes or within one that does.
func TestEveryShapeIsKnown(t *testing.T) {
	known := map[string]bool{}
	for _, s := range shapes {
		knows(reflect.TypeOf(s), known)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range printed.FindAllStringSubmatch(string(source), -1) {
			found++
			if !known[m[1]] {
				t.Errorf("%s prints a %s, which stands in no list of shapes", file, m[1])
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d shapes were found", found)
	}
}

var printed = regexp.MustCompile(`func \(\w+ \*?(\w+)\) lines\(`)

// knows notes the names of a type and of all that is in it.
func knows(t reflect.Type, known map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		knows(t.Elem(), known)
	case reflect.Struct:
		if known[t.Name()] {
			return
		}
		known[t.Name()] = true
		for i := range t.NumField() {
			knows(t.Field(i).Type, known)
		}
	}
}

// TestHelpNamesEveryKey: lotse help json documents every key of every shape.
func TestHelpNamesEveryKey(t *testing.T) {
	help := english(t)
	for _, s := range shapes {
		for _, key := range keysOf(reflect.TypeOf(s), map[reflect.Type]bool{}) {
			if !strings.Contains(help, `"`+key+`"`) {
				t.Errorf("%T: lotse help json does not mention %q", s, key)
			}
		}
	}
}

// TestHelpNamesEveryCode: and every code of an error.
func TestHelpNamesEveryCode(t *testing.T) {
	codes := []string{"usage", "not_found", "ambiguous", "not_confirmed", "interrupted", "failed", "unreadable"}
	for kind := range exits {
		codes = append(codes, string(kind))
	}
	help := english(t)
	for _, code := range codes {
		if !strings.Contains(help, code) {
			t.Errorf("lotse help json does not mention the code %q", code)
		}
	}
}

// TestHelpInEveryLanguage: lotse help json is written in each language, its
// shapes and the keys that its sentences name are those of the English one, and
// no line is wider than a terminal.
func TestHelpInEveryLanguage(t *testing.T) {
	want := quotations(english(t))
	for _, lang := range words.Languages() {
		text, err := jsonHelp(lang)
		if err != nil {
			t.Fatal(err)
		}
		if lang != words.Languages()[0] && text == english(t) {
			t.Errorf("lotse help json is not written in %s", lang)
		}
		got := quotations(text)
		for _, q := range slices.Sorted(maps.Keys(quotations(text + english(t)))) {
			if got[q] != want[q] {
				t.Errorf("lotse help json has %s %d times in %s, %d times in English", q, got[q], lang, want[q])
			}
		}
		for _, line := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(line) > 80 {
				t.Errorf("%s: wider than a terminal: %s", lang, line)
			}
		}
	}
}

// quotations counts what a text holds between straight quotes.
func quotations(text string) map[string]int {
	all := map[string]int{}
	for _, q := range regexp.MustCompile(`"[^"\s]*"`).FindAllString(text, -1) {
		all[q]++
	}
	return all
}

func english(t *testing.T) string {
	t.Helper()
	text, err := jsonHelp(words.Languages()[0])
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// keysOf lists the JSON keys of a type and of all that is in it.
func keysOf(t reflect.Type, seen map[reflect.Type]bool) []string {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return keysOf(t.Elem(), seen)
	case reflect.Struct:
	default:
		return nil
	}
	if seen[t] {
		return nil
	}
	seen[t] = true
	var keys []string
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() && !f.Anonymous {
			continue
		}
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			keys = append(keys, name)
		}
		keys = append(keys, keysOf(f.Type, seen)...)
	}
	return keys
}
