//go:build unix

package journey

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// entered is the secret that an act enters: the tests' own, and of a rotation
// another for each word.
func (a *act) entered() string {
	if a.verb == "rotate" {
		return canary + "-" + a.with["value"]
	}
	return canary
}

// everybody is said in the place of all that have not confirmed a rotation.
const everybody = "all"

// confirms are those who have the new secret; nil is everybody.
func (a *act) confirms() []string {
	if slices.Equal(a.confirm, []string{everybody}) {
		return nil
	}
	return a.confirm
}

// rotateFits holds that a rotation does one thing.
func (a *act) rotateFits(n *flows.Element, keys []string) error {
	does := 0
	for _, key := range verbs["rotate"].takes {
		if slices.Contains(keys, key) {
			does++
		}
	}
	if a.verb == "rotate" && does != 1 {
		return fault(n, "rotate has one of users, value, confirm and give_up")
	}
	return nil
}

// rotate is the call of a rotation.
func (c *commandsFace) rotate(a *act) []string {
	c.t.Helper()
	args := []string{"secret rotate", c.item(a.on[0]).name()}
	switch {
	case a.users != nil:
		for _, u := range a.users {
			args = append(args, "--used-by", u)
		}
	case a.with["value"] != "":
		args = append(args, "--secret-stdin")
	case a.confirm != nil:
		args = append(args, "--confirm")
		for _, u := range a.confirms() {
			args = append(args, "--in", u)
		}
	default:
		args = append(args, "--give-up", "--why", a.with["give_up"])
	}
	return args
}

// rotate goes on with a rotation by its word, and leaves what is asked behind it.
func (l *lineFace) rotate(a *act) {
	l.t.Helper()
	w := &l.tongue.Rotate
	l.say("rotate %s", l.item(a.on[0]).name())
	switch {
	case a.users != nil:
		l.say("%s", strings.Join(a.users, ", "))
		l.say("") // no new secret yet
		l.say("") // and it is left open
	case a.with["value"] != "":
		if strings.Contains(l.flat(), spoken(w.AskWhere)) {
			l.say("%s", w.AgainWord)
		}
		l.say("%s", a.entered())
		l.say("")
	case a.confirm == nil:
		l.say("%s", w.GiveUpWord)
		l.say("%s", a.with["give_up"])
	case a.confirms() == nil:
		l.say("%s", w.All)
	default:
		l.say("%s", strings.Join(a.confirm, ", "))
	}
}

// rotate goes on with a rotation.
func (f *walkFace) rotate(a *act) {
	f.t.Helper()
	at, iv, err := f.walk.Find(f.item(a.on[0]).name())
	f.must(err)
	if _, offered := f.walk.ToRotate(iv); !offered {
		f.t.Fatalf("%s is not offered", at)
	}
	f.acts(a, f.walk.Rotate(iv))
}

// rotates answers a question of a rotation as the story says, or leaves it.
func (f *walkFace) rotates(a *act, q walk.Rotate) walk.Turn {
	switch {
	case a.with["give_up"] != "":
		return f.walk.GiveUpRotation(q.At, a.with["give_up"])
	case q.Stage == walk.RotateUsers && a.users != nil:
		return f.walk.RotateUsers(q.At, strings.Join(a.users, ","))
	case q.Stage == walk.RotateSecret && a.with["value"] != "":
		return f.walk.RotateSecret(q.At, run.NewSecret([]byte(a.entered())))
	case q.Stage == walk.RotateConfirm && a.confirm != nil:
		return f.walk.RotateConfirmed(q.At, q.Of, a.confirms())
	case q.Stage == walk.RotateConfirm && a.with["value"] != "" && len(f.asked) == 1:
		return f.walk.RotateAgain(q.At)
	}
	return walk.Turn{}
}

// rotate opens the rotation, at its action or on the page after the last step,
// and answers the one question.
func (d *deskFace) rotate(a *act) {
	d.t.Helper()
	w, it := &d.tongue.Rotate, d.item(a.on[0])
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
	case a.users != nil:
		d.enter(w.Users, strings.Join(a.users, ", "))
		d.press("enter", "the question for the new secret", func(s screen) bool { return s.has("│ │ " + w.Secret) })
		d.leaveRotation()
	case a.with["value"] != "":
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
	d.Paste(a.entered())
	d.WaitFor("dots for the secret", func(s screen) bool { return s.has("••") || s.has("**") })
	d.press("ctrl+s", "the question where it works", func(s screen) bool { return s.has("│ │ " + w.Where) })
	d.leaveRotation()
}

// ends confirms the new secret, or gives the rotation up.
func (d *deskFace) ends(a *act) {
	d.t.Helper()
	w := &d.tongue.Rotate
	if a.confirm == nil {
		d.Key("tab")
		d.WaitFor("the choice behind it", func(s screen) bool { return s.has("│ │ " + w.Next) })
		d.Send("3")
		d.enter(w.Why, a.with["give_up"])
		d.press("enter", "that it is given up", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) })
		return
	}
	at := -1
	for _, name := range d.left(w.Where) {
		at++
		if a.confirms() != nil && !slices.Contains(a.confirm, name) {
			continue
		}
		d.Send(strconv.Itoa(at + 1))
		d.WaitFor("☑ "+name, func(s screen) bool { return s.has("☑ " + name) })
	}
	d.press("ctrl+s", "that it is confirmed", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) })
	if a.confirms() == nil && !strings.HasPrefix(d.Frame().status(), spoken(d.message("dialogue.rotation_confirmed"))) {
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
