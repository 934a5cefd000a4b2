package walk

import (
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Changes are what changed of what a step rests on since it was completed, where
// it has to be looked at again; but for what was changed in it right here.
func (w *course) Changes(sv *run.StepView) []run.Change {
	return slices.DeleteFunc(slices.Clone(sv.Since), func(c run.Change) bool {
		when, here := w.made[c.At]
		return here && when.Equal(c.When)
	})
}

// Since says Changes: each with what stands there now, by whom and when.
func (w *course) Since(sv *run.StepView) []flows.Message {
	var list []flows.Message
	for _, c := range w.Changes(sv) {
		if what := w.called(c.At); what.Code == "dialogue.hidden" {
			list = append(list, what)
		} else {
			list = append(list, flows.Msg("dialogue.since", "what", what, "now", w.now(c.At), "by", c.By, "when", c.When.In(w.face.Now().Location())))
		}
	}
	return list
}

// SinceID names what Changes has as a text that has to be read: another one after
// each change. "" is none.
func (w *course) SinceID(sv *run.StepView) string {
	all := w.Changes(sv)
	if len(all) == 0 {
		return ""
	}
	return "since " + all[len(all)-1].When.Format(time.RFC3339Nano)
}

// makes notes what commands have changed in the step at which the dialogue stands:
// whoever makes a change knows of it.
func (w *course) makes(step string, commands []run.Command) {
	sv := w.view.Step(step)
	if sv == nil {
		return
	}
	for _, c := range commands {
		at := About(c)
		for _, change := range sv.Since {
			if change.At.Step == step && change.At.Item == at.Item {
				w.made[change.At] = change.When
			}
		}
	}
}

// now is what stands at an item, in a word or two.
func (w *sight) now(at flows.Address) flows.Message {
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
	return standing(iv, at, kind).message("dialogue.side_changed")
}
