package run

import (
	"strings"

	"lotse/flows"
)

// Describe says in a sentence what happened, and to what. Items and steps are
// named as in the procedure; by their ids if p is nil or has no such item. A
// value is shortened to one line; no event contains a secret. Who did it and
// when is not part of the sentence: see By and At.
func (e *Event) Describe(p *flows.Procedure) flows.Message {
	if e.Erased() {
		return flows.Msg("event.gone", "kind", string(e.Kind))
	}
	payload, err := e.Payload()
	if err != nil {
		return flows.Msg("event.unreadable", "kind", string(e.Kind))
	}
	t := eventDescriber{e, p}
	all := t.sentences(payload)
	if d, ok := payload.(interface{ origin() *Origin }); ok && d.origin() != nil {
		all = append(all, d.origin().describe())
	}
	if d, ok := payload.(interface{ stale() []string }); ok && len(d.stale()) > 0 {
		steps := make([]string, len(d.stale()))
		for i, id := range d.stale() {
			steps[i] = t.step(id)
		}
		all = append(all, flows.Msg("event.stale", "steps", steps))
	}
	return flows.Joined("joined.sentence", all...)
}

// describe says where an answer was taken from.
func (o *Origin) describe() flows.Message {
	code := either(o.By == "", "event.taken", "event.taken_of")
	if o.Run != "" {
		code = either(o.By == "", "event.taken_run", "event.taken_run_of")
	}
	return flows.Msg(code, "by", flows.Short(o.By), "run", flows.Short(o.Run))
}

// stale lists the completed steps that are to be looked at again.
func (e Effects) stale() []string { return e.Stale }

// eventDescriber writes the sentences about one event.
type eventDescriber struct {
	event *Event
	proc  *flows.Procedure // nil: not at hand
}

// sentences describe a payload, what happened first at the front.
func (t eventDescriber) sentences(payload any) []flows.Message {
	switch d := payload.(type) {
	case *Started:
		begun := single(flows.Msg("event.started", "procedure", t.title(d.Procedure), "version", d.Version, "customer", d.Customer.Name))
		if from := d.Provenance.Message(); !from.IsZero() {
			begun = append(begun, flows.Msg("source.described", "origin", from))
		}
		return begun
	case *Answered:
		return single(t.answer("event.answered", "event.cleared", d.Item, t.item(d.Item), d.Value))
	case *SecretSealed:
		return single(t.secret(d))
	case *SecretUsed:
		return single(t.used(d))
	case *Rotated:
		return t.rotated(d)
	case *RowChanged:
		return single(t.about(either(t.is(EventRowRemoved), "event.row_removed", "event.row_added"), d.Item).With("row", d.Row))
	case *CellSet:
		return single(t.inRow(t.answer("event.cell", "event.cell_cleared", d.Item, t.column(d.Item, d.Column), d.Value), d.Item, d.Row, d.Column))
	case *RowsReplaced:
		return t.rows(d)
	case *Ticked:
		return t.ticked(d)
	case *Attached:
		return t.attached(d)
	case *ReadBack:
		return single(t.readBack(d))
	case *Called:
		return single(flows.Msg("event.called", "n", (d.Seconds+59)/60))
	case *Failed:
		return because(t.about(either(t.is(EventResolved), "event.resolved", "event.not_worked"), d.Item), d.Why)
	case *Undone:
		return single(t.about(either(d.Item == "", "event.undone", "event.undone_item"), d.Item).With("seq", d.Of))
	case *Checked:
		return t.checked(d)
	case *Mapped:
		return single(t.mapped(d))
	case *Moved:
		return t.moved(d)
	case *Forked:
		return single(flows.Msg("event.forked", "by", flows.Short(d.By), "n", d.Events, "since", d.Since))
	case *Sent:
		return single(t.about("event.sent", d.Item).With("how", flows.Short(d.How)))
	}
	return t.sentencesOfStep(payload)
}

// maxNamed is how many of many things a sentence names.
const maxNamed = 5

