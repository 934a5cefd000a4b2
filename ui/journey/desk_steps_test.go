//go:build unix

package journey

import (
	"fmt"
	"slices"
	"strings"
)

// closes submits an overlay; with what it does the step may be done.
func (d *deskFace) closes(a *act, st *step) {
	d.t.Helper()
	d.came(a, "enter", "the page again", func(s screen) bool { return s.over() == "" })
	d.noteDone(st)
}

// accept accepts a problem with a reason.
func (d *deskFace) accept(a *act) {
	d.t.Helper()
	it, row, _ := d.placed(a.On[0])
	d.focusOn(it)
	if row != "" {
		d.goToRow(it, row)
	}
	says := d.problem(a.On[0]).Text
	s := d.press("f4", "the question why", func(s screen) bool { return s.over() == d.tongue.Overlay.AcceptTitle })
	if !holds(s.page(), says) {
		d.t.Fatalf("f4 offers something else than %q:\n%s", says, s)
	}
	d.enter(d.tongue.Overlay.AcceptWhy, a.With["why"])
	d.closes(a, it.step)
}

// complete completes a step, unless the key that took its last answer did.
func (d *deskFace) complete(a *act) {
	d.t.Helper()
	st := d.step(a.On[0])
	if d.completed == st {
		d.completed = nil
		return
	}
	if d.tongue.overWarnings(d.Frame()) { // the key before asks already
		d.WaitFor("the keys of the question", d.tongue.warns)
	} else {
		d.goTo(st)
		d.quiet()
	}
	switch {
	case a.With["warnings"] != "" || a.Held != "" && d.problem(st.ID+"."+a.Held).Level == "warn":
		d.warnings(a, st)
		return
	case a.Held == "":
		d.came(a, "ctrl+s", "that "+st.ID+" is done", func(s screen) bool { return d.isDone(s, st) })
		return
	}
	held := d.opening("dialogue.held")
	s := d.press("ctrl+s", "what holds it open", func(s screen) bool { return strings.HasPrefix(s.status(), "! "+held) })
	says := spoken(d.problem(st.ID + "." + a.Held).Text)
	is := strings.TrimSuffix(s.status(), "…")
	at := strings.LastIndex(is, string([]rune(says)[:min(12, len([]rune(says)))])) // behind the label
	if at < 0 || !strings.HasPrefix(says, is[at:]) {
		d.t.Fatalf("it is not held open by %q:\n%s", says, s)
	}
}

// overWarnings reports whether it is asked what becomes of warnings.
func (l tongue) overWarnings(s screen) bool {
	return begins(s.over(), l.Warnings.Title, l.Warnings.TitleOne)
}

// warns reports whether that is asked, and keys are taken.
func (l tongue) warns(s screen) bool {
	return l.overWarnings(s) && strings.HasPrefix(s.help(), "enter "+l.Help.Select)
}

// warnings completes a step over its warnings, or holds that one of them keeps it
// open: it cannot be gone on with.
func (d *deskFace) warnings(a *act, st *step) {
	d.t.Helper()
	s, says := d.Frame(), &d.tongue.Warnings
	if !d.tongue.warns(s) {
		s = d.press("ctrl+s", "the question about warnings", d.tongue.warns)
	}
	if a.Held != "" {
		if text := d.problem(st.ID + "." + a.Held).Text; !holds(s, text) || s.has(says.Leave) || s.has(says.LeaveOne) {
			d.t.Fatalf("it is not held open by %q:\n%s", text, s)
		}
		d.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
		return
	}
	done := func(s screen) bool { return d.isDone(s, st) && d.tongue.saved(s) }
	if a.With["warnings"] == "leave" {
		d.to(says.Leave, says.LeaveOne)
		d.press("enter", "that "+st.ID+" is done", done)
		return
	}
	d.to(says.Accept, says.AcceptOne)
	d.press("enter", "the question why", func(s screen) bool { return strings.HasPrefix(s.help(), "enter "+d.tongue.Help.Submit) })
	d.enter(says.AcceptWhy, a.With["why"])
	d.press("enter", "that "+st.ID+" is done", done)
}

