package line

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

func (w *wording) rowCount(n int) string {
	switch n {
	case 0:
		return w.l.NoRows
	case 1:
		return w.l.OneRow
	}
	return fmt.Sprintf(w.l.Rows, n)
}

// rowWord is what a row of a list is called.
func (w *wording) rowWord(iv *run.ItemView) string {
	if name := iv.Item.List.Row; name != "" {
		return face.Capital(flows.CleanLine(name))
	}
	return face.Capital(w.t.List.Row)
}

// rowName is a row with its number.
func (w *wording) rowName(iv *run.ItemView, row string) string {
	return w.rowWord(iv) + " " + strconv.Itoa(rowAt(iv, row)+1)
}

// row is a row in one line.
func (w *wording) row(iv *run.ItemView, r *run.RowView) string {
	var cells []string
	for i := range iv.Item.List.Columns {
		c := &iv.Item.List.Columns[i]
		if r.Hidden[c.ID] {
			continue
		}
		value := show(c.Field, r.Values[c.ID])
		if c.Kind == flows.KindTask {
			value = w.t.Wizard.NotYet
			if done, _ := r.Values[c.ID].(bool); done {
				value = w.t.Wizard.Ticked
			}
		}
		if value == "" {
			value = w.l.Unanswered
		}
		cells = append(cells, labelOf(c)+" "+value)
	}
	words := fmt.Sprintf("%s: %s.", w.rowName(iv, r.Row), strings.Join(cells, ", "))
	if n := len(r.Problems); n > 0 {
		words += " " + fmt.Sprintf(w.l.RowProblems, n)
	}
	return words
}

func rowAt(iv *run.ItemView, row string) int {
	return slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == row })
}

func rowProblems(iv *run.ItemView, row string) []run.ProblemView {
	if at := rowAt(iv, row); at >= 0 {
		return iv.Rows[at].Problems
	}
	return nil
}
