package walk

import (
	"maps"

	"lotse/flows"
	"lotse/flows/run"
)

// Version asks whether the run is moved to another version of its procedure, after
// what that does to it; Walk.MoveTo.
type Version struct {
	To   *flows.Procedure
	Does *run.Moving
}

func (Version) question() {}

// AskToMove asks whether the run is moved to a version of its procedure; nil is none.
// What is under way has to end before, and what is typed must have a place there.
func (w *Walk) AskToMove(to *flows.Procedure) Turn {
	if to == nil {
		return tell("move.none")
	}
	m, err := w.s.Moving(to)
	switch {
	case err != nil:
		return w.failed(err)
	case m == nil:
		return tell("move.same")
	case w.isUnderWay():
		return warn(flows.Msg("move.busy"))
	}
	if lost := w.typedWithout(flows.Compare(w.proc, to)); len(lost) > 0 {
		return warn(flows.Msg("move.typed", "what", w.PublicName(lost[0]), "to", to.Version))
	}
	return Turn{Ask: Version{To: to, Does: m}}
}

// MoveTo answers Version: the run is moved.
func (w *Walk) MoveTo(q Version) Turn {
	if t := w.AskToMove(q.To); t.Ask == nil { // something has begun meanwhile
		return t
	}
	t := w.Record(Stay, run.Move{To: q.To})
	if t.Done {
		t.Tell = append(t.Tell, flows.Msg("move.moved", "to", q.To.Version))
	}
	return t
}

// isUnderWay reports whether something is that comes back under the names of the
// present version: a file that is kept, a secret that is sealed, a question.
func (w *Walk) isUnderWay() bool {
	return w.files > 0 || len(w.sealing) > 0 || w.awaitsKey != nil || w.awaitsConfirm != nil || w.openConflict != nil || !w.toCheck.IsZero()
}

// typedWithout are the addresses of what is typed and has no place in the new version.
func (w *navigator) typedWithout(pairs *flows.Comparison) []flows.Address {
	var all []flows.Address
	for _, t := range sorted(w.typed) {
		if _, ok := placeOf(t, pairs); !ok && w.hasPlace(t.At) {
			all = append(all, t.At)
		}
	}
	return all
}

// hasPlace reports whether the run has the place of an address, or of what a form
// asks about.
func (w *position) hasPlace(a flows.Address) bool {
	if _, about, inForm := a.Form(); inForm {
		a = about
	}
	return a.Item != "" && w.ItemAt(a) != nil || a.Item == "" && w.view.Step(a.Step) != nil
}

// placeOf is where something typed stands in the new version; false for nowhere: a
// secret has no place where others can read it.
func placeOf(t Typing, pairs *flows.Comparison) (flows.Address, bool) {
	now, ok := pairs.Address(t.At)
	if _, _, inForm := now.Form(); !ok || inForm {
		return now, ok
	}
	it := pairs.New.Step(now.Step).Item(now.Item)
	return now, t.Hidden == (it.Field != nil && it.Field.Type == flows.TypeSecret)
}

// follow goes along with a move of the run: where the dialogue stands, what is typed
// and what was seen go by the names of the new version. What is typed and has no place
// there stays where it was, for a version that has one again.
func (w *navigator) follow(pairs *flows.Comparison) {
	was := w.at
	w.at = whereNow(was, pairs)
	if w.displaced = w.at.Item == "" && was.Item != ""; w.displaced {
		if sv := w.Step(); sv != nil && !w.IsHidden(sv) {
			w.at.Item = w.First(sv)
		}
	}
	w.ownChanges, w.left, w.forgone = byNewName(w.ownChanges, pairs), byNewName(w.left, pairs), byNewName(w.forgone, pairs)
	for step := range maps.Clone(w.tried) {
		if now, ok := pairs.Address(flows.AtStep(step)); ok {
			w.tried[now.Step] = true
		}
	}
	var again []Typing
	for _, t := range sorted(w.typed) {
		if now, ok := placeOf(t, pairs); ok && now != t.At {
			w.Forget(t.At)
			t.At = now
			again = append(again, t)
		}
	}
	for _, t := range again {
		w.Type(t)
	}
}

// Displaced reports whether the last move took the item away at which the dialogue
// stood: what is typed is meant for that, and for no other.
func (w *navigator) Displaced() bool { return w.displaced }

// whereNow is where the dialogue stands in the new version: at the same place, else
// at the step that has it still, else at none.
func whereNow(at flows.Address, pairs *flows.Comparison) flows.Address {
	for _, a := range []flows.Address{at, at.Whole(), flows.AtStep(at.Step)} {
		if now, ok := pairs.Address(a); ok {
			return now
		}
	}
	return flows.Address{}
}

func byNewName[V any](all map[flows.Address]V, pairs *flows.Comparison) map[flows.Address]V {
	named := map[flows.Address]V{}
	for a, v := range all {
		if now, ok := pairs.Address(a); ok {
			named[now] = v
		}
	}
	return named
}

// movedElsewhere tells that another program has moved the run, and what is typed here
// that has no place any more; before is the run as it was.
func (w *Walk) movedElsewhere(before *run.View) Turn {
	if before.Digest == w.view.Digest {
		return Turn{}
	}
	t := tell("move.elsewhere", "to", w.view.ProcedureVersion)
	for _, typed := range sorted(w.typed) {
		if w.hasPlace(typed.At) {
			continue
		}
		what := flows.Said(NameIn(before, typed.At))
		if iv := itemIn(before, typed.At); w.shared && (iv == nil || iv.Item.Internal || before.Step(typed.At.Step).Step.Internal) {
			what = flows.Msg("dialogue.hidden")
		}
		t.Tell = append(t.Tell, flows.Msg("move.typed_kept", "what", what))
	}
	return t
}
