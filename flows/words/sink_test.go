package words_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// done are the folders whose sentences stand in flows/words: what is said there is
// said by code. Those of the faces are done, too (facing).
var done = []string{
	"flows", "flows/library", "flows/check", "flows/document", "flows/document/comparison", "flows/portal", "flows/register", "flows/register/compare", "flows/register/sample", "flows/run",
	"storage/sqlite", "storage/disk", "storage/key", "storage/vault", "ui/command", "ui/file", "ui/tool",
}

// sinks take what a person reads: by their folder ("" for all) and the name of
// the function or method, the places of the texts among its arguments. What
// stands there as a text is a code, or has no words at all.
var sinks = map[string]map[string]sink{
	"": {"Said": {at: 0}, "Msg": {at: 0}, "Refuse": {at: 2}},
	"ui/command": {
		"usage": {at: 0}, "notFound": {at: 0}, "wrong": {at: 1},
		// lines and prompts
		"talk": {at: 0}, "say": {at: 0}, "text": {at: 0}, "line": {on: true}, "under": {on: true}, "row": {on: true},
		"ask": {at: 1}, "hidden": {at: 1}, "confirm": {at: 1}, "sure": {at: 1}, "secretFrom": {at: 2},
		"Fprint": {at: 1, on: true}, "Fprintf": {at: 1, on: true}, "Fprintln": {at: 1, on: true},
		// the help of cobra
		"newVerb": {at: 1}, "StringVar": {at: -1}, "StringVarP": {at: -1}, "BoolVar": {at: -1}, "IntVar": {at: -1},
		"StringArrayVar": {at: -1}, "StringSliceVar": {at: -1},
	},
	"ui/line": {
		"say": {at: 0}, "sayf": {at: 0, on: true}, "tell": {at: 0}, "put": {at: 1, on: true}, "prompt": {at: 0}, "prose": {at: 0, on: true},
		"read": {at: 0}, "reply": {at: 0}, "agrees": {at: 0}, "hide": {at: 0}, "silently": {at: 0}, "why": {at: 1},
	},
	"ui/walk": {"tell": {at: 0}},
	desks: {
		"say": {at: 0}, "warn": {at: 0}, "Say": {at: 0}, "Warn": {at: 0}, "Copy": {at: 0},
		"NewForm": {at: 1, on: true}, "newForm": {at: 1, on: true}, "Add": {at: 0}, "AddChoice": {at: 0}, "Fail": {at: 1}, "Line": {at: 0, on: true}, "Area": {at: 0, on: true},
		"Render": {at: 0, on: true}, "Prose": {at: 0}, "Fit": {at: 0}, "Pad": {at: 0}, "Wrap": {at: 0}, "Hang": {at: 0, on: true}, "helpLine": {at: 0, on: true},
		"append": {at: 1, on: true}, "WriteString": {at: 0},
	},
}

// desks stands for the folders of the desk: itself, its rooms, and what both are
// drawn with.
const desks = "ui/desk, its rooms, ui/field and ui/theme"

// room gives the name under which a folder has its sinks.
func room(folder string) string {
	if folder == "ui/field" || folder == "ui/theme" || folder == "ui/desk" || strings.HasPrefix(folder, "ui/desk/") {
		return desks
	}
	return folder
}

// sink is which of its arguments a function takes as texts.
type sink struct {
	at int  // -1: the last one
	on bool // and all behind it
}

// fields are sinks, too: those of literals, and what is assigned to.
var fields = []string{"Short", "Long", "Detail", "Advice", "Message"}

// faced are those of the faces.
var faced = []string{"Heading", "Intro", "Err", "Label", "Desc", "does", "not", "text", "prompt", "short", "status", "title", "note"}

// written are the words that stand in a text for a person in every language: the
// name of the program, the names of keys and of formats, and a customer's.
var written = []string{
	"lotse", "ctrl", "alt", "shift", "tab", "enter", "esc", "space", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "pgdn", "backspace", "delete",
	"html", "txt", "muster", "gmbh",
}

// TestSinksTakeCodes: no folder that is done hands a sentence to what a person
// reads.
func TestSinksTakeCodes(t *testing.T) {
	n, codes := 0, english()
	for _, s := range sources(t) {
		if !slices.Contains(done, s.folder()) && !facing(s.folder()) {
			continue
		}
		check := func(e ast.Expr) {
			n++
			for _, lit := range texts(e) {
				s, _ := text(lit)
				if codes[s] == "" && families[s] == "" && !slices.Contains(composed, s) && wordy(s) {
					t.Errorf("%s: %q is said, and is no code", at(lit), s)
				}
			}
		}
		ast.Inspect(s.file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.CallExpr:
				for _, arg := range s.sunk(node) {
					check(arg)
				}
			case *ast.KeyValueExpr:
				if key, ok := node.Key.(*ast.Ident); ok && s.shows(key.Name) {
					check(node.Value)
				}
			case *ast.AssignStmt:
				for i, left := range node.Lhs {
					if sel, ok := left.(*ast.SelectorExpr); ok && s.shows(sel.Sel.Name) && len(node.Lhs) == len(node.Rhs) {
						check(node.Rhs[i])
					}
				}
			}
			return true
		})
	}
	if n < 900 {
		t.Errorf("only %d sinks were looked at: are they called as they were?", n)
	}
}

// shows reports whether a field by that name is a sink in the folder.
func (s source) shows(field string) bool {
	face := room(s.folder()) == desks || s.folder() == "ui/line"
	return slices.Contains(fields, field) || face && slices.Contains(faced, field)
}

// sunk are the arguments of a call that a person reads.
func (s source) sunk(call *ast.CallExpr) []ast.Expr {
	k, ok := sinks[""][callee(call)]
	if !ok {
		k, ok = sinks[room(s.folder())][callee(call)]
	}
	place := k.at
	if place < 0 {
		place += len(call.Args)
	}
	switch {
	case !ok || place < 0 || place >= len(call.Args):
		return nil
	case k.on:
		return call.Args[place:]
	}
	return call.Args[place : place+1]
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
