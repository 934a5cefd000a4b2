//go:build unix

package journey

import (
	"slices"
	"strconv"
	"strings"
)

// do does an act by keys and waits until it is saved.
func (d *deskFace) do(a *act) {
	d.t.Helper()
	switch a.verb {
	case "answer":
		for i, p := range a.answers {
			d.answers(a, p, i == len(a.answers)-1 && d.flows(a))
		}
	case "secret":
		d.secret(a)
	case "tick", "untick":
		for _, name := range a.on {
			d.tick(a, d.item(name))
		}
	case "add", "edit", "remove":
		d.rows(a)
	case "accept":
		d.accept(a)
	case "done":
		d.complete(a)
	case "go":
		d.goTo(d.step(a.on[0]))
	case "undo":
		d.quiet()
		d.came(a, "ctrl+z", "that it is undone", func(s screen) bool { return s.status() == "Undone." })
	case "skip", "note":
		d.remark(a)
	case "wait", "answered":
		d.waits(a)
	case "gate":
		d.gate(a)
	case "sent":
		d.sent(a)
	case "check":
		d.check(a)
	default:
		d.t.Fatalf("there are no keys for %s", a.verb)
	}
}

// flows reports whether the next act completes the step that this one is in,
// so that the key that takes the answer may complete it, too.
func (d *deskFace) flows(a *act) bool {
	i := slices.Index(d.story.acts, a) + 1
	if i >= len(d.story.acts) || len(a.changes)+len(a.states)+len(a.problems)+len(a.gone)+len(a.see) > 0 || a.at != "" {
		return false
	}
	next := d.story.acts[i]
	return next.verb == "done" && next.held == "" && next.on[0] == d.where(a).ID
}

// where is the step of an act.
func (d *deskFace) where(a *act) *step {
	d.t.Helper()
	if a.verb == "answer" {
		return d.item(a.answers[len(a.answers)-1].name).step
	}
	return d.item(a.on[0]).step
}

// came presses a key, or none, and waits for what it brings, saved. Where it
// brings a list of consequences, the story has to name them.
func (d *deskFace) came(a *act, key, what string, ok func(screen) bool) {
	d.t.Helper()
	if key != "" {
		d.Key(key)
	}
	ripples := func(s screen) bool { return strings.HasPrefix(s.over(), "This changes ") }
	saved := func(s screen) bool { return ok(s) && s.saved() }
	// A frame that shows the answer may be drawn before the list of what it changes.
	s := d.WaitFor(what, func(s screen) bool { return ripples(s) || len(a.changes) == 0 && (saved(s) || s.warns()) })
	if s.warns() && !d.flows(a) {
		d.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
	}
	if !ripples(s) {
		return
	}
	d.ripple(a)
	if a.then == "change" {
		d.WaitFor("that it is changed", func(s screen) bool { return s.over() == "" && s.saved() })
	}
}

// ripple holds that a list of consequences is the story's, and changes or
// leaves it.
func (d *deskFace) ripple(a *act) {
	d.t.Helper()
	words := map[string]string{"keep": "│ keep ", "look_again": "│ look again ", "void": "│ void "}
	s := d.WaitFor("the keys of the consequences", func(s screen) bool { return strings.HasPrefix(s.help(), "enter select") })
	n := 0
	for _, l := range s {
		for _, word := range words {
			if strings.Contains(l, word) {
				n++
			}
		}
	}
	for _, p := range a.changes {
		word, title := words[p.value()], d.step(p.name).Title+":"
		if !slices.ContainsFunc(s, func(l string) bool { return strings.Contains(l, word) && strings.Contains(l, title) }) {
			d.t.Fatalf("it does not say that %s is %s:\n%s", p.name, p.value(), s)
		}
	}
	if n != len(a.changes) {
		d.t.Fatalf("it changes %d things, the story says %d:\n%s", n, len(a.changes), s)
	}
	if a.then == "leave" {
		d.press("tab", "the button that leaves it", func(s screen) bool { return s.has("› Leave it") })
	}
	d.press("enter", "the page again", func(s screen) bool { return s.over() == "" })
}

// answers answers a field. Where it is the last of its step and the step is
// completed next, the key that takes the answer completes it.
func (d *deskFace) answers(a *act, p pair, through bool) {
	d.t.Helper()
	it := d.item(p.name)
	d.focusOn(it)
	through = through && d.Frame().last(it)
	switch it.Type {
	case "choice":
		d.choose(a, it, p.value(), through)
	case "choices":
		d.chooseSome(it, p.values)
		d.take(a, it, through)
	default:
		d.fill(it, d.typed(it, p))
		d.take(a, it, through && !strings.HasPrefix(d.Frame().help(), "tab "))
	}
}

// typed is a value as it is typed.
func (d *deskFace) typed(it *item, p pair) string {
	d.t.Helper()
	if it.Type == "file" {
		return d.file(p.value())
	}
	return p.value()
}

// fill types into the input that has the focus, in the place of what stands
// there, and waits until the end of it is seen.
func (d *deskFace) fill(it *item, text string) {
	d.t.Helper()
	d.Key("ctrl+u")
	if strings.Contains(text, "\n") {
		d.Paste(text)
	} else {
		d.Send(text)
	}
	end := tail(text)
	d.WaitFor(text+" in "+it.ID, func(s screen) bool { return holds(s.focusLines(), end) })
}

// tail is the end of a text, which is seen also where the whole is too long.
func tail(text string) string {
	lines := strings.Split(text, "\n")
	r := []rune(lines[len(lines)-1])
	return string(r[max(0, len(r)-24):])
}

