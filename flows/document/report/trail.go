package report

import (
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// trail is what the events of a run tell that its view does not: who, when, and what
// a new round has taken away.
type trail struct {
	last     map[flows.Address]deed // by step, item, row and cell
	accepted map[[2]string]Deed     // by step and problem
	begun    map[string]time.Time
	done     map[string]time.Time
	by       map[string][]string // of a step; "" of the run
	ended    time.Time           // of the newest event that completed a step or closed the run
	runs     map[flows.Address]int
	gates    map[flows.Address]*run.GatePassed
	waits    map[flows.Address]*run.Waited
}

// deed is a Deed with its place among the events.
type deed struct {
	seq int64
	Deed
}

// follow reads the events of a run, by the names of its present version. What was erased tells only that something
// happened.
func follow(v *run.View, events []run.Event) *trail {
	t := &trail{
		last: map[flows.Address]deed{}, accepted: map[[2]string]Deed{},
		begun: map[string]time.Time{}, done: map[string]time.Time{}, by: map[string][]string{}, runs: map[flows.Address]int{},
		gates: map[flows.Address]*run.GatePassed{}, waits: map[flows.Address]*run.Waited{},
	}
	for i := range events {
		e := &events[i]
		step := v.Now(flows.AtStep(e.Step), e.Seq).Step
		t.time(e, step)
		if payload, err := e.Payload(); err == nil && payload != nil {
			t.event(e, payload, step, v.Now(e.About(), e.Seq))
		}
	}
	return t
}

// time adds what an event tells of persons and times.
func (t *trail) time(e *run.Event, step string) {
	t.person("", e.By)
	if step == "" {
		return
	}
	t.person(step, e.By)
	if t.begun[step].IsZero() {
		t.begun[step] = e.At
	}
}

func (t *trail) person(step, by string) {
	if by = flows.CleanLine(by); by != "" && !slices.Contains(t.by[step], by) {
		t.by[step] = append(t.by[step], by)
	}
}

// beside are the kinds of events that are about an item and neither answer it nor
// do it.
var beside = []run.EventKind{
	run.EventSecretUsed, run.EventSecretDestroyed, run.EventMapped, run.EventAttached, run.EventReadBack,
	run.EventRotationBegun, run.EventRotationSealed, run.EventRotationGivenUp,
}

// event adds what an event tells of its item.
func (t *trail) event(e *run.Event, payload any, step string, at flows.Address) {
	who := Deed{flows.CleanLine(e.By), e.At}
	if at.Item != "" && !slices.Contains(beside, e.Kind) {
		t.last[at] = deed{e.Seq, who}
	}
	switch d := payload.(type) {
	case *run.Accepted:
		t.accepted[[2]string{step, d.Problem}] = who
	case *run.StepChanged:
		if e.Kind != run.EventReopened {
			t.done[step], t.ended = e.At, e.At
		}
	case *run.Ended:
		t.ended = e.At
	case *run.GatePassed:
		t.gates[at] = d
	case *run.Waited:
		t.waits[at] = d
	case *run.Checked:
		t.runs[at]++
	}
}

// who is who did something last at a place, or at what it stands in: an import
// fills all cells of a list at once.
func (t *trail) who(at flows.Address) Deed {
	newest := t.last[at]
	for _, around := range []flows.Address{at.In(at.Row, ""), at.Whole()} {
		if d := t.last[around]; d.seq > newest.seq {
			newest = d
		}
	}
	return newest.Deed
}
