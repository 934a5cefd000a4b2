package words_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// done are the folders whose sentences stand in this package: what is said there
// is said by code.
var done = []string{
	"flows", "flows/library", "flows/run", "flows/check", "flows/portal", "flows/register", "flows/register/compare", "flows/register/sample", "flows/document", "flows/document/comparison",
	"storage", "storage/disk", "storage/key", "storage/vault", "ui/command", "ui/face", "ui/file", "ui/tool", "ui/walk",
}

// sinks take what a person reads: by the name of the function or method, the
// places of the texts among its arguments; -1 is the last one, from is the first
// of all that follow. What stands there as a text is a code, or no words at all.
var sinks = map[string]sink{
	// messages
	"Said": {at: []int{0}}, "Msg": {at: []int{0}}, "Refuse": {at: []int{2}},
	"usage": {at: []int{0}}, "notFound": {at: []int{0}}, "wrong": {at: []int{1}}, "misread": {at: []int{2}},
	// lines and prompts
	"talk": {at: []int{0}}, "say": {at: []int{0}}, "text": {at: []int{0}}, "line": {from: 1}, "under": {from: 1}, "row": {from: 1},
	"ask": {at: []int{1}}, "hidden": {at: []int{1}}, "confirm": {at: []int{1}}, "sure": {at: []int{1}}, "secretFrom": {at: []int{2}},
	"Fprint": {from: 2}, "Fprintf": {from: 2}, "Fprintln": {from: 2},
	// the help of cobra
	"newVerb":   {at: []int{1}},
	"StringVar": {at: []int{-1}}, "StringVarP": {at: []int{-1}}, "BoolVar": {at: []int{-1}}, "IntVar": {at: []int{-1}},
	"StringArrayVar": {at: []int{-1}}, "StringSliceVar": {at: []int{-1}},
}

type sink struct {
	at   []int
	from int // counted from 1; 0: none
}

// fields are sinks, too: those of literals, and what is assigned to.
var fields = []string{"Short", "Long", "Detail", "Advice", "Message"}

// written are the words that stand in a text for a person in every language: the
// name of the program, and what is put together of it.
var written = []string{"lotse"}

// TestSinksTakeCodes: no folder that is done hands a sentence to what a person
// reads.
func TestSinksTakeCodes(t *testing.T) {
	n, codes := 0, english()
	for _, s := range sources(t) {
		if !slices.Contains(done, s.folder()) {
			continue
		}
		check := func(e ast.Expr) {
			n++
			for _, lit := range texts(e) {
				s, _ := text(lit)
				if codes[s] == "" && !inFamily(s) && wordy(s) {
					t.Errorf("%s: %q is said, and is no code", at(lit), s)
				}
			}
		}
		ast.Inspect(s.file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.CallExpr:
				for _, arg := range sunk(s.folder(), node) {
					check(arg)
				}
			case *ast.KeyValueExpr:
				if key, ok := node.Key.(*ast.Ident); ok && slices.Contains(fields, key.Name) {
					check(node.Value)
				}
			case *ast.AssignStmt:
				for i, left := range node.Lhs {
					if sel, ok := left.(*ast.SelectorExpr); ok && slices.Contains(fields, sel.Sel.Name) && len(node.Lhs) == len(node.Rhs) {
						check(node.Rhs[i])
					}
				}
			}
			return true
		})
	}
	if n < 300 {
		t.Errorf("only %d sinks were looked at: are they called as they were?", n)
	}
}

// messages are the sinks that are one wherever they are called; the others are
// those of a face.
var messages = []string{"Said", "Msg", "Refuse"}

// sunk are the arguments of a call that a person reads.
func sunk(folder string, call *ast.CallExpr) []ast.Expr {
	s, ok := sinks[callee(call)]
	if !ok || !strings.HasPrefix(folder, "ui/") && !slices.Contains(messages, callee(call)) {
		return nil
	}
	var all []ast.Expr
	for _, place := range s.at {
		if place < 0 {
			place += len(call.Args)
		}
		if place >= 0 && place < len(call.Args) {
			all = append(all, call.Args[place])
		}
	}
	if s.from > 0 && s.from <= len(call.Args) {
		all = append(all, call.Args[s.from-1:]...)
	}
	return all
}

// texts are the string literals that an expression is put together of: what
// functions of fmt and strings get counts, what others get does not.
func texts(e ast.Expr) []*ast.BasicLit {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			return []*ast.BasicLit{e}
		}
	case *ast.ParenExpr:
		return texts(e.X)
	case *ast.BinaryExpr:
		return append(texts(e.X), texts(e.Y)...)
	case *ast.CallExpr:
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok {
			if pkg, ok := sel.X.(*ast.Ident); ok && (pkg.Name == "fmt" || pkg.Name == "strings") {
				var all []*ast.BasicLit
				for _, arg := range e.Args {
					all = append(all, texts(arg)...)
				}
				return all
			}
		}
	}
	return nil
}

var (
	noWords = regexp.MustCompile(`%[-+# 0-9.\[\]]*[a-zA-Z%]|\x1b\[[0-9;?]*[a-zA-Z]`)
	word    = regexp.MustCompile(`\pL{2,}`)
)

// wordy reports whether a text says something: it has a word that is none of
// what is written in every language.
func wordy(s string) bool {
	return slices.ContainsFunc(word.FindAllString(noWords.ReplaceAllString(s, ""), -1), func(w string) bool {
		return !slices.Contains(written, strings.ToLower(w))
	})
}
