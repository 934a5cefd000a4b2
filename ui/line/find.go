package line

import (
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/palette"
)

// finder has the word that finds what can be done, steps, runs, and places in runs.
// They are listed by number; the word with a number does it, or goes there.
type finder struct {
	*wording
	session *lineSession
	moves   *moveWords
	deeds   []palette.Entry         // what can be done by words
	do      func(word string) error // runs a word

	found []palette.Entry // as numbered
}

// find lists what a text finds, or goes to what has a number.
func (w *finder) find(args string) error {
	if n, err := strconv.Atoi(args); err == nil && n >= 1 && n <= len(w.found) {
		return w.goTo(w.found[n-1])
	}
	stored, err := palette.Ask(w.session.ctx, w.session.Archive, args)
	if err != nil {
		w.sayf(w.l.Refused, w.session.sentence(err))
		return nil
	}
	all := slices.Concat(w.deeds, palette.Steps(w.view(), false, func(sv *run.StepView) string { return w.t.State(string(sv.State)) }))
	w.found = palette.Match(args, append(all, w.runs(stored)...))
	if len(w.found) == 0 {
		w.sayf(w.l.NothingFound, args)
		return nil
	}
	for i, e := range w.found {
		w.sayf("%d: %s", i+1, sentence(joinSaid(e.Text, e.Beside)))
	}
	w.say(w.message(flows.Msg("find.go_there")))
	return nil
}

// runs are the entries of runs and of places in them. A customer is found by
// their runs: there is no list of one customer's runs here.
func (w *finder) runs(stored *palette.Found) []palette.Entry {
	stored.Customers = nil
	var all []palette.Entry
	for _, e := range palette.Stored(stored, false, func(*run.Header) bool { return false },
		func(e run.IndexEntry) string { return words.Say(w.session.Lang, e.Message()) },
		func(h *run.Header) string { return w.t.Status(string(h.Status)) }) {
		if e.Kind != palette.Customer {
			all = append(all, e)
		}
	}
	return all
}

func joinSaid(text, beside string) string {
	if beside == "" {
		return text
	}
	return text + ", " + beside
}

// goTo does what is meant, or goes to a place in this run, or leaves it for another.
func (w *finder) goTo(e palette.Entry) error {
	if e.Kind == palette.Action {
		return w.do(e.Key)
	}
	if e.Run == "" || e.Run == w.view().ID {
		if e.At.Step == "" {
			return nil
		}
		if err := w.moves.goWord(e.At.Step); err != nil || e.At.Item == "" || w.at().Step != e.At.Step {
			return err
		}
		w.walk.ToAddress(e.At)
		return nil
	}
	err := w.moves.leaves("find", errDesk)
	if err == errDesk { //nolint:errorlint // it is that very error
		w.session.next = &e
	}
	return err
}
