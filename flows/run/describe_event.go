package run

import (
	"maps"
	"slices"

	"lotse/flows"
)

// rows describes a list that was read from a file or a paste.
func (t eventDescriber) rows(d *RowsReplaced) []flows.Message {
	all := single(t.about(either(d.Append, "event.rows_added", "event.rows"), d.Item).With("n", d.Count))
	if d.Source != nil {
		all = append(all, flows.Msg("event.rows_file", "file", flows.Short(d.Source.Name)))
	}
	return all
}

// ticked describes a ticked task, also one of a row, with its evidence.
func (t eventDescriber) ticked(d *Ticked) []flows.Message {
	var m flows.Message
	if d.Row == "" {
		m = t.about(either(t.is(EventUnticked), "event.unticked", "event.ticked"), d.Item)
	} else {
		m = t.inRow(t.about(either(t.is(EventUnticked), "event.unticked_row", "event.ticked_row"), d.Item), d.Item, d.Row, d.Column)
	}
	all := single(m)
	if d.Evidence != nil {
		all = append(all, flows.Msg("event.evidence", "file", flows.Short(d.Evidence.Name)))
	}
	if d.Note != "" {
		all = append(all, flows.Msg("event.note", "text", flows.Short(d.Note)))
	}
	return all
}

// attached describes an attachment to an item, or to the step.
func (t eventDescriber) attached(d *Attached) []flows.Message {
	file := flows.Short(d.File.Name)
	all := single(t.about("event.attached", d.Item).With("file", file))
	if at := named(d.Item); at.Item == "" {
		all = single(flows.Msg("event.attached_step", "step", t.step(at.Step), "file", file))
	}
	if d.Note != "" {
		all = append(all, flows.Msg("event.attached_note", "text", flows.Short(d.Note)))
	}
	return all
}

// readBack describes an answer that was read back, also one of a row.
func (t eventDescriber) readBack(d *ReadBack) flows.Message {
	if d.Row == "" {
		return t.about("event.read_back", d.Item)
	}
	return t.inRow(t.about("event.read_back_row", d.Item), d.Item, d.Row, d.Column)
}

// checked gives a check's own message about its result.
func (t eventDescriber) checked(d *Checked) []flows.Message {
	code := map[string]string{"passed": "event.check_passed", "warned": "event.check_warned", "failed": "event.check_failed"}[d.Result.Status]
	all := []flows.Message{t.about(either(code == "", "event.check_unknown", code), d.Item), d.Result.Message}
	if d.Stale {
		all = append(all, flows.Msg("event.check_stale"))
	}
	return all
}

// mapped describes how an input of a check is to be read.
func (t eventDescriber) mapped(d *Mapped) flows.Message {
	if d.Reading.IsZero() {
		return t.about("event.unmapped", d.Item).With("side", d.Side)
	}
	var columns []string
	for _, field := range slices.Sorted(maps.Keys(d.Reading.Columns)) {
		columns = append(columns, field+"="+flows.Short(d.Reading.Columns[field]))
	}
	if len(columns) == 0 {
		return t.about("event.read_otherwise", d.Item).With("side", d.Side)
	}
	return t.about("event.mapped", d.Item).With("side", d.Side).With("columns", columns)
}
