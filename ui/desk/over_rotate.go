package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/walk"
)

// The values of the choice at the end of a rotation's form.
const (
	rotateOn     = "on"
	rotateAgain  = "again"
	rotateGiveUp = "give_up"
)

// newRotate asks for what a rotation needs next: who uses the secret, the new
// value, or where that works. What is open is said above: who uses it, and both
// values side by side, by fingerprint and day.
func newRotate(p *page, q walk.Rotate) room.Overlay {
	f := room.NewForm(roomDesk{p.m}, fmt.Sprintf(p.m.t.Rotate.Title, p.Name(q.At)))
	f.IntroNow = func() []string { return rotateIntro(p, q) } // others may begin to look on
	switch q.Stage {
	case walk.RotateUsers:
		return rotateUsers(p, f, q)
	case walk.RotateSecret:
		return rotateSecret(p, f, q)
	}
	return rotateConfirm(p, f, q)
}

// rotateIntro is what stands above the rows of the form.
func rotateIntro(p *page, q walk.Rotate) []string {
	w := &p.m.t.Rotate
	var intro []string
	if q.Action != nil && q.Stage != walk.RotateConfirm {
		intro = append(intro, q.Action.Item.Action.Body)
	}
	if q.Of == nil {
		return append(intro, w.UsersHint)
	}
	var names []string
	for _, u := range q.Of.Users {
		names = append(names, u.Name)
	}
	lines := []string{flows.CleanLine(fmt.Sprintf(w.UsedBy, words.List(p.m.cfg.Lang, names)))}
	lines = append(lines, "- "+flows.CleanLine(fmt.Sprintf(w.Old, fingerprint(p, q.Of.Old), p.m.dayAndTime(q.Of.Old.At))))
	if q.Of.New.ID != "" {
		lines = append(lines, "- "+flows.CleanLine(fmt.Sprintf(w.New, fingerprint(p, q.Of.New), p.m.dayAndTime(q.Of.New.At))))
	}
	for _, u := range q.Of.Users {
		if u.Confirmed != nil {
			lines = append(lines, "- "+flows.CleanLine(fmt.Sprintf(w.Has, u.Name)))
		}
	}
	return append(intro, lines[0]+"\n\n"+strings.Join(lines[1:], "\n"))
}

// fingerprint names a sealed value; to others who look on it is hidden.
func fingerprint(p *page, s run.SealedView) string {
	if p.Shared() {
		return "***"
	}
	return s.Fingerprint
}

func rotateUsers(p *page, f *room.Form, q walk.Rotate) room.Overlay {
	w := &p.m.t.Rotate
	f.Submit = func(f *room.Form) tea.Cmd {
		if strings.Trim(f.Text(0), " ,;") == "" {
			return f.Fail(0, w.NoUser)
		}
		return f.Answered(p.RotateUsers(q.At, f.Text(0)))
	}
	return f.Add(w.Users, p.m.kit.Line("", ""), 1)
}

func rotateSecret(p *page, f *room.Form, q walk.Rotate) room.Overlay {
	w := &p.m.t.Rotate
	f.Add(w.Secret, p.m.kit.Masked(""), 1)
	f.AddChoice(w.Next, p.m.kit.Options([]flows.Option{{Value: rotateOn, Label: w.Seal}, {Value: rotateGiveUp, Label: w.GiveUp}}, rotateOn), 2)
	f.Submit = func(f *room.Form) tea.Cmd {
		if f.Text(1) == rotateGiveUp {
			p.m.openOver(newGiveUp(p, q))
			return nil
		}
		f.At = 0
		return f.Answered(p.RotateSecret(q.At, run.NewSecret([]byte(f.Text(0)))))
	}
	return f
}

// rotateConfirm asks which of those that use the secret have the new one.
func rotateConfirm(p *page, f *room.Form, q walk.Rotate) room.Overlay {
	w, left := &p.m.t.Rotate, q.Of.Left()
	var users []flows.Option
	for _, name := range left {
		users = append(users, flows.Option{Value: name, Label: name})
	}
	then := []flows.Option{{Value: rotateOn, Label: w.Confirm}, {Value: rotateAgain, Label: w.Again}, {Value: rotateGiveUp, Label: w.GiveUp}}
	f.AddChoice(w.Where, p.m.kit.For(&flows.Field{Type: flows.TypeChoices, Options: users}, nil, nil), min(len(left), 6))
	f.AddChoice(w.Next, p.m.kit.Options(then, rotateOn), len(then))
	f.Submit = func(f *room.Form) tea.Cmd {
		chosen, _ := f.Rows[0].Widget.Value().([]string)
		switch f.Text(1) {
		case rotateAgain:
			return f.Answered(p.RotateAgain(q.At))
		case rotateGiveUp:
			p.m.openOver(newGiveUp(p, q))
			return nil
		}
		if len(chosen) == 0 {
			return f.Fail(0, w.NoneChosen)
		}
		return f.Answered(p.RotateConfirmed(q.At, q.Of, chosen))
	}
	return f
}

// newGiveUp asks why a rotation is given up.
func newGiveUp(p *page, q walk.Rotate) room.Overlay {
	f := room.NewForm(roomDesk{p.m}, fmt.Sprintf(p.m.t.Rotate.Title, p.Name(q.At)), p.m.t.Rotate.GiveUp+".")
	return question{
		at: q.At.InForm(walk.GiveUpForm, "why"), label: p.m.t.Rotate.Why, widget: p.m.line, lines: 1,
		answer: func(why string) walk.Turn { return p.GiveUpRotation(q.At, why) },
	}.ask(f)
}
