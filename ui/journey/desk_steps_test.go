//go:build unix

package journey

import (
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
	it, row, _ := d.placed(a.on[0])
	d.focusOn(it)
	if row != "" {
		d.goToRow(it, row)
	}
	says := d.problem(a.on[0]).Text
	s := d.press("f4", "the question why", func(s screen) bool { return s.over() == "Accept with a reason" })
	if !holds(s.page(), says) {
		d.t.Fatalf("f4 offers something else than %q:\n%s", says, s)
	}
	d.enter("Why", a.with["why"])
	d.closes(a, it.step)
}

// complete completes a step, unless the key that took its last answer did.
func (d *deskFace) complete(a *act) {
	d.t.Helper()
	st := d.step(a.on[0])
	if d.completed == st {
		d.completed = nil
		return
	}
	if d.Frame().overWarnings() { // the key before asks already
		d.WaitFor("the keys of the question", screen.warns)
	} else {
		d.goTo(st)
		d.quiet()
	}
	switch {
	case a.with["warnings"] != "" || a.held != "" && d.problem(st.ID+"."+a.held).Level == "warn":
		d.warnings(a, st)
		return
	case a.held == "":
		d.came(a, "ctrl+s", "that "+st.ID+" is done", func(s screen) bool { return s.isDone(st) })
		return
	}
	s := d.press("ctrl+s", "what holds it open", func(s screen) bool { return strings.HasPrefix(s.status(), "! Still open: ") })
	says := d.problem(st.ID + "." + a.held).Text
	is := strings.TrimSuffix(s.status(), "…")
	at := strings.LastIndex(is, string([]rune(says)[:min(12, len([]rune(says)))])) // behind the label
	if at < 0 || !strings.HasPrefix(says, is[at:]) {
		d.t.Fatalf("it is not held open by %q:\n%s", says, s)
	}
}

// overWarnings reports whether it is asked what becomes of warnings.
func (s screen) overWarnings() bool {
	return strings.HasSuffix(s.over(), " warnings are open") || s.over() == "One warning is open"
}

// warns reports whether that is asked, and keys are taken.
func (s screen) warns() bool { return s.overWarnings() && strings.HasPrefix(s.help(), "enter select") }

// warnings completes a step over its warnings, or holds that one of them keeps it
// open: it cannot be gone on with.
func (d *deskFace) warnings(a *act, st *step) {
	d.t.Helper()
	s := d.Frame()
	if !s.warns() {
		s = d.press("ctrl+s", "the question about warnings", screen.warns)
	}
	if a.held != "" {
		if says := d.problem(st.ID + "." + a.held).Text; !holds(s, says) || s.has("on record") {
			d.t.Fatalf("it is not held open by %q:\n%s", says, s)
		}
		d.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
		return
	}
	done := func(s screen) bool { return s.isDone(st) && s.saved() }
	if a.with["warnings"] == "leave" {
		d.to("on record")
		d.press("enter", "that "+st.ID+" is done", done)
		return
	}
	d.to("Accept ")
	d.press("enter", "the question why", func(s screen) bool { return strings.HasPrefix(s.help(), "enter confirm") })
	d.enter("Why", a.with["why"])
	d.press("enter", "that "+st.ID+" is done", done)
}

// to brings the pointer of the overlay to an option.
func (d *deskFace) to(option string) {
	d.t.Helper()
	for range 3 {
		s := d.Frame()
		at := s.line("│ › ")
		if strings.Contains(at, option) {
			return
		}
		d.press("down", "the pointer further down", func(s screen) bool { return s.line("│ › ") != at })
	}
	d.t.Fatalf("there is no option %q:\n%s", option, d.Frame())
}

// quiet makes the status line empty, so that what it says next is new.
func (d *deskFace) quiet() {
	d.t.Helper()
	if d.Frame().status() != "" {
		d.press("ctrl+g", "an empty status line", func(s screen) bool { return s.status() == "" })
	}
}

// remark skips a step with a reason, or notes something about it.
func (d *deskFace) remark(a *act) {
	d.t.Helper()
	d.goTo(d.step(a.on[0]))
	d.rest()
	if a.verb == "skip" {
		d.Send("x")
		d.enter("Why", a.with["why"])
		d.came(a, "enter", "that it is skipped", func(s screen) bool { return s.status() == "Skipped." })
		return
	}
	d.Send("e")
	d.enter("Text", a.with["text"])
	d.came(a, "ctrl+s", "that it is noted", func(s screen) bool { return s.status() == "Noted." })
}

// waits says when to look again, or that somebody has answered.
func (d *deskFace) waits(a *act) {
	d.t.Helper()
	it := d.item(a.on[0])
	d.focusOn(it)
	d.press("enter", "the question how long", func(s screen) bool { return strings.HasPrefix(s.over(), "Waiting for ") })
	d.Send(map[string]string{"wait": "1", "answered": "2"}[a.verb])
	d.enter("Look again", a.with["until"])
	d.Key("enter")
	d.enter("Remark", a.with["why"])
	d.closes(a, it.step)
}

// gate passes a point of no return.
func (d *deskFace) gate(a *act) {
	d.t.Helper()
	it := d.item(a.on[0])
	d.focusOn(it)
	d.press("enter", "the point of no return", func(s screen) bool { return strings.HasPrefix(s.over(), "Point of no return") })
	d.enter("Type ", a.with["word"])
	d.Key("enter")
	d.enter("Decided by", a.with["by"])
	d.Key("enter")
	d.enter("Remark", a.with["why"])
	d.closes(a, it.step)
}

// sent puts on record that a draft was sent.
func (d *deskFace) sent(a *act) {
	d.t.Helper()
	it := d.item(a.on[0])
	d.focusOn(it)
	d.press("enter", "the draft", func(s screen) bool { return labelled(s.over(), it.Label) })
	d.press("enter", "the question how", func(s screen) bool { return s.over() == "It was sent" })
	d.enter("How", a.with["how"])
	d.closes(a, it.step)
}

// check runs a check, which may take the focus on or complete the step.
func (d *deskFace) check(a *act) {
	d.t.Helper()
	it := d.item(a.on[0])
	d.focusOn(it)
	key := "space"
	if strings.HasPrefix(d.Frame().help(), "enter check ") {
		key = "enter"
	}
	word := map[string]string{"passed": "passed", "warned": "a doubt", "failed": "failed", "unknown": "not checked"}[a.with["result"]]
	d.came(a, key, "that "+it.ID+" has "+word, func(s screen) bool {
		return s.isDone(it.step) || slices.ContainsFunc(s.page(), func(l string) bool {
			return strings.Contains(l, " "+it.Label+" ") && strings.HasSuffix(l, "  "+word)
		})
	})
	d.noteDone(it.step)
}
