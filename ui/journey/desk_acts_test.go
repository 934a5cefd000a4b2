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
	switch a.Verb {
	case "answer":
		for i, p := range a.Answers {
			d.answers(a, p, i == len(a.Answers)-1 && d.flows(a))
		}
	case "secret":
		d.secret(a)
	case "tick", "untick":
		for _, name := range a.On {
			d.tick(a, d.item(name))
		}
	case "add", "edit", "remove":
		d.rows(a)
	case "rotate":
		d.rotate(a)
	case "accept":
		d.accept(a)
	case "done":
		d.complete(a)
	case "go":
		d.goTo(d.step(a.On[0]))
	case "undo":
		d.quiet()
		d.told(a, "ctrl+z", "dialogue.undone")
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
		d.t.Fatalf("there are no keys for %s", a.Verb)
	}
}

// flows reports whether the next act completes the step that this one is in,
// so that the key that takes the answer may complete it, too.
func (d *deskFace) flows(a *act) bool {
	i := slices.Index(d.story.Acts, a) + 1
	if i >= len(d.story.Acts) || len(a.Changes)+len(a.States)+len(a.Problems)+len(a.Gone)+len(a.See) > 0 || a.At != "" {
		return false
	}
	next := d.story.Acts[i]
	return next.Verb == "done" && next.Held == "" && next.On[0] == d.where(a).ID
}

// where is the step of an act.
func (d *deskFace) where(a *act) *step {
	d.t.Helper()
	if a.Verb == "answer" {
		return d.item(a.Answers[len(a.Answers)-1].Name).step
	}
	return d.item(a.On[0]).step
}

// came presses a key, or none, and waits for what it brings, saved. Where it
// brings a list of consequences, the story has to name them.
func (d *deskFace) came(a *act, key, what string, ok func(screen) bool) {
	d.t.Helper()
	if key != "" {
		d.Key(key)
	}
	l := d.tongue
	ripples := func(s screen) bool { return begins(s.over(), l.Overlay.RippleTitle, l.Overlay.RippleOne) }
	saved := func(s screen) bool { return ok(s) && l.saved(s) }
	// A frame that shows the answer may be drawn before the list of what it changes.
	s := d.WaitFor(what, func(s screen) bool { return ripples(s) || len(a.Changes) == 0 && (saved(s) || l.warns(s)) })
	if l.warns(s) && !d.flows(a) {
		d.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
	}
	if !ripples(s) {
		return
	}
	d.ripple(a)
	if a.Then == "change" {
		d.WaitFor("that it is changed", func(s screen) bool { return s.over() == "" && l.saved(s) })
	}
}

// ripple holds that a list of consequences is the story's, and changes or
// leaves it.
func (d *deskFace) ripple(a *act) {
	d.t.Helper()
	over := &d.tongue.Overlay
	words := map[string]string{"keep": "│ " + over.RippleKeep + " ", "look_again": "│ " + over.RippleLook + " ", "void": "│ " + over.RippleVoid + " "}
	s := d.WaitFor("the keys of the consequences", func(s screen) bool { return strings.HasPrefix(s.help(), "enter "+d.tongue.Help.Select) })
	n := 0
	for _, l := range s {
		for _, word := range words {
			if strings.Contains(l, word) {
				n++
			}
		}
	}
	for _, p := range a.Changes {
		word, title := words[p.Value()], d.step(p.Name).Title+":"
		if !slices.ContainsFunc(s, func(l string) bool { return strings.Contains(l, word) && strings.Contains(l, title) }) {
			d.t.Fatalf("it does not say that %s is %s:\n%s", p.Name, p.Value(), s)
		}
	}
	if n != len(a.Changes) {
		d.t.Fatalf("it changes %d things, the story says %d:\n%s", n, len(a.Changes), s)
	}
	if a.Then == "leave" {
		d.press("tab", "the button that leaves it", func(s screen) bool { return s.has("› " + over.RippleLeave) })
	}
	d.press("enter", "the page again", func(s screen) bool { return s.over() == "" })
}

