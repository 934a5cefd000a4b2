package walk

import (
	"time"

	"lotse/flows/run"
)

// Group is a group of runs on the list of runs.
type Group int

// The groups, in their order.
const (
	GroupToday Group = iota
	GroupOpen
	GroupWaiting
	GroupFinished
)

// Groups are all groups, in their order.
var Groups = []Group{GroupToday, GroupOpen, GroupWaiting, GroupFinished}

var statuses = map[Group][]run.Status{
	GroupToday:    {run.StatusOpen, run.StatusWaiting},
	GroupOpen:     {run.StatusOpen},
	GroupWaiting:  {run.StatusWaiting},
	GroupFinished: {run.StatusDone, run.StatusEnded, run.StatusAbandoned},
}

// Query asks for the runs of the group in which words are found ("" for all).
func (g Group) Query(now time.Time, words string) run.Query {
	q := run.Query{Status: statuses[g], Text: words}
	if g == GroupToday {
		by := tonight(now)
		q.DueBy = &by
	}
	return q
}

// Takes reports whether a run that the query gave stands in the group: what is
// due today stands in its own group only.
func (g Group) Takes(h *run.Header, now time.Time) bool {
	return g == GroupToday || g == GroupFinished || h.Due == nil || h.Due.After(tonight(now))
}

// tonight is the last moment of today.
func tonight(now time.Time) time.Time {
	y, mo, d := now.Date()
	return time.Date(y, mo, d+1, 0, 0, 0, 0, now.Location()).Add(-time.Millisecond)
}
