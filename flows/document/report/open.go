package report

import (
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// PointKind is what kind of thing is open.
type PointKind string

// The kinds of open things, in the order in which they are told.
const (
	PointStep    PointKind = "step"    // not done
	PointSkipped PointKind = "skipped" // a step
	PointWait    PointKind = "wait"    // somebody has to answer
	PointDate    PointKind = "date"    // a day that was agreed is still to come
	PointWarning PointKind = "warning" // not accepted
)

// Point is something that is open on a run.
type Point struct {
	Kind    PointKind
	At      flows.Address
	Message flows.Message // names steps and items in the language of the view
	Until   *time.Time    // when to look again, or the agreed day; nil for none
}

// mostName is how much of a customer's name stands in a sentence.
const mostName = 120

// Achieved says in one sentence what became of a run. Titles in it are in the
// language of the view.
func Achieved(v *run.View) flows.Message {
	p := &v.Progress
	say := func(code string, more ...any) flows.Message {
		return flows.Msg(code, append(more, "title", v.Title, "customer", flows.Cut(v.Customer.Name, mostName))...)
	}
	switch {
	case v.Status == run.StatusEnded:
		return say("report.ended", "why", v.Why)
	case v.Status == run.StatusAbandoned:
		return say("report.abandoned", "why", v.Why)
	case v.Status == run.StatusDone && p.Skipped > 0:
		return say("report.done_skipped", "done", p.Done, "skipped", p.Skipped)
	case v.Status == run.StatusDone:
		return say("report.done", "done", p.Done)
	case v.Status == run.StatusWaiting:
		return say("report.waiting", "done", p.Done, "needed", p.Needed())
	}
	return say("report.going", "done", p.Done, "needed", p.Needed())
}

// Open lists what is open on a run, the weightiest first: steps that are not done
// or were skipped, what is waited for, days that are still to come, warnings that
// nobody accepted. What is internal is among it only where it is asked for; now is
// in the zone of whoever reads.
func Open(v *run.View, internal bool, now time.Time) []Point {
	f := finder{View: v, now: now}
	for i := range v.Steps {
		s := &v.Steps[i]
		if s.Step.Internal && !internal || s.State == run.NotNeeded {
			continue
		}
		f.step(s)
		for k := range s.Items {
			if iv := &s.Items[k]; iv.State == run.Applies && (internal || !iv.Item.Internal) {
				f.item(s, iv)
			}
		}
		f.warnings(s, internal)
	}
	f.rest()
	var all []Point
	for _, kind := range []PointKind{PointStep, PointSkipped, PointWait, PointDate, PointWarning} {
		all = append(all, f.found[kind]...)
	}
	return all
}

// finder finds what is open.
type finder struct {
	*run.View
	now   time.Time
	found map[PointKind][]Point
	later int // steps whose turn has not come, or will not come
}

func (f *finder) add(kind PointKind, at flows.Address, until *time.Time, m flows.Message) {
	if f.found == nil {
		f.found = map[PointKind][]Point{}
	}
	f.found[kind] = append(f.found[kind], Point{kind, at, m, until})
}

// unfinished are the codes of steps whose turn it is.
var unfinished = map[run.StepState]string{run.Open: "report.step_open", run.Stale: "report.step_stale"}

// step tells of a step that is not done.
func (f *finder) step(s *run.StepView) {
	at, title := flows.AtStep(s.Step.ID), s.Step.Title
	switch code := unfinished[s.State]; {
	case s.State == run.Skipped:
		f.add(PointSkipped, at, nil, because(flows.Msg("report.step_skipped", "step", title), s.Why))
	case s.State == run.Blocked || f.Status == run.StatusAbandoned && s.State != run.Done:
		f.later++
	case code != "":
		f.add(PointStep, at, nil, flows.Msg(code, "step", title))
	}
}

// rest tells of the steps whose turn has not come, in one.
func (f *finder) rest() {
	switch {
	case f.later == 0 || f.Status == run.StatusEnded:
	case f.Status == run.StatusAbandoned:
		f.add(PointStep, flows.Address{}, nil, flows.Msg("report.steps_left", "n", f.later))
	default:
		f.add(PointStep, flows.Address{}, nil, flows.Msg("report.steps_later", "n", f.later))
	}
}

// because is a message with the reason that was given, where one was.
func because(m flows.Message, why string) flows.Message {
	if why == "" {
		return m
	}
	return flows.Msg("report.because", "what", m, "why", why)
}

// item tells of a wait that goes on, and of a day that is still to come.
func (f *finder) item(s *run.StepView, iv *run.ItemView) {
	at := flows.Address{Step: s.Step.ID, Item: iv.Item.ID}
	switch goesOn := s.State == run.Open || s.State == run.Waiting || s.State == run.Stale; {
	case iv.Item.Kind == flows.KindWait && !iv.Done && goesOn && f.isOpen():
		m := flows.Msg("report.wait", "for", awaited(iv.Item.Wait))
		if iv.Until != nil {
			m = flows.Msg("report.wait_until", "for", awaited(iv.Item.Wait), "day", dayIn(*iv.Until, f.now.Location()))
		}
		f.add(PointWait, at, iv.Until, m)
	case iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeDate:
		text, _ := iv.Value.(string)
		day, err := time.ParseInLocation(time.DateOnly, text, f.now.Location())
		if err == nil && !day.Before(midnight(f.now)) {
			f.add(PointDate, at, &day, labelled(iv.Label(), dayIn(day, f.now.Location())))
		}
	}
}

// isOpen reports whether the run goes on.
func (f *finder) isOpen() bool { return f.Status == run.StatusOpen || f.Status == run.StatusWaiting }

// awaited is who is waited for, and what they do.
func awaited(w *flows.Wait) flows.Message {
	if w.Reason == "" {
		return flows.Said(w.For)
	}
	return flows.Msg("report.wait_reason", "for", w.For, "reason", w.Reason)
}

// warnings tells of what nobody accepted in a step.
func (f *finder) warnings(s *run.StepView, internal bool) {
	for _, p := range s.Counted() {
		iv := s.Item(p.Item)
		if iv == nil || !internal && (iv.Item.Internal || isInternalColumn(iv, p.Column)) {
			continue
		}
		what := iv.Label()
		if p.Row != "" {
			what += " [" + p.Row + "]"
		}
		if c := iv.Column(p.Column); p.Column != "" && c != nil {
			what += ", " + columnLabel(c)
		}
		m := labelled(what, problemMessage(&p))
		if p.Left {
			m = flows.Joined("joined.sentence", m, flows.Msg("report.left"))
		}
		f.add(PointWarning, flows.Address{Step: s.Step.ID, Item: p.Item, Row: p.Row, Column: p.Column}, nil, m)
	}
}

// isInternalColumn reports whether a column is internal.
func isInternalColumn(iv *run.ItemView, id string) bool {
	if id == "" {
		return false
	}
	c := iv.Column(id)
	return c != nil && c.Internal
}

// labelled is a text behind what it is called, which may be a question.
func labelled(label string, text any) flows.Message {
	if strings.HasSuffix(label, "?") {
		return flows.Msg("report.asked", "label", label, "text", text)
	}
	return flows.Msg("joined.label", "label", label, "text", text)
}

// problemMessage is what is said of a problem to somebody who cannot mend it.
func problemMessage(p *run.ProblemView) flows.Message {
	if p.Message.Code == "not_run" {
		return flows.Msg("report.not_run")
	}
	return p.Message
}

// midnight is the beginning of a day.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// dayIn is a day of the calendar in a zone as a message names it, without a time
// of day.
func dayIn(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
