package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// usage is what messages a package makes.
type usage map[string][][]string // code -> the names of each call that is written out

// languageUses reads what messages the sources of lotse/flows make.
func languageUses(t *testing.T) usage {
	t.Helper()
	names, err := filepath.Glob("../*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	uses := usage{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				uses.call(n)
			case *ast.BasicLit:
				if code, ok := text(n); ok && uses[code] == nil {
					uses[code] = [][]string{}
				}
			}
			return true
		})
	}
	return uses
}

// call notes the names of a call that has a code and then names and values.
func (u usage) call(n *ast.CallExpr) {
	for i, arg := range n.Args {
		code, ok := text(arg)
		if !ok || !Has(code) || n.Ellipsis.IsValid() {
			continue
		}
		names := []string{}
		for j := i + 1; j < len(n.Args); j += 2 {
			name, _ := text(n.Args[j])
			names = append(names, name)
		}
		slices.Sort(names)
		u[code] = append(u[code], names)
		return
	}
}

func text(n ast.Expr) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// Every sentence about a procedure's files is used, every one that is used is
// there, and each names what the message does.
func TestSentencesOfTheLanguage(t *testing.T) {
	uses := languageUses(t)
	sentences := table{}
	for _, part := range []table{lintEnglish(), lintItemEnglish(), ruleEnglish()} {
		for code, sentence := range part {
			if sentences[code] != "" {
				t.Errorf("%s is there twice", code)
			}
			sentences[code] = sentence
		}
	}
	for code, sentence := range sentences {
		calls, used := uses[code]
		if !used {
			t.Errorf("%s is used nowhere", code)
		}
		want := Placeholders(sentence)
		slices.Sort(want)
		for _, names := range calls {
			if !slices.Equal(names, want) {
				t.Errorf("%s names %v, its sentence %v", code, names, want)
			}
		}
	}
	for code := range uses {
		area, _, dotted := strings.Cut(code, ".")
		if dotted && slices.Contains([]string{"lint", "thing", "operand", "rule", "refuse", "near"}, area) && !Has(code) {
			t.Errorf("%s has no sentence", code)
		}
	}
}

// A sentence about a fault is whole.
func TestFaultsAreSentences(t *testing.T) {
	for _, part := range []table{lintEnglish(), lintItemEnglish()} {
		for code, sentence := range part {
			if !strings.HasPrefix(code, "lint.") {
				continue
			}
			first := []rune(sentence)[0]
			named := first == '{' || first == '"' // a name stands as it is
			if !named && (first < 'A' || first > 'Z') {
				t.Errorf("%s begins small: %q", code, sentence)
			}
			ends := strings.HasSuffix(sentence, ".")
			for _, last := range []string{"{hint}", "{problem}", "{wrong}"} { // they bring their own end
				ends = ends || strings.HasSuffix(sentence, last)
			}
			if !ends {
				t.Errorf("%s does not end: %q", code, sentence)
			}
		}
	}
}
