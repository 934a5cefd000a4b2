package words_test

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// phrase is what only a sentence or a heading has: two words with a blank between
// them, or a word that begins with a capital letter.
var phrase = regexp.MustCompile(`\pL+[,;:.!?]? +\pL|^\W*\p{Lu}\p{Ll}`)

// TestFacesHoldNoPhrases: no text of a face says something in English, wherever it
// stands and however it comes to a person. Errors that only programs read may, and
// what is no text for anybody.
func TestFacesHoldNoPhrases(t *testing.T) {
	n, codes := 0, english()
	for _, s := range sources(t) {
		if !facing(s.folder()) {
			continue
		}
		passed := s.unread()
		ast.Inspect(s.file, func(node ast.Node) bool {
			lit, ok := text(node)
			if !ok || passed[node] {
				return true
			}
			n++
			if phrase.MatchString(lit) && wordy(lit) && codes[lit] == "" {
				t.Errorf("%s: %q stands in a face: its place is here, in flows/words", at(node), lit)
			}
			return true
		})
	}
	if n < 1000 {
		t.Errorf("only %d texts were looked at: do the faces stand where they stood?", n)
	}
}

// facing reports whether a folder is a face, or a part of one.
func facing(folder string) bool {
	if strings.HasPrefix(folder, "ui/desk/") {
		return !strings.HasSuffix(folder, "/roomtest") // of tests
	}
	return slices.Contains([]string{"ui/desk", "ui/face", "ui/field", "ui/glyph", "ui/line", "ui/outside", "ui/theme", "ui/tty", "ui/walk"}, folder)
}

// failing is what an error says of its cause.
var failing = regexp.MustCompile(`^[a-z' ]+( %[sqd])?: %w$`)

// unread are the texts of a file that no person reads: of errors that say what
// failed before their cause, that are only compared or are for programs, and the
// name of a kind of node or of a call of the system.
func (s source) unread() map[ast.Node]bool {
	all := map[ast.Node]bool{}
	pass := func(n ast.Node) bool {
		all[n] = true
		return true
	}
	s.calls(func(call *ast.CallExpr) {
		for _, arg := range call.Args {
			lit, _ := text(arg)
			if name := callee(call); name == "New" || name == "NewNodeKind" || name == "NewProc" || name == "Errorf" && failing.MatchString(lit) {
				pass(arg)
			}
		}
	})
	for _, decl := range s.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Error" {
			ast.Inspect(f, pass)
		}
	}
	return all
}
