package face

import (
	"time"

	"lotse/flows/run"
	"lotse/flows/words"
)

// Group is a group of runs on the list of runs.
type Group int

// The groups, in their order.
const (
	Today Group = iota
	Open
	Waiting
	Finished
)

// Groups are all groups, in their order.
var Groups = []Group{Today, Open, Waiting, Finished}

var statuses = map[Group][]run.Status{
	Today:    {run.StatusOpen, run.StatusWaiting},
	Open:     {run.StatusOpen},
	Waiting:  {run.StatusWaiting},
	Finished: {run.StatusDone, run.StatusEnded, run.StatusAbandoned},
}

// Query asks for the runs of the group in which words are found ("" for all).
func (g Group) Query(now time.Time, words string) run.Query {
	q := run.Query{Status: statuses[g], Text: words}
	if g == Today {
		by := tonight(now)
		q.DueBy = &by
	}
	return q
}

// Takes reports whether a run that the query gave stands in the group: what is
// due today stands in its own group only.
func (g Group) Takes(h *run.Header, now time.Time) bool {
	return g == Today || g == Finished || h.Due == nil || h.Due.After(tonight(now))
}

// Word is what the group is called.
func (g Group) Word(t *words.Strings) string {
	return [...]string{t.Desk.Today, t.Desk.Open, t.Desk.Waiting, t.Desk.Done}[g]
}

// tonight is the last moment of today.
func tonight(now time.Time) time.Time {
	y, mo, d := now.Date()
	return time.Date(y, mo, d+1, 0, 0, 0, 0, now.Location()).Add(-time.Millisecond)
}
