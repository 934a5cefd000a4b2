package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// The limits of what counts as experience.
const (
	// MostLearned is how many runs of a procedure are looked at, the newest first:
	// how it went years ago says little about today.
	MostLearned = 30
	// MostSought is how many of the newest runs of a procedure that are done, in
	// whatever mode and from whatever pack, are looked through for them: a hundred
	// thousand rehearsals must not hold up the opening of a run.
	MostSought = 1000
	leastRuns  = 3 // with fewer there is no median
)

// Experience is how long a procedure, whatever its version, has taken on this
// installation: medians of the time that was really spent in the newest real runs
// which are done. A rehearsal, a demo, and a run that was ended early or given up
// teach nothing.
type Experience struct {
	Runs  int                      // how many runs it comes from; 0: not enough of them
	Total time.Duration            // of a whole run; 0: not known
	Steps map[string]time.Duration // by the step's id; none where too few runs completed the step

	logs [][]Event // it comes from these
}

// Learn makes the experience of the events of runs that are done, which need no more
// than their time, kind and step. Steps go by the names that they had in those runs.
func Learn(logs [][]Event) Experience { return learn(logs, func(step string) string { return step }) }

// For is the experience by the names that the steps have in a version of the procedure:
// what a step was called in the runs of earlier versions is that step.
func (x *Experience) For(p *flows.Procedure) Experience { return learn(x.logs, p.StepNow) }

func learn(logs [][]Event, now func(step string) string) Experience {
	var totals []time.Duration
	steps := map[string][]time.Duration{}
	for _, events := range logs {
		spent := spentOn(events, now)
		var total time.Duration
		for id, d := range spent {
			steps[id] = append(steps[id], d)
			total += d
		}
		totals = append(totals, total)
	}
	x := Experience{Steps: map[string]time.Duration{}, logs: logs}
	if len(totals) < leastRuns {
		return x
	}
	x.Runs, x.Total = len(totals), median(totals)
	for id, all := range steps {
		if len(all) >= leastRuns {
			x.Steps[id] = median(all)
		}
	}
	return x
}

// spentOn is the time that was spent on each step which was completed at last, by the
// names of now.
func spentOn(events []Event, now func(step string) string) map[string]time.Duration {
	var t tally
	done := map[string]bool{}
	for i := range events {
		e := events[i]
		e.Step = now(e.Step)
		t.add(&e)
		switch e.Kind {
		case EventDone:
			done[e.Step] = true
		case EventSkipped, EventReopened:
			done[e.Step] = false
		}
	}
	spent := map[string]time.Duration{}
	for id, is := range done {
		if is {
			spent[id] = t.steps[id]
		}
	}
	return spent
}

// median is the middle one; of an even number the mean of the two in the middle.
func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}

// Minutes are whole minutes of a time, begun ones counted.
func Minutes(d time.Duration) int { return int((d + time.Minute - 1) / time.Minute) }

// Usual is how long a step usually takes: as long as here, or else as its procedure
// says; 0: not known.
func (x *Experience) Usual(s *StepView) time.Duration {
	if d := x.Steps[s.Step.ID]; d > 0 {
		return d
	}
	return time.Duration(s.Step.Minutes) * time.Minute
}

// Left is about how much work is left in a run: what its steps that are needed and
// not completed usually take, less what was spent in them. 0 where nothing is left,
// or where nobody knows it of one of them: half a sum would promise too much.
func (x *Experience) Left(v *View) time.Duration {
	var left time.Duration
	if v.Current == "" {
		return 0
	}
	for i := range v.Steps {
		s := &v.Steps[i]
		if s.State == Done || s.State == Skipped || s.State == NotNeeded {
			continue
		}
		usual := x.Usual(s)
		if usual == 0 {
			return 0
		}
		left += max(usual-s.Spent, 0)
	}
	return left
}
