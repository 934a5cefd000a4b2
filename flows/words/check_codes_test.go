package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestSentencesOfChecks holds the sentences of the checks against the code that
// names them: each one named has a sentence, each sentence is named, and what it
// names is the same in every language.
func TestSentencesOfChecks(t *testing.T) {
	english, named := checkEnglish(), namedIn(t, "../check", regexp.MustCompile(`^check\.[A-Za-z0-9_-]+$`))
	for code := range named {
		if english[code] == "" {
			t.Errorf("no sentence for %s", code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(english)) {
		if !named[code] {
			t.Errorf("nothing says %s", code)
		}
	}
	for lang, table := range map[string]table{German: checkGerman(), Finnish: checkFinnish()} {
		for code, sentence := range table {
			want, is := Placeholders(english[code]), Placeholders(sentence)
			slices.Sort(want)
			slices.Sort(is)
			if english[code] == "" || !slices.Equal(is, want) {
				t.Errorf("%s %s: %q, in English %q", lang, code, sentence, english[code])
			}
		}
	}
	if n := len(checkOwnEnglish()) + len(checkNetEnglish()) + len(checkFaultEnglish()) + len(checkReachEnglish()) + len(checkHTTPEnglish()); n != len(english) {
		t.Errorf("%d sentences have %d codes", n, len(english))
	}
}

// namedIn are the texts in the code of a package that look like codes.
func namedIn(t *testing.T, folder string, like *regexp.Regexp) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	named := map[string]bool{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, _ := strconv.Unquote(lit.Value); like.MatchString(text) {
					named[text] = true
				}
			}
			return true
		})
	}
	return named
}
