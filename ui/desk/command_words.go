package desk

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/field"
)

// aimOf is what a command is about: an item, a row, a cell or a whole step.
func aimOf(c run.Command) flows.Address {
	switch c := c.(type) {
	case run.Answer:
		return c.At
	case run.SetSecret:
		return c.At
	case run.AddRow:
		return c.List
	case run.RemoveRow:
		return c.At
	case run.SetCell:
		return c.At
	case run.ReplaceRows:
		return c.List
	case run.Tick:
		return c.At
	case run.Untick:
		return c.At
	case run.WaitUntil:
		return c.At
	case run.WaitAnswered:
		return c.At
	case run.PassGate:
		return c.At
	case run.Accept:
		return flows.AtStep(c.Step)
	case run.Note:
		return flows.AtStep(c.Step)
	case run.Complete:
		return flows.AtStep(c.Step)
	case run.Skip:
		return flows.AtStep(c.Step)
	case run.Reopen:
		return flows.AtStep(c.Step)
	}
	return flows.Address{}
}

// doing is the word for what a command does; "" where its value tells.
func doing(k *words.Typing, c run.Command) string {
	switch c.(type) {
	case run.AddRow, run.ReplaceRows:
		return k.DoRows
	case run.RemoveRow:
		return k.DoRemove
	case run.Tick:
		return k.DoTick
	case run.Untick:
		return k.DoUntick
	case run.Accept:
		return k.DoAccept
	case run.Note:
		return k.DoNote
	case run.Complete:
		return k.DoComplete
	case run.Skip:
		return k.DoSkip
	case run.Reopen:
		return k.DoReopen
	case run.WaitUntil, run.WaitAnswered:
		return k.DoWait
	case run.PassGate:
		return k.DoGate
	case run.Undo:
		return k.DoUndo
	case run.Answer, run.SetCell, run.SetSecret:
		return ""
	}
	return k.DoOther
}

// itemAt is the item of a place on the run that is shown; nil for none.
func (m *model) itemAt(step, item string) *run.ItemView {
	if sv := m.page.view.Step(step); sv != nil {
		return sv.Item(item)
	}
	return nil
}

// itemOf is the item that a command is about; nil for none.
func (m *model) itemOf(c run.Command) *run.ItemView {
	a := aimOf(c)
	return m.itemAt(a.Step, a.Item)
}

// whatOf says in a few words what a command is about.
func (m *model) whatOf(c run.Command) string {
	a := aimOf(c)
	name := ""
	if iv := m.itemOf(c); iv != nil {
		name = m.labelAt(iv, a.Row, a.Column)
	} else if sv := m.page.view.Step(a.Step); sv != nil {
		name = flows.CleanLine(sv.Step.Title)
	}
	word := doing(&m.t.Typing, c)
	switch {
	case word == "":
		return name
	case name == "":
		return word
	}
	return name + ": " + word
}

// labelAt is the label of an item or, in a list, of a cell of a row.
func (m *model) labelAt(iv *run.ItemView, row, column string) string {
	if iv.Item.List == nil {
		return m.label(iv)
	}
	name := m.label(iv)
	if at := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == row }); at >= 0 {
		name = fmt.Sprintf("%s %d", flows.CleanLine(iv.Item.List.Row), at+1)
	}
	if c := iv.Item.Column(column); c != nil {
		name += ", " + flows.CleanLine(c.Label)
	}
	return name
}

// valueOf is what a command answers, as a person reads it; no secret.
func valueOf(c run.Command) string {
	switch c := c.(type) {
	case run.Answer:
		return flows.CleanLine(field.Format(c.Value))
	case run.SetCell:
		return flows.CleanLine(field.Format(c.Value))
	case run.Note:
		return flows.CleanLine(c.Text)
	case run.AddRow:
		var cells []string
		for _, v := range c.Cells {
			cells = append(cells, flows.CleanLine(field.Format(v)))
		}
		return strings.Join(cells, ", ")
	}
	return ""
}
