package walk

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Follow goes on by another version of the run's procedure, as its author has just
// saved it. The dialogue stays where it is, by the ids of that version and its
// renames; what has no place there any more is told. A finished run is opened again
// at its last step, since it could not follow otherwise.
func (w *Walk) Follow(to *flows.Procedure) Turn {
	was, at, pairs := w.view, w.at, flows.Compare(w.proc, to)
	commands, reopens := []run.Command{run.Move{To: to}}, ""
	if reopens = w.lastClosed(); reopens != "" {
		commands = append([]run.Command{run.Reopen{Step: reopens}}, commands...)
	}
	out, err := w.s.Do(true, commands...)
	if err != nil {
		return w.failed(err)
	}
	w.refresh()
	gone := w.stay(pairs, at)
	t := Turn{Done: true, Do: w.Save()}
	if reopens != "" {
		t = t.merge(tell("follow.reopened"))
	}
	if gone != nil && was.Step(gone.ID) != nil {
		t = t.merge(tell("follow.step_gone", "step", flows.CleanLine(was.Step(gone.ID).Step.Title)))
	}
	if what := w.unplaced(out.Events); !what.IsZero() {
		t = t.merge(Turn{Tell: []flows.Message{what}})
	}
	return t
}

// lastClosed is the step that is opened again so that a finished run goes on: the
// last one that was completed or skipped. It is "" where the run goes on anyway.
func (w *position) lastClosed() string {
	if s := w.view.Status; s == run.StatusOpen || s == run.StatusWaiting {
		return ""
	}
	last := ""
	for i := range w.view.Steps {
		if s := &w.view.Steps[i]; s.State == run.Done || s.State == run.Skipped || last == "" {
			last = s.Step.ID
		}
	}
	return last
}

// stay keeps the dialogue beside where it was, if that is gone: at what stands in the
// place of an item now, or of a step, which it gives then.
func (w *navigator) stay(pairs *flows.Comparison, was flows.Address) (gone *flows.Step) {
	switch now := whereNow(was, pairs); {
	case was.Step == "":
	case now.Step == "":
		w.GoTo(w.besides(pairs, was.Step))
		return pairs.Step(was.Step).Old
	case was.Item != "" && now.Item == "":
		w.toPlace(w.view.Step(now.Step), pairs.Step(was.Step).Old, was.Item)
	}
	return nil
}

// toPlace goes to what stands now where an item stood that is gone, or else to where
// the step begins.
func (w *navigator) toPlace(sv *run.StepView, old *flows.Step, gone string) {
	i := slices.IndexFunc(old.Items, func(it flows.Item) bool { return it.ID == gone })
	if i = min(i, len(sv.Items)-1); i >= 0 && w.Stops(&sv.Items[i]) {
		w.at = flows.Address{Step: sv.Step.ID, Item: sv.Items[i].Item.ID}
		return
	}
	w.at = flows.Address{Step: sv.Step.ID, Item: w.First(sv)}
}

// besides is the step at which to go on where one is gone: the next one that is
// needed, else the one before, else that with which the run continues.
func (w *navigator) besides(pairs *flows.Comparison, gone string) string {
	at := slices.IndexFunc(pairs.Steps, func(p flows.StepPair) bool { return p.Old != nil && p.Old.ID == gone })
	if at < 0 {
		return w.view.Current
	}
	before := slices.Clone(pairs.Steps[:at])
	slices.Reverse(before)
	for _, p := range append(slices.Clone(pairs.Steps[at:]), before...) {
		if p.New == nil {
			continue
		}
		if sv := w.view.Step(p.New.ID); sv != nil && sv.State != run.NotNeeded && !w.IsHidden(sv) {
			return p.New.ID
		}
	}
	return w.view.Current
}

// mostLost is how many things without a place a sentence names.
const mostLost = 3

// unplaced says what has lost its place by some events, with what was entered there; zero
// where nothing has.
func (w *position) unplaced(events []run.Event) flows.Message {
	void := map[string]bool{}
	for i := range events {
		d, _ := events[i].Payload() // it was made a moment ago
		if m, moved := d.(*run.Moved); moved {
			for _, name := range m.Void {
				void[name] = true
			}
		}
	}
	var named []flows.Message
	for i := range w.view.Placeless {
		if p := &w.view.Placeless[i]; void[p.At.String()] && !(w.shared && p.Internal) {
			named = append(named, placelessMessage(p))
		}
	}
	if len(named) == 0 {
		return flows.Message{}
	}
	n := len(named)
	what := flows.Msg("follow.lost", "n", n, "what", flows.Joined("joined.semicolon", named[:min(n, mostLost)]...))
	if n > mostLost {
		what = flows.Joined("joined.sentence", what, flows.Msg("follow.lost_more", "n", n-mostLost))
	}
	return what
}

// placelessMessage names something without a place, and what was entered there; never
// of a secret.
func placelessMessage(p *run.Placeless) flows.Message {
	text := strings.TrimSpace(flows.CleanLine(flows.Format(p.Value)))
	if text == "" || p.Set {
		return flows.Said(p.Label())
	}
	return flows.Msg("follow.lost_value", "what", p.Label(), "value", flows.Short(text))
}
