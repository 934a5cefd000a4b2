package walk

import (
	"reflect"

	"lotse/flows"
	"lotse/flows/run"
)

// Remember takes the answers that the customer's other runs gave, those of the
// newest run first. Nothing is filled in by that.
func (w *Walk) Remember(earlier []run.Earlier) { w.earlier = earlier }

// Earlier is what TakeEarlier would take over now for the dialogue's present field:
// the newest answer of another run to a field that has none, then the one behind the
// one that was taken. Nil for none, and while others look on.
func (w *Walk) Earlier() *run.Earlier {
	iv := w.Item()
	if iv == nil || iv.Item.Kind != flows.KindField || w.shared || len(w.earlier) == 0 {
		return nil
	}
	fitting := w.fitting(iv.Item)
	if flows.Empty(iv.Value) {
		if _, typed := w.Typed(w.at.Whole()); typed || len(fitting) == 0 {
			return nil
		}
		return fitting[0]
	}
	for i, e := range fitting {
		if w.tookOver[w.at.Whole()] && reflect.DeepEqual(e.Value, iv.Value) && len(fitting) > 1 {
			return fitting[(i+1)%len(fitting)]
		}
	}
	return nil
}

// fitting are the earlier answers for an item, each value once.
func (w *Walk) fitting(it *flows.Item) []*run.Earlier {
	var all []*run.Earlier
	for i := range w.earlier {
		e := &w.earlier[i]
		known := false
		for _, other := range all {
			known = known || reflect.DeepEqual(other.Value, e.Value)
		}
		if !known && e.Fits(it) {
			all = append(all, e)
		}
	}
	return all
}

// TakeEarlier takes over what Earlier offers, on record with the run that it comes
// from, and stays there.
func (w *Walk) TakeEarlier() Turn {
	e := w.Earlier()
	if e == nil {
		return tell("earlier.none")
	}
	at := w.at.Whole()
	t := w.propose(proposal{
		commands: []run.Command{run.Take{Command: run.Answer{At: at, Value: e.Value}, From: e.From}}, then: Stay,
		tell: []flows.Message{flows.Msg("earlier.taken", "title", e.Title, "run", e.From.Run)},
	})
	w.tookOver[at] = w.tookOver[at] || t.Done || t.Ask != nil
	return t
}
