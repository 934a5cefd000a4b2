package walk

import (
	"maps"
	"slices"

	"lotse/flows"
)

// Arrive is where a run that was opened goes on: at the address that a person
// names; else at the text that was being typed when the run was left in the
// middle of it, in whichever step that is. It gives the sentence that says what is
// half done; zero where nothing is.
func (w *navigator) Arrive(at flows.Address) (half flows.Message) {
	last, found := w.lastTyped()
	switch {
	case !at.IsZero():
		w.ToAddress(at)
	case found && w.isNewer(last):
		w.toTyping(last.At)
	}
	if !found {
		return flows.Message{}
	}
	return w.halfDone(last)
}

// lastTyped is the input that was kept last.
func (w *navigator) lastTyped() (last Typing, found bool) {
	kept := slices.DeleteFunc(slices.Collect(maps.Values(w.typed)), func(t Typing) bool { return t.Kept.IsZero() })
	if len(kept) == 0 {
		return Typing{}, false
	}
	return slices.MaxFunc(kept, func(a, b Typing) int {
		if order := a.Kept.Compare(b.Kept); order != 0 {
			return order
		}
		return compareAddress(b.At, a.At) // at one time the first by name
	}), true
}

// isNewer reports whether nothing has happened in the run since something was
// typed: whoever went on has left it behind.
func (w *navigator) isNewer(t Typing) bool { return !t.Kept.Before(w.view.Changed) }

// toTyping goes to the item, or the cell, in which something is typed; for what is
// typed in a form to that which the form asks about.
func (w *navigator) toTyping(at flows.Address) {
	if _, about, inForm := at.Form(); inForm {
		at = about
	}
	sv := w.view.Step(at.Step)
	if sv == nil || w.IsHidden(sv) {
		return
	}
	w.ToAddress(at)
	if w.at.Step != at.Step { // the form asks about the step as a whole
		w.GoTo(at.Step)
	}
}

// halfDone says what was begun and not submitted, the newest by its name.
func (w *navigator) halfDone(last Typing) flows.Message {
	code := "dialogue.half_typed"
	if _, _, inForm := last.At.Form(); inForm {
		code = "dialogue.half_form"
	}
	half := flows.Msg(code, "what", w.PublicName(last.At))
	if more := len(w.typed) - 1; more > 0 {
		return flows.Joined("joined.sentence", half, flows.Msg("dialogue.half_more", "n", more))
	}
	return half
}
