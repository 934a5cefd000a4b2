package walk

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// About is what a command is about: an item, a row, a cell or a whole step; zero
// for the run.
func About(c run.Command) flows.Address {
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
	case run.RecordCheck:
		return c.At
	case run.RecordSent:
		return c.At
	case run.Map:
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

// itemIn finds the item of an address in a view; without a step a field or a
// list of the run. Nil for none.
func itemIn(v *run.View, a flows.Address) *run.ItemView {
	for i := range v.Steps {
		sv := &v.Steps[i]
		if a.Step != "" && sv.Step.ID != a.Step {
			continue
		}
		if iv := sv.Item(a.Item); iv != nil && (a.Step != "" || iv.Item.Field != nil || iv.Item.List != nil) {
			return iv
		}
	}
	return nil
}

// stepOf is the step of an item in a view.
func stepOf(v *run.View, iv *run.ItemView) string {
	for i := range v.Steps {
		if v.Steps[i].Item(iv.Item.ID) == iv {
			return v.Steps[i].Step.ID
		}
	}
	return ""
}

// Name is what an address is called in a sentence, in the run's language: a
// step's title, an item's label, "row 2, column" in a list.
func (w *sight) Name(a flows.Address) string { return NameIn(w.view, a) }

// NameIn is Name in a view.
func NameIn(v *run.View, a flows.Address) string {
	iv := itemIn(v, a)
	if iv == nil {
		if sv := v.Step(a.Step); sv != nil {
			return flows.CleanLine(sv.Step.Title)
		}
		return ""
	}
	name := iv.Label()
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		name = flows.CleanLine(iv.Item.Wait.For)
	}
	if i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == a.Row }); a.Row != "" && i >= 0 {
		row := flows.CleanLine(iv.Item.List.Row)
		if row == "" {
			row = name
		}
		name = row + " " + strconv.Itoa(i+1)
	}
	if col := iv.Column(a.Column); col != nil {
		name += ", " + flows.CleanLine(col.Label)
	}
	return name
}

// called is what an address is called before those who look on now.
func (w *sight) called(a flows.Address) flows.Message {
	if iv := w.ItemAt(a); w.shared && iv != nil && iv.Item.Internal {
		return flows.Msg("dialogue.hidden")
	}
	return flows.Said(w.Name(a))
}

// Missing names what a step waits for, by titles; before those who look on
// without what is not for their eyes.
func (w *sight) Missing(sv *run.StepView) flows.Message {
	if !w.shared {
		return flows.Said(w.view.Blockers(sv))
	}
	open := *sv
	open.BlockedBy = slices.DeleteFunc(slices.Clone(sv.BlockedBy), func(id string) bool {
		step, _, _ := strings.Cut(id, ".")
		return w.Veiled(w.view.Step(step))
	})
	if len(open.BlockedBy) == 0 {
		return flows.Msg("dialogue.internal_step")
	}
	return flows.Said(w.view.Blockers(&open))
}

// Doing is what a command does, as a message about the thing that it names; its
// value, where it has one, is not in it.
func (w *sight) Doing(c run.Command) flows.Message { return DoingIn(w.view, c) }

// doings are the codes of what commands do; a command without one is named by
// its value.
var doings = map[string]string{
	"run.AddRow": "dialogue.do_rows", "run.ReplaceRows": "dialogue.do_rows", "run.RemoveRow": "dialogue.do_remove",
	"run.Tick": "dialogue.do_tick", "run.Untick": "dialogue.do_untick", "run.Accept": "dialogue.do_accept", "run.Note": "dialogue.do_note",
	"run.Complete": "dialogue.do_complete", "run.Skip": "dialogue.do_skip", "run.Reopen": "dialogue.do_reopen",
	"run.WaitUntil": "dialogue.do_wait", "run.WaitAnswered": "dialogue.do_wait", "run.PassGate": "dialogue.do_gate", "run.Undo": "dialogue.do_undo",
	"run.Answer": "dialogue.do_answer", "run.SetCell": "dialogue.do_answer", "run.SetSecret": "dialogue.do_answer",
	"run.Map": "dialogue.do_columns",
}

// DoingIn is Doing in a view.
func DoingIn(v *run.View, c run.Command) flows.Message {
	code, known := doings[kindOf(c)]
	if !known {
		code = "dialogue.do_other"
	}
	return flows.Msg(code, "what", NameIn(v, About(c)))
}

// valueOf is what a command answers, as it can be given again; "" where it has no
// value, or one that is a secret.
func (w *sight) valueOf(c run.Command) string {
	iv := itemIn(w.view, About(c))
	switch c := c.(type) {
	case run.Answer:
		return asRead(iv, "", c.Value)
	case run.SetCell:
		return asRead(iv, c.At.Column, c.Value)
	case run.Note:
		return flows.CleanLine(c.Text)
	case run.AddRow:
		var cells []string
		for column, v := range c.Cells {
			cells = append(cells, asRead(iv, column, v))
		}
		slices.Sort(cells)
		return strings.Join(cells, ", ")
	}
	return ""
}

// asRead is an answer of an item, or of a column of it, as it can be given again: a
// file by its name.
func asRead(iv *run.ItemView, column string, v flows.Value) string {
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
