package line

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// lists has the prompts of a list's rows, cell by cell or a whole row at once,
// and changes and says existing rows.
type lists struct {
	*wording
	announcer *itemAnnouncer
	requests  *requestRunner
	navigator *navigator
	answers   *answers
	actions   *actionItems
}

// ask asks for the first cell of a new row, or for a cell of an existing one.
func (w *lists) ask(iv *run.ItemView) question {
	if w.at().Row == "" {
		return w.askNewRow(iv)
	}
	at := rowAt(iv, w.at().Row)
	col := iv.Column(w.at().Column)
	if at < 0 || col == nil {
		return w.askNewRow(iv)
	}
	r := &iv.Rows[at]
	name := w.rowName(iv, r.Row) + ", " + labelOf(col)
	if col.Kind == flows.KindTask {
		done, _ := r.Values[col.ID].(bool)
		return question{prompt: w.actions.taskPrompt(&run.ItemView{Item: &flows.Item{Label: name, Help: col.Help}, Done: done}), take: w.takeCellTask}
	}
	here := w.at()
	b := answerSlot{
		it: col, name: name, value: r.Values[col.ID], inRow: true, next: w.navigator.nextCell,
		give: func(v flows.Value) walk.Turn { return w.walk.AnswerAt(here, v, walk.Stay) },
	}
	return question{prompt: w.answers.blankPrompt(b), take: func(text string) error { return w.answers.take(b, text) }}
}

// askNewRow asks for the first cell of a new row.
func (w *lists) askNewRow(iv *run.ItemView) question {
	w.walk.ToCell("", firstColumn(iv))
	col := iv.Column(w.at().Column)
	if col == nil || len(iv.Rows) >= limit(iv.Item.List) {
		return question{prompt: sentence(iv.Label()) + " " + w.l.ListFull, take: w.navigator.onlyEnter}
	}
	list := w.target()
	b := answerSlot{
		it: col, name: fmt.Sprintf(w.l.NewRow, w.rowWord(iv), len(iv.Rows)+1, labelOf(col)), inRow: true, next: w.afterNew,
		give: func(v flows.Value) walk.Turn {
			if col.Field.Type == flows.TypeFile {
				file, err := w.requests.keepFile(flows.Format(v), col.Field.MaxFile())
				if err != nil {
					return walk.Turn{Tell: []flows.Message{flows.Reason(err)}, Bad: true}
				}
				v = walk.FileAnswer(file)
			}
			return w.walk.AddRow(list, map[string]flows.Value{col.ID: v}, walk.Stay)
		},
	}
	prompt := sentence(b.name) + " " + w.l.NoMoreRows
	if len(iv.Rows) == 0 {
		prompt = sentence(b.name) + " " + w.l.OrNothing
	}
	if _, typed := w.walk.Typed(w.at()); typed {
		prompt = w.answers.blankPrompt(b)
	}
	if len(col.Field.Options) > 0 {
		prompt = w.answers.blankPrompt(b)
	}
	return question{prompt: strings.TrimSuffix(prompt, "."), take: func(text string) error {
		if cells := split(col.Field, text); len(cells) > 1 {
			return w.takeRow(iv, cells)
		}
		return w.answers.take(b, text)
	}}
}

// afterNew continues with the row that was just made; if none was, it leaves
// the list.
func (w *lists) afterNew() error {
	if w.at().Row == "" {
		return w.navigator.next()
	}
	return w.navigator.nextCell()
}

// limit is the maximum number of rows of a list.
func limit(l *flows.List) int {
	if l.Max > 0 {
		return l.Max
	}
	return flows.MaxRows
}

// firstColumn is the column with which a new row begins.
func firstColumn(iv *run.ItemView) string {
	for i := range iv.Item.List.Columns {
		if c := &iv.Item.List.Columns[i]; c.Kind == flows.KindField && c.When == nil {
			return c.ID
		}
	}
	return ""
}

// split splits a pasted row into cells: at tabs or, if there are none, at
// semicolons, unless the first cell itself takes semicolons.
func split(first *flows.Field, text string) []string {
	if strings.Contains(text, "\t") {
		return strings.Split(text, "\t")
	}
	if first.Type == flows.TypeEmails || first.Type == flows.TypeChoices {
		return nil
	}
	return strings.Split(text, ";")
}

// takeRow adds a row whose cells were all entered at once, as from a
// spreadsheet.
func (w *lists) takeRow(iv *run.ItemView, given []string) error {
	cells := map[string]flows.Value{}
	for i := range iv.Item.List.Columns {
		c := &iv.Item.List.Columns[i]
		if c.Kind != flows.KindField || len(given) == 0 {
			continue
		}
		if text := strings.TrimSpace(given[0]); text != "" {
			cells[c.ID] = cellValue(c.Field, text)
		}
		given = given[1:]
	}
	before := w.rowIDs()
	if t, err := w.requests.handleTurn(w.walk.AddRow(w.target(), cells, walk.Stay)); err != nil || !t.Done {
		return err
	}
	w.toNewRow(before)
	row := w.at().Row
	w.toItem(w.at().Item)
	w.skipList = true
	w.sayf(w.l.RowAdded, w.rowName(w.item(), row))
	w.announcer.problems(withoutMissing(rowProblems(w.item(), row)))
	return nil
}

// cellValue is the value of a cell; for a choice the option's value if its
// label was entered.
func cellValue(f *flows.Field, text string) flows.Value {
	for _, o := range f.Options {
		if strings.EqualFold(o.Label, text) {
			return o.Value
		}
	}
	return text
}

// takeCellTask ticks the task of a row.
func (w *lists) takeCellTask(text string) error {
	if text == "" {
		return w.navigator.nextCell()
	}
	if !words.IsYes(text, w.l.Yes) && !words.IsNo(text, w.l.No) {
		w.say(w.l.YesOrNo)
		return nil
	}
	t, err := w.requests.handleTurn(w.walk.Tick(words.IsYes(text, w.l.Yes), walk.Stay))
	if err != nil || !t.Done {
		return err
	}
	return w.navigator.nextCell()
}
