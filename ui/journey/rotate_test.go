//go:build unix

package journey

import (
	"slices"
	"strconv"
	"strings"
)

// rotate is the call of a rotation.
func (c *commandsFace) rotate(a *act) []string {
	c.t.Helper()
	args := []string{"secret rotate", c.item(a.On[0]).name()}
	switch {
	case a.Users != nil:
		for _, u := range a.Users {
			args = append(args, "--used-by", u)
		}
	case a.With["value"] != "":
		args = append(args, "--secret-stdin")
	case a.Confirm != nil:
		args = append(args, "--confirm")
		for _, u := range a.Confirms() {
			args = append(args, "--in", u)
		}
	default:
		args = append(args, "--give-up", "--why", a.With["give_up"])
	}
	return args
}

// rotate goes on with a rotation by its word, and leaves what is asked behind it.
func (l *lineFace) rotate(a *act) {
	l.t.Helper()
	w := &l.tongue.Rotate
	l.say("rotate %s", l.item(a.On[0]).name())
	switch {
	case a.Users != nil:
		l.say("%s", strings.Join(a.Users, ", "))
		l.say("") // no new secret yet
		l.say("") // and it is left open
	case a.With["value"] != "":
		if strings.Contains(l.flat(), spoken(w.AskWhere)) {
			l.say("%s", w.AgainWord)
		}
		l.say("%s", a.Entered())
		l.say("")
	case a.Confirm == nil:
		l.say("%s", w.GiveUpWord)
		l.say("%s", a.With["give_up"])
	case a.Confirms() == nil:
		l.say("%s", w.All)
	default:
		l.say("%s", strings.Join(a.Confirm, ", "))
	}
}

// rotate opens the rotation, at its action or on the page after the last step,
// and answers the one question.
func (d *deskFace) rotate(a *act) {
	d.t.Helper()
	w, it := &d.tongue.Rotate, d.item(a.On[0])
	title, _, _ := strings.Cut(w.Title, "%s")
	open := func(s screen) bool { return begins(s.over(), w.Title) }
	if d.Frame().has(d.tongue.Papers.Lead) { // it is the last of what is offered there
		for range 12 {
			d.Key("down")
		}
	} else {
		d.focusOn(it)
	}
	d.Key("enter")
	d.WaitFor(title, open)
	switch {
	case a.Users != nil:
		d.enter(w.Users, strings.Join(a.Users, ", "))
		d.press("enter", "the question for the new secret", func(s screen) bool { return s.has("│ │ " + w.Secret) })
		d.leaveRotation()
	case a.With["value"] != "":
		d.value(a)
	default:
		d.ends(a)
	}
}

// leaveRotation closes the overlay, and waits until all is saved.
func (d *deskFace) leaveRotation() {
	d.t.Helper()
	d.press("esc", "the page again", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) })
}

// value enters the new secret, also in the place of another one.
func (d *deskFace) value(a *act) {
	d.t.Helper()
	w := &d.tongue.Rotate
	if !d.Frame().has("│ │ " + w.Secret) {
		d.Key("tab")
		d.WaitFor("the choice behind it", func(s screen) bool { return s.has("│ │ " + w.Next) })
		d.Send("2")
		d.WaitFor("the question for another secret", func(s screen) bool { return s.has("│ │ " + w.Secret) })
	}
	d.Paste(a.Entered())
	d.WaitFor("dots for the secret", func(s screen) bool { return s.has("••") || s.has("**") })
	d.press("ctrl+s", "the question where it works", func(s screen) bool { return s.has("│ │ " + w.Where) })
	d.leaveRotation()
}

// ends confirms the new secret, or gives the rotation up.
func (d *deskFace) ends(a *act) {
	d.t.Helper()
	w := &d.tongue.Rotate
	if a.Confirm == nil {
		d.Key("tab")
		d.WaitFor("the choice behind it", func(s screen) bool { return s.has("│ │ " + w.Next) })
		d.Send("3")
		d.enter(w.Why, a.With["give_up"])
		d.press("enter", "that it is given up", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) })
		return
	}
	at := -1
	for _, name := range d.left(w.Where) {
		at++
		if a.Confirms() != nil && !slices.Contains(a.Confirm, name) {
			continue
		}
		d.Send(strconv.Itoa(at + 1))
		d.WaitFor("☑ "+name, func(s screen) bool { return s.has("☑ " + name) })
	}
	d.press("ctrl+s", "that it is confirmed", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) })
	if a.Confirms() == nil && !strings.HasPrefix(d.Frame().status(), spoken(d.message("dialogue.rotation_confirmed"))) {
		d.t.Fatalf("it does not say that it is over:\n%s", d.Frame())
	}
}

// left are those that are offered to be confirmed, in order.
func (d *deskFace) left(label string) (names []string) {
	d.t.Helper()
	s := d.WaitFor(label, func(s screen) bool { return s.has("│ │ " + label) })
	for _, line := range s {
		if _, name, found := strings.Cut(line, " ☐ "); found && strings.Contains(line, "│ │ ") {
			names = append(names, strings.TrimSpace(strings.TrimRight(name, "│ ")))
		}
	}
	return names
}
