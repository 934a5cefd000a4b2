package words_test

import (
	"go/ast"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// families are the beginnings of codes that are put together, each with what
// comes behind it, which only the running program knows.
var families = map[string]string{
	"kind.":            "what an item is, in the language of procedures",
	"file_type.":       "what an enclosure is (flows.FileType)",
	"state.":           "the state of a step, as the JSON has it",
	"evidence_":        "what a task takes for evidence",
	"compare.title.":   "a rule of the comparison",
	"cmd.level_":       "a level",
	"cmd.sure_":        "how sure it is that a column fits",
	"cmd.doctor_name_": "what doctor looks at",
	"cmd.title_":       "a heading of help",
	"compare.in.":      "a system",
	"papers.name_":     "what can leave the house (walk.PaperKind)",
	"papers.for_":      "what that is for",
	"spell.":           "an alphabet, a digit, a sign or an accent (flows/spell)",
	"papers.file_":     "its name in that of a file",
	"papers.format_":   "the ending of a file",
}

// composed are the beginnings of codes whose next part stands in the source
// apart from them, or is named by another sentence that begins so.
var composed = []string{"compare.", "compare.page."}

// ending is what a code has behind it that says the same of many.
const ending = "_more"

// stored lists the codes that events of older versions name and that nothing
// makes any more.
const stored = "testdata/stored.txt"

// TestEachCodeIsUsed: every sentence is said by somebody. A code stands in the
// source as it is, or its beginning as that of a family, or older events name
// it.
func TestEachCodeIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		if s.folder() == "flows/words" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, ok := text(n); ok {
				used[lit] = true
			}
			return true
		})
	}
	for begin, of := range families {
		if !used[begin] {
			t.Errorf("nothing in the source begins a code with %q (%s)", begin, of)
		}
	}
	for code, sentence := range english() {
		if slices.ContainsFunc(composed, func(begin string) bool { return strings.HasPrefix(code, begin) }) {
			for _, name := range words.Placeholders(sentence) {
				used[strings.TrimSuffix(name, "_other")] = true // of the other side
			}
		}
	}
	named := lines(t, stored)
	for code := range english() {
		is := used[code] || isComposed(used, code) || used[ending] && used[strings.TrimSuffix(code, ending)]
		switch {
		case is && slices.Contains(named, code):
			t.Errorf("%s is used: take it out of %s", code, stored)
		case !is && !inFamily(code) && !slices.Contains(named, code):
			t.Errorf("%s is said by nobody: delete it or, where older events name it, put it into %s", code, stored)
		}
	}
}

func isComposed(used map[string]bool, code string) bool {
	return slices.ContainsFunc(composed, func(begin string) bool {
		rest, ok := strings.CutPrefix(code, begin)
		next, _, _ := strings.Cut(rest, ".")
		return ok && used[begin] && (used[rest] || used[next])
	})
}

func inFamily(code string) bool {
	for begin := range families {
		if strings.HasPrefix(code, begin) {
			return true
		}
	}
	return false
}

// makers are the functions that make a message, or say one, of a code and of
// names and values in turn: by their folder ("" for all) and name, the place of
// the code among their arguments.
var makers = map[string]map[string]int{
	"":           {"Msg": 0, "Refuse": 2},
	"ui/command": {"usage": 0, "notFound": 0, "talk": 0, "text": 0, "say": 0, "wrong": 1},
}

// maker gives the place of the code in a call of a maker.
func (s source) maker(call *ast.CallExpr) (place int, ok bool) {
	if place, ok = makers[""][callee(call)]; !ok {
		place, ok = makers[s.folder()][callee(call)]
	}
	return place, ok && place < len(call.Args)
}

// made is a message that the source makes of a code that stands there.
type made struct {
	call  *ast.CallExpr
	code  string
	given []string // the names of its arguments
	open  bool     // more come that the source does not name here
}

// messages are the messages that a file makes of codes that stand there. What a
// message gets by With counts as given.
func (s source) messages() []made {
	more := map[ast.Expr][]string{} // by the call that With is called on
	var all []made
	s.calls(func(call *ast.CallExpr) {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "With" && len(call.Args) == 2 {
			name, _ := text(call.Args[0])
			more[sel.X] = append(append(more[sel.X], name), more[call]...)
			return
		}
		place, ok := s.maker(call)
		if !ok {
			return
		}
		code, ok := text(call.Args[place])
		if !ok {
			return
		}
		m := made{call: call, code: code, open: call.Ellipsis.IsValid(), given: more[call]}
		for i := place + 1; i < len(call.Args); i += 2 {
			if name, ok := text(call.Args[i]); ok {
				m.given = append(m.given, name)
			}
		}
		all = append(all, m)
	})
	return all
}

// TestEachArgumentIsGiven: who makes a message names what its sentence names,
// and a code that there is.
func TestEachArgumentIsGiven(t *testing.T) {
	n, sentences := 0, english()
	for _, s := range sources(t) {
		for _, m := range s.messages() {
			sentence, known := sentences[m.code]
			if !known && m.code != "" {
				t.Errorf("%s: there is no sentence for %q", at(m.call), m.code)
				continue
			}
			n++
			for _, name := range named(sentence) {
				if !m.open && !slices.Contains(m.given, name) {
					t.Errorf("%s: %s names {%s}, which is not given", at(m.call), m.code, name)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d messages were found: is makers what it was?", n)
	}
}
