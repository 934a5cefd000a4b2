package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// NewDifference compares a command of yours with the present value in a view.
// The caller sets By and When.
func NewDifference(v *run.View, c run.Command) Difference {
	at := About(c)
	iv := itemIn(v, at)
	if iv != nil && at.Step == "" {
		at.Step = stepOf(v, iv)
	}
	d := Difference{Command: c, At: at, Theirs: Side{Kind: SideOther}, Yours: commandSide(c)}
	if iv != nil {
		d.Theirs = itemSide(iv, at, d.Yours.Kind)
		d.Yours.Field = d.Theirs.Field
		if _, rotates := c.(run.SealRotation); rotates && iv.Rotation != nil {
			d.Theirs.Fingerprint = iv.Rotation.New.Fingerprint
		}
	}
	return d
}

// commandSide is the value of a command.
func commandSide(c run.Command) Side {
	switch c := c.(type) {
	case run.Take:
		return commandSide(c.Command)
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
	case run.SealRotation:
		return commandSide(run.SetSecret{At: c.At, Sealed: c.Sealed})
	case run.Tick:
		return Side{Kind: SideTick, Done: true}
	case run.Untick:
		return Side{Kind: SideTick}
	case run.ReplaceRows:
		return Side{Kind: SideRows, Rows: len(c.Rows)}
	}
	return Side{Kind: SideOther}
}

// itemSide is the present value at an address.
func itemSide(iv *run.ItemView, at flows.Address, kind SideKind) Side {
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
		s.Value = cellValue(iv, at)
	case SideSecret:
		s.Fingerprint = iv.Fingerprint
	case SideTick:
		s.Done = iv.Done
		if at.Row != "" {
			s.Done, _ = cellValue(iv, at).(bool)
		}
	case SideRows:
		s.Rows = len(iv.Rows)
	}
	return s
}

// cellValue is the value of a cell; nil for none.
func cellValue(iv *run.ItemView, at flows.Address) flows.Value {
	i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == at.Row })
	if i < 0 {
		return nil
	}
	return iv.Rows[i].Values[at.Column]
}

// DifferenceMessage describes a difference in a sentence: both values, and by
// whom, unless it was oneself in another window.
func (w *position) DifferenceMessage(d Difference) flows.Message {
	code := "dialogue.differs"
	if d.By == "" || d.By == w.s.By() {
		code = "dialogue.differs_unnamed"
	}
	theirs, yours := d.Sides()
	return flows.Msg(code, "what", w.Name(d.At), "by", d.By, "theirs", theirs, "yours", yours)
}

// Sides are both values in a word or two.
func (d Difference) Sides() (theirs, yours flows.Message) {
	return d.Theirs.message("dialogue.side_changed"), d.Yours.message("dialogue.side_change")
}

// message is the value in a word or two; other is the code for a side without
// a value.
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

// LossMessage describes a command that can no longer be done, with its value,
// so that it can be entered again.
func (w *position) LossMessage(c run.Command) flows.Message {
	if v := w.reenterValue(c); v != "" {
		return flows.Msg("dialogue.loses_value", "what", w.ActionMessage(c), "value", v)
	}
	return flows.Msg("dialogue.loses", "what", w.ActionMessage(c))
}