// answers answers a field. Where it is the last of its step and the step is
// completed next, the key that takes the answer completes it.
func (d *deskFace) answers(a *act, p pair, through bool) {
	d.t.Helper()
	it := d.item(p.Name)
	d.focusOn(it)
	through = through && d.tongue.last(d.Frame(), it)
	switch it.Type {
	case "choice":
		d.choose(a, it, p.Value(), through)
	case "choices":
		d.chooseSome(it, p.Values)
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
		return d.file(p.Value())
	}
	return p.Value()
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
	case d.tongue.last(d.Frame(), it):
		d.Key("tab")
		if len(a.Changes) > 0 {
			d.came(a, "", "the consequences", func(screen) bool { return false })
			return
		}
		d.came(a, "esc", it.ID+" taken", func(s screen) bool { return !d.tongue.engaged(s) })
	default:
		d.came(a, "tab", it.ID+" taken", func(s screen) bool {
			// What stood behind it may not be asked any more.
			return d.tongue.focus(s, it.step) != it || strings.HasPrefix(s.status(), spoken(d.message("dialogue.last_item")))
		})
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
		return d.isDone(s, st) || d.tongue.stopped(s) || s.stands(st) && d.tongue.focus(s, st) != it
	})
	d.noteDone(st)
}

// stopped reports whether the last key brought up something to be read before
// the step is done, and keys are taken again.
func (l tongue) stopped(s screen) bool {
	return strings.HasPrefix(s.status(), l.Wizard.ReadFirst) && !strings.HasPrefix(s.help(), "ctrl+c ")
}

// isDone reports whether the last key completed a step.
func (d *deskFace) isDone(s screen, st *step) bool {
	d.t.Helper()
	return strings.HasPrefix(s.status(), spoken(d.message("dialogue.step_done", "title", st.Title)))
}

// noteDone notes that a step was completed with the act before.
func (d *deskFace) noteDone(st *step) {
	if d.isDone(d.Frame(), st) {
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
			d.pointing("down", s)
		default:
			d.pointing("up", s)
		}
	}
}

// pointing moves the pointer, and waits for that alone: what else changes on the
// page may be of an earlier key.
func (d *deskFace) pointing(key string, s screen) {
	d.t.Helper()
	at := pointer(s.focusLines(), "")
	d.press(key, "the pointer further "+key, func(s screen) bool {
		now := pointer(s.focusLines(), "")
		return now != "" && now != at
	})
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
	it := d.item(a.On[0])
	d.focusOn(it)
	d.Paste(a.Entered())
	d.WaitFor("dots for the secret", screen.dotted)
	d.take(a, it, d.flows(a) && d.tongue.last(d.Frame(), it))
}

// dotted reports whether a secret stands where the focus is.
func (s screen) dotted() bool { return dots(strings.Join(s.focusLines(), "")) }

// dots reports whether a line has what is shown of a secret.
func dots(line string) bool { return strings.Contains(line, "••") || strings.Contains(line, "**") }

// tick ticks a task, or takes the tick back.
func (d *deskFace) tick(a *act, it *item) {
	d.t.Helper()
	d.focusOn(it)
	sign := map[string]string{"tick": "☑", "untick": "☐"}[a.Verb]
	ticked := func(s screen) bool { return s.over() == "" && strings.Contains(strings.Join(s.focusLines(), ""), sign) }
	proof := a.With["sentence"]
	if f := a.With["file"]; f != "" {
		proof = d.file(f)
	}
	if proof == "" || a.Verb == "untick" {
		d.came(a, "space", sign+" "+it.ID, ticked)
		return
	}
	d.press("space", "the question for a proof", func(s screen) bool { return d.tongue.labelled(s.over(), it.Label) })
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