// sentencesOfStep describe a payload that is about a step, or the run.
func (t eventDescriber) sentencesOfStep(payload any) []flows.Message {
	switch d := payload.(type) {
	case *Accepted:
		return because(flows.Msg("event.accepted", "problem", d.Problem, "step", t.step(t.event.Step)), d.Why)
	case *Noted:
		return single(flows.Msg("event.noted", "step", t.step(t.event.Step), "text", flows.Short(d.Text)))
	case *StepChanged:
		code := map[EventKind]string{EventDone: "event.done", EventSkipped: "event.skipped", EventReopened: "event.reopened"}[t.event.Kind]
		all := because(flows.Msg(code, "step", t.step(t.event.Step)), d.Why)
		if n := len(d.Left); n > 0 {
			all = append(all, flows.Msg("event.left", "n", n, "problems", d.Left[:min(n, maxNamed)]))
		}
		return all
	case *Waited:
		switch {
		case t.is(EventWaitAnswered):
			return because(t.about("event.wait_answered", d.Item), d.Why)
		case d.Until == nil:
			return because(t.about("event.waiting", d.Item), d.Why)
		}
		return because(t.about("event.waiting_until", d.Item).With("until", d.Until.Local()), d.Why)
	case *GatePassed:
		return because(t.about("event.gate", d.Item).With("by", flows.Short(d.By)), d.Why)
	case *Ended:
		return because(flows.Msg(either(t.is(EventAbandoned), "event.abandoned", "event.ended"), "outcome", flows.Short(d.Outcome)), d.Why)
	case *LanguageSet:
		return single(flows.Msg("event.language", "lang", d.Lang))
	case *Erased:
		return because(t.about(either(d.Item == "", "event.erased", "event.erased_item"), d.Item).With("n", len(d.Seqs)), d.Why)
	}
	return nil
}

// answer describes what was entered for an item or a column, or that it was
// cleared. it is nil if the item is not known.
func (t eventDescriber) answer(given, cleared, name string, it *flows.Item, v flows.Value) flows.Message {
	if done, isTask := v.(bool); isTask {
		return t.about(given, name).With("value", done)
	}
	field := &flows.Field{}
	if it != nil && it.Field != nil {
		field = it.Field
	}
	text := field.Show(plain(v))
	if text == "" {
		return t.about(cleared, name)
	}
	return t.about(given, name).With("value", flows.Short(text))
}

// about is a message about an item.
func (t eventDescriber) about(code, name string) flows.Message {
	label := name
	if it := t.item(name); it != nil {
		label = called(it.Label, name)
		if row := named(name).Row; row != "" && label != name {
			label += " [" + row + "]"
		}
	}
	return flows.Msg(code, "item", label)
}

// inRow is a message about a list, with the row and the column that it means.
func (t eventDescriber) inRow(m flows.Message, list, row, column string) flows.Message {
	label := column
	if it := t.column(list, column); it != nil {
		label = called(it.Label, label)
	}
	return m.With("row", row).With("column", label)
}

// item is the item that a payload names; nil where it is not at hand.
func (t eventDescriber) item(name string) *flows.Item {
	if t.proc == nil {
		return nil
	}
	_, it, err := t.proc.Find(named(name))
	if err != nil {
		return nil
	}
	return it
}

func (t eventDescriber) column(list, id string) *flows.Item {
	if it := t.item(list); it != nil && it.List != nil {
		return it.Column(id)
	}
	return nil
}

// step is what a step is called.
func (t eventDescriber) step(id string) string {
	if t.proc != nil {
		if s := t.proc.Step(id); s != nil {
			return called(s.Title, id)
		}
	}
	return id
}

// title is what the procedure is called.
func (t eventDescriber) title(id string) string {
	if t.proc != nil {
		return called(t.proc.Title, id)
	}
	return id
}

func (t eventDescriber) is(k EventKind) bool { return t.event.Kind == k }

// called is a label; the id instead if the label is empty or contains answers,
// which may have changed or been erased since.
func called(label, id string) string {
	if label == "" || strings.Contains(label, "{{") {
		return id
	}
	return label
}

func single(m flows.Message) []flows.Message { return []flows.Message{m} }

// because is a message with the reason that was given.
func because(m flows.Message, why string) []flows.Message {
	if strings.TrimSpace(why) == "" {
		return single(m)
	}
	return []flows.Message{m, flows.Msg("event.why", "why", flows.Short(why))}
}

// either selects one of two codes.
func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
