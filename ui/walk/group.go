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
	GroupAside
	GroupFinished
)

// Groups are all groups, in their order.
var Groups = []Group{GroupToday, GroupOpen, GroupWaiting, GroupAside, GroupFinished}

var statuses = map[Group][]run.Status{
	GroupToday:    unfinished,
	GroupOpen:     {run.StatusOpen},
	GroupWaiting:  {run.StatusWaiting},
	GroupAside:    unfinished,
	GroupFinished: {run.StatusDone, run.StatusEnded, run.StatusAbandoned},
}

var unfinished = []run.Status{run.StatusOpen, run.StatusWaiting}

// Listing is which runs a list of runs shows, and in what order.
type Listing struct {
	Words    string        // that are in them; "" for all
	Customer *run.Customer // whose they are; nil: of all
	Order    run.Order
}

// Query is the query for the runs of the group. A run that is put aside is in no
// group but its own, until it is over.
func (g Group) Query(now time.Time, l Listing) run.Query {
	q := run.Query{Status: statuses[g], Text: l.Words, Order: l.Order}
	if l.Customer != nil {
		q.Customer = l.Customer.ID
	}
	if g == GroupToday {
		by := endOfToday(now)
		q.DueBy = &by
	}
	if g != GroupFinished {
		aside := g == GroupAside
		q.Aside = &aside
	}
	return q
}

// Contains reports whether a run from the query belongs to the group: a run
// that is due today is only in the group of today.
func (g Group) Contains(h *run.Header, now time.Time) bool {
	return g == GroupToday || g == GroupAside || g == GroupFinished || h.Due == nil || h.Due.After(endOfToday(now))
}

// CanBeAside reports whether a run can be put aside, or taken up again.
func CanBeAside(h *run.Header) bool {
	return h.Status == run.StatusOpen || h.Status == run.StatusWaiting
}

// endOfToday is the last moment of today.
func endOfToday(now time.Time) time.Time {
	y, mo, d := now.Date()
	return time.Date(y, mo, d+1, 0, 0, 0, 0, now.Location()).Add(-time.Millisecond)
}