// take takes what is typed: by a key that goes on, or that stays in the step.
func (d *deskFace) take(a *act, it *item, through bool) {
	d.t.Helper()
	switch {
	case through:
		d.through(a, it, "enter")
	case d.Frame().last(it):
		d.Key("tab")
		if len(a.changes) > 0 {
			d.came(a, "", "the consequences", func(screen) bool { return false })
			return
		}
		d.came(a, "esc", it.ID+" taken", func(s screen) bool { return !s.engaged() })
	default:
		d.came(a, "tab", it.ID+" taken", func(s screen) bool { return s.focus(it.step) != it })
	}
}

// through presses a key that takes the last answer of a step, and completes the
// step unless that made something else to be asked.
func (d *deskFace) through(a *act, it *item, key string) {
	d.t.Helper()
	st := it.step
	if _, named := keys[key]; !named {
		d.Send(key)
		key = ""
	}
	d.came(a, key, it.ID+" taken", func(s screen) bool {
		return s.isDone(st) || s.stopped() || s.title() == st.Title && s.focus(st) != it
	})
	d.noteDone(st)
}

// stopped reports whether the last key brought up something to be read before
// the step is done, and keys are taken again.
func (s screen) stopped() bool {
	return strings.HasPrefix(s.status(), "Read this first") && !strings.HasPrefix(s.help(), "ctrl+c ")
}

// isDone reports whether the last key completed a step.
func (s screen) isDone(st *step) bool { return strings.HasPrefix(s.status(), "Done: "+st.Title) }

// noteDone notes that a step was completed with the act before.
func (d *deskFace) noteDone(st *step) {
	if d.Frame().isDone(st) {
		d.completed = st
	}
}

// choose takes an option.
func (d *deskFace) choose(a *act, it *item, value string, through bool) {
	d.t.Helper()
	at, label := d.option(it, value)
	if through && at < 9 {
		d.through(a, it, strconv.Itoa(at+1))
		return
	}
	d.point(it, value)
	if through {
		d.through(a, it, "enter")
		return
	}
	d.came(a, "space", label+" chosen", func(s screen) bool { return strings.Contains(pointer(s.focusLines(), "● "), label) })
}

// chooseSome turns options on and off until those of a list are chosen.
func (d *deskFace) chooseSome(it *item, values []string) {
	d.t.Helper()
	for _, o := range it.Options {
		want, is := "☐", "☑"
		if slices.Contains(values, o.Value) {
			want, is = is, want
		}
		d.point(it, o.Value)
		if pointer(d.Frame().focusLines(), is) != "" {
			d.press("space", want+" "+o.Label, func(s screen) bool { return pointer(s.focusLines(), want) != "" })
		}
	}
}

// point brings the pointer of a choice to an option.
func (d *deskFace) point(it *item, value string) {
	d.t.Helper()
	want, _ := d.option(it, value)
	for {
		s := d.Frame()
		is := slices.IndexFunc(it.Options, func(o struct{ Value, Label string }) bool {
			return strings.HasSuffix(pointer(s.focusLines(), ""), " "+o.Label)
		})
		switch {
		case is == want:
			return
		case is < 0:
			d.t.Fatalf("the pointer stands on no option of %s:\n%s", it.ID, s)
		case is < want:
			d.shift("down", s, "the pointer further down")
		default:
			d.shift("up", s, "the pointer further up")
		}
	}
}

// pointer is the line on which the pointer stands, if it has a sign.
func pointer(lines []string, sign string) string {
	for _, l := range lines {
		if strings.Contains(l, "› ") && strings.Contains(l, sign) {
			return l
		}
	}
	return ""
}

// secret pastes the secret, of which nothing is seen.
func (d *deskFace) secret(a *act) {
	d.t.Helper()
	it := d.item(a.on[0])
	d.focusOn(it)
	d.Paste(canary)
	d.WaitFor("dots for the secret", func(s screen) bool {
		return strings.Contains(strings.Join(s.focusLines(), ""), "••") || strings.Contains(strings.Join(s.focusLines(), ""), "**")
	})
	d.take(a, it, d.flows(a) && d.Frame().last(it))
}

// tick ticks a task, or takes the tick back.
func (d *deskFace) tick(a *act, it *item) {
	d.t.Helper()
	d.focusOn(it)
	sign := map[string]string{"tick": "☑", "untick": "☐"}[a.verb]
	ticked := func(s screen) bool { return s.over() == "" && strings.Contains(strings.Join(s.focusLines(), ""), sign) }
	proof := a.with["sentence"]
	if f := a.with["file"]; f != "" {
		proof = d.file(f)
	}
	if proof == "" || a.verb == "untick" {
		d.came(a, "space", sign+" "+it.ID, ticked)
		return
	}
	d.press("space", "the question for a proof", func(s screen) bool { return labelled(s.over(), it.Label) })
	d.enter("", proof)
	d.came(a, "enter", sign+" "+it.ID, ticked)
}

// enter types into the row of an overlay that has the focus, once it has it.
func (d *deskFace) enter(row, text string) {
	d.t.Helper()
	d.WaitFor("the row "+row, func(s screen) bool { return s.has("│ │ " + row) })
	if text == "" {
		return
	}
	d.Key("ctrl+u")
	d.Send(text)
	end := tail(text)
	d.WaitFor(text, func(s screen) bool { return holds(s.page(), end) })
}

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
