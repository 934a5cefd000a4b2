//go:build unix

package journey

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows/words"
)

// dialogueFace plays a story in line mode as somebody does who cannot see the
// screen: question after question. It goes on with Enter to what the story
// answers next, or back, and uses a word only for what is no question's.
type dialogueFace struct{ *lineFace }

func newDialogueFace(st *stage) face { return dialogueFace{&lineFace{stage: st}} }

// do does an act by answering questions.
func (d dialogueFace) do(a *act) {
	d.t.Helper()
	switch a.Verb {
	case "answer":
		for _, p := range a.Answers {
			it := d.item(p.Name)
			d.come(it)
			d.answers(a, it, p)
		}
	case "secret":
		d.come(d.item(a.On[0]))
		d.say("%s", a.Entered())
	case "tick", "untick":
		for _, name := range a.On {
			d.come(d.item(name))
			d.change(a, "%s", map[string]string{"tick": d.tongue.Line.Yes, "untick": d.tongue.Line.No}[a.Verb])
			if proof := d.proof(a); proof != "" {
				d.change(a, "%s", proof)
			}
		}
	case "add":
		d.add(a)
	case "edit":
		d.edit(a)
	case "remove":
		d.come(d.item(a.On[0]))
		d.change(a, "remove %s", a.Row)
	case "wait", "answered":
		d.waits(a)
	case "gate":
		d.come(d.item(a.On[0]))
		d.say("%s", a.With["word"])
		d.say("%s", a.With["by"])
		d.change(a, "%s", a.With["why"])
	case "done":
		d.finish(a)
	default:
		d.lineFace.do(a)
	}
}

// answers answers a question: one that takes several lines with all of them, and
// a dot.
func (d dialogueFace) answers(a *act, it *item, p pair) {
	d.t.Helper()
	switch {
	case p.Value() == "":
		d.change(a, "clear")
	case contains(d.flat(), d.tongue.Line.FormArea):
		for line := range strings.SplitSeq(p.Value(), "\n") {
			d.say("%s", line)
		}
		d.change(a, words.AreaEnd)
	default:
		d.change(a, "%s", d.given(it, p))
	}
}

// given is a value as it is answered: of a choice the number.
func (d dialogueFace) given(it *item, p pair) string {
	d.t.Helper()
	switch it.Type {
	case "choice", "choices":
		var numbers []string
		for _, value := range p.Values {
			at, _ := d.option(it, value)
			numbers = append(numbers, strconv.Itoa(at+1))
		}
		return strings.Join(numbers, ", ")
	case "file":
		return d.file(p.Value())
	}
	return d.quoted(it, p)
}

// add answers for a new row, column by column.
func (d dialogueFace) add(a *act) {
	d.t.Helper()
	list := d.item(a.On[0])
	d.come(list)
	for s, _ := d.spot(); s.column == nil; s, _ = d.spot() {
		d.say("rows") // what is asked for is said again
	}
	d.cells(a, list)
}

// edit goes through a row and answers what is to be changed.
func (d dialogueFace) edit(a *act) {
	d.t.Helper()
	list := d.item(a.On[0])
	d.come(list)
	d.say("edit %s", a.Row)
	d.cells(a, list)
}

// cells answers the questions of a row, one by one, until another is asked for.
func (d dialogueFace) cells(a *act, list *item) {
	d.t.Helper()
	first, _ := d.spot()
	for s := first; s.item == list && s.column != nil && s.row == first.row; s, _ = d.spot() {
		was := s.column
		i := slices.IndexFunc(a.Answers, func(p pair) bool { return p.Name == was.ID })
		switch {
		case slices.Contains(a.Ticks, was.ID):
			d.change(a, "%s", d.tongue.Line.Yes)
		case slices.Contains(a.Unticks, was.ID):
			d.change(a, "%s", d.tongue.Line.No)
		case i >= 0:
			d.change(a, "%s", d.given(was, a.Answers[i]))
		default:
			d.say("")
		}
		if now, _ := d.spot(); now.column == was && now.row == s.row {
			d.say("") // something is wrong with it; it stays
		}
	}
}

// waits answers the question how long is waited. A remark on it takes words.
func (d dialogueFace) waits(a *act) {
	d.t.Helper()
	it := d.item(a.On[0])
	if a.With["why"] != "" || it.Label == "" {
		d.lineFace.do(a)
		return
	}
	d.come(it)
	if a.Verb == "answered" {
		d.change(a, words.WaitAnswered)
	} else {
		d.change(a, "%s", a.With["until"])
	}
}

// finish completes a step with Enter at its end; from elsewhere, or where it is
// held open, by the word.
func (d dialogueFace) finish(a *act) {
	d.t.Helper()
	for range len(d.at.Items) {
		s, ok := d.spot()
		if d.at.ID != a.On[0] || a.Held != "" || !ok {
			break
		}
		if s.item == nil {
			d.change(a, "")
			d.warnings(a)
			if !d.isDone(a) {
				d.t.Fatalf("%s is not done:\n%s", a.On[0], d.answer)
			}
			return
		}
		d.say("")
	}
	d.complete(a)
}
