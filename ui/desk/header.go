package desk

import (
	"errors"
	"fmt"
	"slices"
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
// where the person is, and the first of the right ends that leaves room for the
// marks. In a narrow window the middle is dropped first; the marks stay.
func (pn *pen) header(marks []string, middle string, ends ...string) string {
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
	end := ends[len(ends)-1]
	if i := slices.IndexFunc(ends, func(e string) bool { return theme.Width(left)+2+theme.Width(e) <= pn.w }); i >= 0 {
		end = ends[i]
	}
	if room := pn.w - theme.Width(left) - theme.Width(end) - 4; room >= 6 {
		left += "  " + t.Fit(middle, room)
	}
	return t.Ends(left, end, pn.w)
}

func (d drawing) runHeader() string {
	t, h := d.m.th, &d.View().Header
	name := t.Bold.Render(flows.CleanLine(h.Customer.Name)) + t.Dim.Render(t.Dot+flows.CleanLine(h.Title))
	if from := d.View().Provenance.Short(); from != "" {
		name += t.Faint.Render(t.Dot + from)
	}
	return d.m.header([]string{d.m.replayMark(), d.m.shareMark(), d.m.serverMark(), d.m.readOnlyMark(), d.m.modeMark(h)}, name, d.runEnds()...)
}

// runEnds are the right ends of a run's header, the longest first: the call, what
// is saved, and how far the run is. That something is not saved is never left out.
func (d drawing) runEnds() []string {
	t, counted := d.m.th, d.m.th.Dim.Render(count(d.View().Progress))
	if d.m.replay != nil {
		return []string{counted}
	}
	word, bad := d.savingWord()
	ink := t.Dim
	if bad {
		ink = t.Bad
	}
	join := func(parts ...string) string { return strings.Join(parts, t.Dim.Render(t.Dot)) }
	saved := ink.Render(word)
	ends := []string{join(saved, counted), saved}
	if length := d.callLength(); length != "" {
		call := words.Say(d.m.t.Lang, flows.Msg("phone.call", "length", length))
		ends = append([]string{
			join(t.Accent.Render(call), saved, counted), join(t.Accent.Render(length), saved, counted), join(t.Accent.Render(length), saved),
		}, ends...)
	}
	if !bad {
		ends = append(ends, counted)
	}
	var with []string
	for _, others := range d.othersWords() {
		with = append(with, join(append([]string{t.Accent.Render(others)}, ends[0])...))
	}
	return append(with, ends...)
}

// shareMark is shown in the header while the view is shared.
func (pn *pen) shareMark() string {
	if pn.share {
		return pn.t.Wizard.Shared
	}
	return ""
}

func count(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// progress is one sign per step, the present step, and how much work is left where
// there is room to say so.
func (d drawing) progress() string {
	line := d.steps()
	left := face.TimeLeft(d.m.t, d.Left())
	if left == "" || theme.Width(line)+2+theme.Width(left) > d.m.w {
		return line
	}
	return d.m.th.Ends(line, d.m.th.Dim.Render(left), d.m.w)
}

// steps is one sign per step, and the present step.
func (d drawing) steps() string {
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
	return face.DayAndTime(pn.t, pn.now(), d)
}

// savingWord says in the header whether everything is saved.
func (d drawing) savingWord() (word string, bad bool) {
	w := &d.m.t.Saving
	switch d.SaveState() {
	case walk.NotSaved:
		if errors.Is(d.SaveError(), flows.ErrAway) { // it goes on by itself when the server is back
			return fmt.Sprintf("%s (%s)", w.Saving, w.Away), true
		}
		return fmt.Sprintf(w.NotSaved, face.UnsavedReason(d.m.t, d.SaveError())), true
	case walk.IsSaving:
		return w.Saving, false
	default:
		return w.Saved, false
	}
}
