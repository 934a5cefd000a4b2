package run

import (
	"encoding/hex"
	"reflect"
	"time"

	"lotse/flows"
)

// Difference is something that two copies of a run hold differently.
type Difference struct {
	At     flows.Address // a step, an item or a cell
	Item   *flows.Item   // of an item, or of the cell's column; nil for a step
	Ours   Side
	Theirs Side
}

// Side is what one copy holds, and the event after which it does; the zero By and
// Seq are of a side that has not changed since both were one.
type Side struct {
	Value flows.Value // a field's; of a secret its fingerprint, of a list the number of its rows, of a task whether it is ticked, else the status
	By    string
	At    time.Time
	Seq   int64
}

// Differ lists what two copies of a run hold differently, in the order of the
// procedure. Both views are of the same procedure, events those of each, since the
// newest event that both have.
func Differ(ours, theirs *View, ourEvents, theirEvents []Event, since int64) []Difference {
	d := differ{ours: lastChanges(ourEvents, since), theirs: lastChanges(theirEvents, since)}
	for i := range ours.Steps {
		step, other := &ours.Steps[i], theirs.Step(ours.Steps[i].Step.ID)
		if other == nil {
			continue
		}
		d.add(flows.AtStep(step.Step.ID), nil, string(step.State), string(other.State))
		for j := range step.Items {
			if it := other.Item(step.Items[j].Item.ID); it != nil {
				d.item(flows.Address{Step: step.Step.ID, Item: step.Items[j].Item.ID}, &step.Items[j], it)
			}
		}
	}
	return d.found
}

// differ collects differences.
type differ struct {
	ours, theirs map[flows.Address]*Event
	found        []Difference
}

// lastChanges are the last events about each address, after since.
func lastChanges(events []Event, since int64) map[flows.Address]*Event {
	last := map[flows.Address]*Event{}
	for i := range events {
		e := &events[i]
		if e.Seq <= since || e.Kind == EventForked || e.Kind == EventLanguage || e.Kind == EventSecretUsed || e.Kind == EventReadBack || e.Kind == EventCalled {
			continue
		}
		at := e.About()
		last[at] = e
		if at.Row != "" {
			last[at.Whole()] = e
		}
	}
	return last
}

// add adds a difference, if it is one.
func (d *differ) add(at flows.Address, it *flows.Item, ours, theirs flows.Value) {
	if reflect.DeepEqual(ours, theirs) {
		return
	}
	d.found = append(d.found, Difference{At: at, Item: it, Ours: sideAt(d.ours, at, ours), Theirs: sideAt(d.theirs, at, theirs)})
}

func sideAt(last map[flows.Address]*Event, at flows.Address, v flows.Value) Side {
	e := last[at]
	if e == nil && at.Row != "" {
		e = last[at.Whole()]
	}
	if e == nil {
		return Side{Value: v}
	}
	return Side{Value: v, By: e.By, At: e.At, Seq: e.Seq}
}

func (d *differ) item(at flows.Address, ours, theirs *ItemView) {
	switch {
	case ours.Item.Kind == flows.KindList:
		d.list(at, ours, theirs)
	case ours.Item.Kind == flows.KindField && ours.Item.Field.Type == flows.TypeSecret:
		d.add(at, ours.Item, ours.Fingerprint, theirs.Fingerprint)
	case ours.Item.Kind == flows.KindField:
		d.add(at, ours.Item, ours.answered(), theirs.answered())
	case ours.Item.Kind == flows.KindTask && ours.Done == theirs.Done && ours.Done && !sameTick(ours, theirs):
		d.found = append(d.found, Difference{At: at, Item: ours.Item, Ours: sideAt(d.ours, at, ours.Done), Theirs: sideAt(d.theirs, at, theirs.Done)})
	case ours.Item.Kind == flows.KindTask:
		d.add(at, ours.Item, ours.Done, theirs.Done)
	default:
		d.add(at, ours.Item, ours.Status, theirs.Status)
	}
}

// sameTick reports whether two ticks have the same evidence.
func sameTick(a, b *ItemView) bool {
	return a.Note == b.Note && reflect.DeepEqual(a.Evidence, b.Evidence)
}

// list compares the cells of a list whose rows are the same, else it names the
// list as a whole.
func (d *differ) list(at flows.Address, ours, theirs *ItemView) {
	if len(ours.Rows) != len(theirs.Rows) {
		d.add(at, ours.Item, len(ours.Rows), len(theirs.Rows))
		return
	}
	for i := range ours.Rows {
		if ours.Rows[i].Row != theirs.Rows[i].Row {
			d.found = append(d.found, Difference{At: at, Item: ours.Item, Ours: sideAt(d.ours, at, len(ours.Rows)), Theirs: sideAt(d.theirs, at, len(theirs.Rows))})
			return
		}
	}
	for i := range ours.Rows {
		for j := range ours.Item.List.Columns {
			c := &ours.Item.List.Columns[j]
			d.add(at.In(ours.Rows[i].Row, c.ID), c, ours.Rows[i].Values[c.ID], theirs.Rows[i].Values[c.ID])
		}
	}
}

// Origin is where an answer of the copy comes from, for whoever takes it over.
func (c *Copy) Origin(at flows.Address) Origin {
	side := sideAt(lastChanges(c.session.events, 0), at, nil)
	return Origin{Head: hex.EncodeToString(c.session.state.head), Seq: side.Seq, By: side.By}
}
