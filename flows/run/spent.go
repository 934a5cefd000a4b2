package run

import (
	"cmp"
	"maps"
	"time"
)

// longestWork is the longest time between two records of a run that counts as work.
// What is longer is a pause: nothing on record says that anybody was there.
const longestWork = 30 * time.Minute

// tally adds up the time that was really spent in the steps of a run, from the times
// of its events alone.
//
// The time between an event and the one before belongs to the step of the later
// one, since it is what the work led to. It counts for nothing where it is longer
// than longestWork, where the clock was set back, where it was spent waiting for
// somebody (the answer of a wait), and where it belongs to no step.
type tally struct {
	last  time.Time
	steps map[string]time.Duration
}

// takesNoTime reports whether the time before an event is not work in its step:
// others were waited for, or a secret of a run that is over was replaced.
func takesNoTime(k EventKind) bool {
	switch k {
	case EventWaitAnswered, EventSecretDestroyed, EventRotationBegun,
		EventRotationSealed, EventRotationConfirmed, EventRotationGivenUp:
		return true
	}
	return false
}

// add counts an event. The same event counts once, however often it is added.
func (t *tally) add(e *Event) {
	gap := e.At.Sub(t.last)
	first := t.last.IsZero()
	t.last = e.At
	if first || gap <= 0 || gap > longestWork || e.Step == "" || takesNoTime(e.Kind) {
		return
	}
	if t.steps == nil {
		t.steps = map[string]time.Duration{}
	}
	t.steps[e.Step] += gap
}

// renamed is the tally by the names that steps have in another version; back has
// the old names by the new ones. A step that is gone keeps its name, and its time.
func (t *tally) renamed(back map[string]string) tally {
	names := map[string]string{}
	for now, before := range back {
		names[before] = now
	}
	n := tally{last: t.last, steps: map[string]time.Duration{}}
	for id, d := range t.steps {
		n.steps[cmp.Or(names[id], id)] += d
	}
	return n
}

// total is the time that was spent in all steps.
func (t *tally) total() time.Duration {
	var sum time.Duration
	for d := range maps.Values(t.steps) {
		sum += d
	}
	return sum
}