// to brings the pointer of the overlay to an option, which is called one way or
// the other.
func (d *deskFace) to(names ...string) {
	d.t.Helper()
	for range 3 {
		s := d.Frame()
		at := s.line("│ › ")
		if contains(at, names...) {
			return
		}
		d.press("down", "the pointer further down", func(s screen) bool { return s.line("│ › ") != at })
	}
	d.t.Fatalf("there is no option %q:\n%s", names, d.Frame())
}

// quiet makes the status line empty, so that what it says next is new.
func (d *deskFace) quiet() {
	d.t.Helper()
	if d.Frame().status() != "" {
		d.press("ctrl+g", "an empty status line", func(s screen) bool { return s.status() == "" })
	}
}

// told presses a key and waits until the status line says a sentence.
func (d *deskFace) told(a *act, key, code string) {
	d.t.Helper()
	says := d.message(code)
	d.came(a, key, says, func(s screen) bool { return s.status() == says })
}

// remark skips a step with a reason, or notes something about it.
func (d *deskFace) remark(a *act) {
	d.t.Helper()
	d.goTo(d.step(a.On[0]))
	d.rest()
	if a.Verb == "skip" {
		d.Send("x")
		d.enter(d.tongue.Overlay.SkipWhy, a.With["why"])
		d.told(a, "enter", "dialogue.skipped")
		return
	}
	d.Send("e")
	d.enter(d.tongue.Overlay.NoteText, a.With["text"])
	d.told(a, "ctrl+s", "dialogue.noted")
}

// waits says when to look again, or that somebody has answered.
func (d *deskFace) waits(a *act) {
	d.t.Helper()
	it := d.item(a.On[0])
	d.focusOn(it)
	d.press("enter", "the question how long", func(s screen) bool { return begins(s.over(), d.tongue.Overlay.WaitTitle) })
	d.Send(map[string]string{"wait": "1", "answered": "2"}[a.Verb])
	d.enter(d.tongue.Overlay.WaitDate, a.With["until"])
	d.Key("enter")
	d.enter(d.tongue.Overlay.WaitWhy, a.With["why"])
	d.closes(a, it.step)
}

// gate passes a point of no return.
func (d *deskFace) gate(a *act) {
	d.t.Helper()
	it := d.item(a.On[0])
	d.focusOn(it)
	d.press("enter", "the point of no return", func(s screen) bool { return strings.HasPrefix(s.over(), d.tongue.Overlay.GateTitle) })
	d.enter(fmt.Sprintf(d.tongue.Overlay.GateWord, a.With["word"]), a.With["word"])
	d.Key("enter")
	d.enter(d.tongue.Overlay.GateBy, a.With["by"])
	d.Key("enter")
	d.enter(d.tongue.Overlay.GateWhy, a.With["why"])
	d.closes(a, it.step)
}

// sent puts on record that a draft was sent.
func (d *deskFace) sent(a *act) {
	d.t.Helper()
	it := d.item(a.On[0])
	d.focusOn(it)
	d.press("enter", "the draft", func(s screen) bool { return d.tongue.labelled(s.over(), it.Label) })
	d.press("enter", "the question how", func(s screen) bool { return s.over() == d.tongue.Letter.HowTitle })
	d.enter(d.tongue.Letter.How, a.With["how"])
	d.closes(a, it.step)
}

// result is the word for what a check is to find.
func (l tongue) result(a *act) string {
	c := &l.Check
	return map[string]string{"passed": c.Passed, "warned": c.Warned, "failed": c.Failed, "unknown": c.Unknown}[a.With["result"]]
}

// check runs a check, which may take the focus on or complete the step.
func (d *deskFace) check(a *act) {
	d.t.Helper()
	it := d.item(a.On[0])
	d.focusOn(it)
	key := "space"
	if begins(d.Frame().help(), "enter "+d.tongue.Help.Check, "enter "+d.tongue.Help.Again) {
		key = "enter"
	}
	word := d.tongue.result(a)
	d.came(a, key, "that "+it.ID+" has "+word, func(s screen) bool {
		return d.isDone(s, it.step) || slices.ContainsFunc(s.page(), func(l string) bool {
			// In a rehearsal a fault that is on stands before the result.
			ends := strings.HasSuffix(l, "  "+word) || strings.HasSuffix(l, " · "+word)
			r := []rune(l)
			return ends && len(r) > 2 && d.tongue.heads(it, string(r[2:]))
		})
	})
	d.noteDone(it.step)
}
