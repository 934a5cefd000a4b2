package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// Differ shows a command of yours beside what stands in a view. By and When are
// the caller's to add.
func Differ(v *run.View, c run.Command) Difference {
	at := About(c)
	iv := itemIn(v, at)
	if iv != nil && at.Step == "" {
		at.Step = stepOf(v, iv)
	}
	d := Difference{Command: c, At: at, Theirs: Side{Kind: SideOther}, Yours: yours(c)}
	if iv != nil {
		d.Theirs = standing(iv, at, d.Yours.Kind)
		d.Yours.Field = d.Theirs.Field
	}
	return d
}

// yours is what a command gives, as a side.
func yours(c run.Command) Side {
	switch c := c.(type) {
	case run.Answer:
		return Side{Kind: SideValue, Value: c.Value}
	case run.SetCell:
		return Side{Kind: SideValue, Value: c.Value}
	case run.SetSecret:
		s := Side{Kind: SideSecret}
		if c.Sealed != nil {
			s.Fingerprint = c.Sealed.Fingerprint
		}
		return s
	case run.Tick:
		return Side{Kind: SideTick, Done: true}
	case run.Untick:
		return Side{Kind: SideTick}
	case run.ReplaceRows:
		return Side{Kind: SideRows, Rows: len(c.Rows)}
	}
	return Side{Kind: SideOther}
}

// standing is what stands at an address, as a side of a kind.
func standing(iv *run.ItemView, at flows.Address, kind SideKind) Side {
	s := Side{Kind: kind, Field: iv.Item.Field}
	switch kind {
	case SideValue:
		s.Value = iv.Value
		if at.Row == "" {
			break
		}
		s.Value, s.Field = nil, nil
		if col := iv.Column(at.Column); col != nil {
			s.Field = col.Field
		}
		s.Value = cell(iv, at)
	case SideSecret:
		s.Fingerprint = iv.Fingerprint
	case SideTick:
		s.Done = iv.Done
		if at.Row != "" {
			s.Done, _ = cell(iv, at).(bool)
		}
	case SideRows:
		s.Rows = len(iv.Rows)
	}
	return s
}

// cell is what stands in a cell; nil for nothing.
func cell(iv *run.ItemView, at flows.Address) flows.Value {
	i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == at.Row })
	if i < 0 {
		return nil
	}
	return iv.Rows[i].Values[at.Column]
}

// Differs tells of a difference, both sides and by whom, in a sentence.
func (w *sight) Differs(d Difference) flows.Message {
	code := "dialogue.differs"
	if d.By == "" {
		code = "dialogue.differs_unnamed"
	}
	theirs, yours := d.Sides()
	return flows.Msg(code, "what", w.Name(d.At), "by", d.By, "theirs", theirs, "yours", yours)
}

// Sides are both sides in a word or two.
func (d Difference) Sides() (theirs, yours flows.Message) {
	return d.Theirs.message("dialogue.side_changed"), d.Yours.message("dialogue.side_change")
}

// message is a side in a word or two; other is what says that it has no value.
func (s Side) message(other string) flows.Message {
	switch {
	case s.Kind == SideValue && flows.Empty(s.Value), s.Kind == SideSecret && s.Fingerprint == "":
		return flows.Msg("dialogue.side_none")
	case s.Kind == SideValue && s.Field != nil:
		return flows.Said(flows.CleanLine(s.Field.Show(s.Value)))
	case s.Kind == SideValue:
		return flows.Said(flows.CleanLine(flows.Format(s.Value)))
	case s.Kind == SideSecret:
		return flows.Msg("dialogue.side_secret", "fingerprint", s.Fingerprint)
	case s.Kind == SideTick && s.Done:
		return flows.Msg("dialogue.side_done")
	case s.Kind == SideTick:
		return flows.Msg("dialogue.side_open")
	case s.Kind == SideRows:
		return flows.Msg("dialogue.side_rows", "n", s.Rows)
	}
	return flows.Msg(other)
}

// Loses tells of a command that can no longer be done, with its value, so that
// it can be entered again.
func (w *sight) Loses(c run.Command) flows.Message {
	if v := w.valueOf(c); v != "" {
		return flows.Msg("dialogue.loses_value", "what", w.Doing(c), "value", v)
	}
	return flows.Msg("dialogue.loses", "what", w.Doing(c))
}
