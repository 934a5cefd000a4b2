package walk

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// About is what a command is about: an item, a row, a cell or a whole step;
// zero for the run.
func About(c run.Command) flows.Address {
	switch c := c.(type) {
	case run.Take:
		return About(c.Command)
	case run.Answer:
		return c.At
	case run.SetSecret:
		return c.At
	case run.BeginRotation:
		return c.At
	case run.SealRotation:
		return c.At
	case run.ConfirmRotation:
		return c.At
	case run.GiveUpRotation:
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
	case run.RecordCheck:
		return c.At
	case run.UseSecret:
		return c.At
	case run.RecordSent:
		return c.At
	case run.Map:
		return c.At
	case run.Accept:
		return flows.AtStep(c.Step)
	case run.Note:
		return flows.AtStep(c.Step)
	case run.Attach:
		return c.At
	case run.Fail:
		return c.At
	case run.Resolve:
		return c.At
	case run.ConfirmReadBack:
		return c.At
	case run.Complete:
		return flows.AtStep(c.Step)
	case run.Skip:
		return flows.AtStep(c.Step)
	case run.Reopen:
		return flows.AtStep(c.Step)
	}
	return flows.Address{}
}

// itemIn finds the item of an address in a view; without a step it is a field
// or a list of the run. Nil for none.
func itemIn(v *run.View, a flows.Address) *run.ItemView {
	for i := range v.Steps {
		sv := &v.Steps[i]
		if a.Step != "" && sv.Step.ID != a.Step {
			continue
		}
		iv := sv.Item(a.Item)
		if iv == nil {
			iv = sv.Item(a.AsItem().Item)
		}
		if iv != nil && (a.Step != "" || iv.Item.Field != nil || iv.Item.List != nil) {
			return iv
		}
	}
	return nil
}

// stepOf is the id of the step of an item in a view.
func stepOf(v *run.View, iv *run.ItemView) string {
	for i := range v.Steps {
		if v.Steps[i].Item(iv.Item.ID) == iv {
			return v.Steps[i].Step.ID
		}
	}
	return ""
}

// Name is the name of an address in a sentence, in the run's language: a
// step's title, an item's label, "row 2, column" in a list; of a form that of
// what it asks about; the address itself where the run has no such place, as after a
// move to another version.
func (w *position) Name(a flows.Address) string { return NameIn(w.view, a) }

// NameIn is Name in a view.
func NameIn(v *run.View, a flows.Address) string {
	if _, about, inForm := a.Form(); inForm {
		a = about
	}
	iv := itemIn(v, a)
	if iv == nil {
		if sv := v.Step(a.Step); sv != nil && a.Item == "" {
			return flows.CleanLine(sv.Step.Title)
		}
		return a.String()
	}
	name := iv.Label()
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		name = flows.CleanLine(iv.Item.Wait.For)
	}
	if i := rowIndex(iv, a.Row); a.Row != "" && i >= 0 {
		name = rowName(iv, i)
	}
	return inColumn(name, iv.Column(a.Column))
}

// rowIndex is the place of a row by its id; -1 for none.
func rowIndex(iv *run.ItemView, row string) int {
	return slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == row })
}

// rowName is the name of the row at a place, such as "person 2".
func rowName(iv *run.ItemView, i int) string {
	row := flows.CleanLine(iv.Item.List.Row)
	if row == "" {
		row = iv.Label()
	}
	return row + " " + strconv.Itoa(i+1)
}

// inColumn adds a column to the name of a row; nil: none.
func inColumn(name string, col *flows.Item) string {
	if col == nil {
		return name
	}
	return name + ", " + flows.CleanLine(col.Label)
}

// publicName is the name of an address that others who look on may see.
func (w *position) PublicName(a flows.Address) flows.Message {
	if iv := w.ItemAt(a); w.IsHidden(w.view.Step(a.Step)) || w.shared && iv != nil && iv.Item.Internal {
		return flows.Msg("dialogue.hidden")
	}
	return flows.Said(w.Name(a))
}

