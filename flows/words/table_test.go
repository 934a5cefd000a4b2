package words_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// TestACodeStandsInOneArea: no area says what another one says.
func TestACodeStandsInOneArea(t *testing.T) {
	in := map[string]string{}
	for _, a := range words.Areas() {
		for code := range a.Sentences[words.English] {
			if other, twice := in[code]; twice {
				t.Errorf("%s stands in %s and in %s", code, other, a.Name)
			}
			in[code] = a.Name
		}
	}
}

// TestLanguagesNameTheSame: a sentence names the same things in every language,
// and none stands in another language alone; but a language may have a more
// particular one than English (in.NAME beside in).
func TestLanguagesNameTheSame(t *testing.T) {
	for _, a := range words.Areas() {
		english := a.Sentences[words.English]
		for code, sentence := range english {
			if sentence == "" {
				t.Errorf("%s says nothing", code)
			}
		}
		for lang, table := range a.Sentences {
			for code, sentence := range table {
				want, ok := english[code]
				switch {
				case !ok && english[general(code)] == "":
					t.Errorf("%s stands in %s, and not in English", code, lang)
				case ok && !slices.Equal(named(sentence), named(want)):
					t.Errorf("%s names %v in %s, and %v in English", code, named(sentence), lang, named(want))
				}
			}
		}
	}
}

// typed finds a flag or a command of lotse in a sentence.
var typed = regexp.MustCompile(`(^|\s)--[a-z]|\blotse [a-z]`)

// TestOnlyFacesNameFlags: what the engine and the store say holds in every face;
// the face adds its way out.
func TestOnlyFacesNameFlags(t *testing.T) {
	for _, a := range words.Areas() {
		if strings.HasPrefix(a.Name, "cmd_") || strings.HasPrefix(a.Name, "compare") {
			continue // the command line, and its reports
		}
		for lang, table := range a.Sentences {
			for code, sentence := range table {
				if found := typed.FindString(sentence); found != "" {
					t.Errorf("%s names %q in %s", code, found, lang)
				}
			}
		}
	}
}

// general is a code without its last part.
func general(code string) string { return code[:max(strings.LastIndex(code, "."), 0)] }

// named are the names that a sentence has arguments for, sorted; a word with
// forms counts as the name of its number.
func named(sentence string) []string {
	return slices.Sorted(slices.Values(words.Placeholders(sentence)))
}

// TestEveryLanguageSaysAll: a language has every sentence.
func TestEveryLanguageSaysAll(t *testing.T) {
	for _, a := range words.Areas() {
		for _, lang := range words.Languages()[1:] {
			for code := range a.Sentences[words.English] {
				if a.Sentences[lang][code] == "" {
					t.Errorf("%s has no sentence for %s", lang, code)
				}
			}
		}
	}
}

// lines are the lines of a file of testdata that say something.
func lines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	return all
}

// english are the English sentences of all areas, by code.
func english() map[string]string {
	all := map[string]string{}
	for _, a := range words.Areas() {
		maps.Copy(all, a.Sentences[words.English])
	}
	return all
}
