package desk

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// header is the first line: Lotse, the marks that must not be overlooked,
// where the person is, and the state of the run. In a narrow window the name
// is dropped first, then the counts; the marks stay.
func (pn *pen) header(marks []string, middle, right, counted string) string {
	t := pn.th
	left := "Lotse"
	for _, mark := range marks {
		switch mark {
		case "":
		case pn.shareMark(): // on a ground of its own: it must not be overlooked
			left += "  " + t.Select.Render(" "+mark+" ")
		default:
			left += "  " + t.Alert.Render(mark)
		}
	}
	end := right + counted
	if theme.Width(left)+2+theme.Width(end) > pn.w {
		end = right
	}
	if room := pn.w - theme.Width(left) - theme.Width(end) - 4; room >= 6 {
		left += "  " + t.Fit(middle, room)
	}
	return t.Ends(left, end, pn.w)
}

func (d drawing) runHeader() string {
	t, h := d.m.th, &d.View().Header
	name := t.Bold.Render(flows.CleanLine(h.Customer.Name)) + t.Dim.Render(t.Dot+flows.CleanLine(h.Title))
	word, bad := d.savingWord()
	counted := t.Dot + count(h.Progress)
	if d.m.replay != nil {
		word, counted = "", count(h.Progress)
	}
	ink := t.Dim
	if bad {
		ink = t.Bad
	}
	right := ink.Render(word)
	if call := d.callWord(); call != "" {
		right = t.Accent.Render(call) + t.Dim.Render(t.Dot) + right
	}
	return d.m.header([]string{d.m.replayMark(), d.m.shareMark(), d.m.t.Mode(string(h.Mode))}, name, right, t.Dim.Render(counted))
}

// shareMark is shown in the header while the view is shared.
func (pn *pen) shareMark() string {
	if pn.share {
		return pn.t.Wizard.Shared
	}
	return ""
}

func count(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// progress is one sign per step, and the present step.
func (d drawing) progress() string {
	t := d.m.th
	words := fmt.Sprintf(d.m.t.Wizard.StepOf, d.number(d.At().Step), d.View().Progress.Needed())
	if d.At().Step == "" {
		words = d.m.t.Status(string(d.View().Status))
	}
	if n := d.View().Progress.NotNeeded; n > 0 {
		words += t.Dot + fmt.Sprintf(d.m.t.Wizard.NotNeeded, n)
	}
	room := d.m.w - theme.Width(words) - 2
	var signs []string
	width := 0
	for i := range d.View().Steps {
		s := &d.View().Steps[i]
		if s.State == run.NotNeeded {
			continue
		}
		sign := d.stepSign(s)
		if s.Step.ID == d.At().Step {
			sign = t.Accent.Render(glyph.Here.Of(t.ASCII))
		}
		if width += theme.Width(sign); width > room {
			return t.Fit(t.Dim.Render(words), d.m.w)
		}
		signs = append(signs, sign)
	}
	return strings.Join(signs, "") + "  " + t.Dim.Render(words)
}

// day is a day in words.
func (pn *pen) day(d time.Time) string {
	return face.Day(pn.t, pn.now(), d)
}

// dayAndTime is a day in words, with the time if it is today or yesterday.
func (pn *pen) dayAndTime(d time.Time) string {
	s := pn.day(d)
	if s == pn.t.When.Today || s == pn.t.When.Yesterday || s == pn.t.When.Tomorrow {
		return s + " " + words.Clock(pn.t.Lang, d.In(pn.now().Location()))
	}
	return s
}

// savingWord says in the header whether everything is saved.
func (d drawing) savingWord() (word string, bad bool) {
	w := &d.m.t.Saving
	switch d.SaveState() {
	case walk.NotSaved:
		return fmt.Sprintf(w.NotSaved, face.UnsavedReason(d.m.t, d.SaveError())), true
	case walk.IsSaving:
		return w.Saving, false
	default:
		return w.Saved, false
	}
}
