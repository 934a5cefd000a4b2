package walk

import (
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Changes are what has changed since a step was completed that has to be
// looked at again, without the changes that the person has just made in it.
func (w *navigator) Changes(sv *run.StepView) []run.Change {
	return slices.DeleteFunc(slices.Clone(sv.Since), func(c run.Change) bool {
		when, here := w.ownChanges[c.At]
		return here && when.Equal(c.When)
	})
}

// ChangeMessages say these changes: each with its present value, by whom and
// when.
func (w *navigator) ChangeMessages(sv *run.StepView) []flows.Message {
	var list []flows.Message
	for _, c := range w.Changes(sv) {
		if what := w.PublicName(c.At); what.Code == "dialogue.hidden" {
			list = append(list, what)
		} else {
			list = append(list, flows.Msg("dialogue.since", "what", what, "now", w.currentValue(c.At), "by", c.By, "when", c.When.In(w.face.Now().Location())))
		}
	}
	return list
}

// ChangesID identifies the changes as a text that must be read; it is
// different after each change. "" for none.
func (w *navigator) ChangesID(sv *run.StepView) string {
	all := w.Changes(sv)
	if len(all) == 0 {
		return ""
	}
	return "since " + all[len(all)-1].When.Format(time.RFC3339Nano)
}

// noteOwnChanges notes what commands have changed in the present step: whoever
// makes a change knows of it.
func (w *navigator) noteOwnChanges(step string, commands []run.Command) {
	sv := w.view.Step(step)
	if sv == nil {
		return
	}
	for _, c := range commands {
		at := About(c)
		for _, change := range sv.Since {
			if change.At.Step == step && change.At.Item == at.Item {
				w.ownChanges[change.At] = change.When
			}
		}
	}
}

// currentValue is the present value of an item, in a word or two.
func (w *position) currentValue(at flows.Address) flows.Message {
	iv := w.ItemAt(at)
	if iv == nil {
		return flows.Msg("dialogue.side_none")
	}
	kind := SideOther
	switch it := iv.Item; {
	case it.Kind == flows.KindCheck && iv.Result != nil && !iv.Result.Message.IsZero():
		return iv.Result.Message
	case it.Field != nil && it.Field.Type == flows.TypeSecret:
		kind = SideSecret
	case it.Field != nil:
		kind = SideValue
	case it.List != nil:
		kind = SideRows
	case it.Task != nil:
		kind = SideTick
	}
	return itemSide(iv, at, kind).message("dialogue.side_changed")
}
