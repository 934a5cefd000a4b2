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

// Query is the query for the runs of the group that contain words ("" for
// all).
func (g Group) Query(now time.Time, words string) run.Query {
	q := run.Query{Status: statuses[g], Text: words}
	if g == GroupToday {
		by := endOfToday(now)
		q.DueBy = &by
	}
	return q
}

// Contains reports whether a run from the query belongs to the group: a run
// that is due today is only in the group of today.
func (g Group) Contains(h *run.Header, now time.Time) bool {
	return g == GroupToday || g == GroupFinished || h.Due == nil || h.Due.After(endOfToday(now))
}

// endOfToday is the last moment of today.
func endOfToday(now time.Time) time.Time {
	y, mo, d := now.Date()
	return time.Date(y, mo, d+1, 0, 0, 0, 0, now.Location()).Add(-time.Millisecond)
}