// Missing names what a step waits for, by titles; while others look on without
// hidden steps.
func (w *position) Missing(sv *run.StepView) flows.Message {
	if !w.shared {
		return flows.Said(w.view.Blockers(sv))
	}
	open := *sv
	open.BlockedBy = slices.DeleteFunc(slices.Clone(sv.BlockedBy), func(id string) bool {
		step, _, _ := strings.Cut(id, ".")
		return w.IsHidden(w.view.Step(step))
	})
	if len(open.BlockedBy) == 0 {
		return flows.Msg("dialogue.internal_step")
	}
	return flows.Said(w.view.Blockers(&open))
}

// ActionMessage says what a command does and to what, without its value.
// While others look on it names nothing that is internal.
func (w *position) ActionMessage(c run.Command) flows.Message {
	m := ActionMessageIn(w.view, c)
	if w.Hides(c) {
		m = m.With("what", w.PublicName(About(c)))
	}
	return m
}

// Hides reports whether a command must not be seen by those who look on now: it is
// about something internal, or is a remark.
func (w *position) Hides(c run.Command) bool {
	if !w.shared {
		return false
	}
	switch c.(type) {
	case run.Note, run.Accept, run.Attach:
		return true
	}
	at := About(c)
	iv := w.ItemAt(at)
	if iv == nil && at.Item != "" { // it has no place any more, and nobody knows whose it was
		return true
	}
	return w.IsHidden(w.view.Step(at.Step)) || iv != nil && iv.Item.Internal
}

// actionCodes are the codes of the actions of commands; a command without one
// is named by its value.
var actionCodes = map[string]string{
	"run.AddRow": "dialogue.do_rows", "run.ReplaceRows": "dialogue.do_rows", "run.RemoveRow": "dialogue.do_remove",
	"run.Tick": "dialogue.do_tick", "run.Untick": "dialogue.do_untick", "run.Accept": "dialogue.do_accept", "run.Note": "dialogue.do_note", "run.Attach": "dialogue.do_attach",
	"run.ConfirmReadBack": "dialogue.do_read_back", "run.RecordCall": "dialogue.do_call",
	"run.Complete": "dialogue.do_complete", "run.Skip": "dialogue.do_skip", "run.Reopen": "dialogue.do_reopen",
	"run.WaitUntil": "dialogue.do_wait", "run.WaitAnswered": "dialogue.do_wait", "run.PassGate": "dialogue.do_gate", "run.Undo": "dialogue.do_undo",
	"run.Answer": "dialogue.do_answer", "run.SetCell": "dialogue.do_answer", "run.SetSecret": "dialogue.do_answer",
	"run.Map": "dialogue.do_columns", "run.BeginRotation": "dialogue.do_rotate", "run.SealRotation": "dialogue.do_rotate",
	"run.Fail": "dialogue.do_fail", "run.Resolve": "dialogue.do_fail",
	"run.ConfirmRotation": "dialogue.do_rotate", "run.GiveUpRotation": "dialogue.do_rotate",
}

// ActionMessageIn is ActionMessage in a view.
func ActionMessageIn(v *run.View, c run.Command) flows.Message {
	if t, taken := c.(run.Take); taken {
		c = t.Command
	}
	code, known := actionCodes[kindOf(c)]
	if !known {
		code = "dialogue.do_other"
	}
	return flows.Msg(code, "what", NameIn(v, About(c)))
}

// reenterValue is the value of a command in a form that can be entered again;
// "" if it has none, or a secret one.
func (w *position) reenterValue(c run.Command) string {
	iv := itemIn(w.view, About(c))
	switch c := c.(type) {
	case run.Take:
		return w.reenterValue(c.Command)
	case run.Answer:
		return reenterText(iv, "", c.Value)
	case run.SetCell:
		return reenterText(iv, c.At.Column, c.Value)
	case run.Note:
		return flows.CleanLine(c.Text)
	case run.AddRow:
		var cells []string
		for column, v := range c.Cells {
			cells = append(cells, reenterText(iv, column, v))
		}
		slices.Sort(cells)
		return strings.Join(cells, ", ")
	}
	return ""
}

// reenterText is an answer of an item, or of its column, in a form that can be
// entered again: a file by its name.
func reenterText(iv *run.ItemView, column string, v flows.Value) string {
	if iv != nil {
		it := iv.Item
		if column != "" {
			it = iv.Column(column)
		}
		if it != nil && it.Field != nil && it.Field.Type == flows.TypeFile {
			return flows.CleanLine(it.Field.Show(v))
		}
	}
	return flows.CleanLine(flows.Format(v))
}
