package desk

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/imports"
	"lotse/ui/field"
	"lotse/ui/file"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// rows connects the focused list with its table: what the table asks for
// becomes commands of the dialogue, and the table is told the result.
type rows struct {
	p    *page
	edit *field.Edit // while its consequences are asked about
}

// keyed says what a list key could not do, or shows what it is about.
func (r *rows) keyed(t *field.Table, k string) {
	switch {
	case k == "ctrl+n" && t.Full():
		r.p.m.say(fmt.Sprintf(r.p.m.t.List.Full, t.Limit()))
	case k == "ctrl+x":
		r.p.DropNewRow()
	case k == field.ProblemKey && !t.State().Problems:
		r.p.m.say(r.p.m.t.Import.NoProblem)
	case k == field.ProblemKey:
		r.p.ShowProblems() // what is missing is a problem now
	}
}

// change does what a table asks for.
func (r *rows) change(e field.Edit) tea.Cmd {
	t := r.p.Take(walk.Stay, commandOf(r.p.place, e))
	if _, asked := t.Ask.(walk.Confirm); asked {
		r.edit = &e
		return r.p.turn(t)
	}
	return r.changed(e, t)
}

// confirm answers whether a change with consequences is made.
func (r *rows) confirm(yes bool) tea.Cmd {
	e := r.edit
	r.edit = nil
	t := r.p.Confirmed(yes)
	if e != nil && yes {
		return r.changed(*e, t)
	}
	return r.p.turn(t)
}

// changed tells the table the result of its edit; typed text stays if it was
// refused.
func (r *rows) changed(e field.Edit, t walk.Turn) tea.Cmd {
	if table, ok := r.p.table(); ok {
		made, all := "", r.p.Item().Rows
		if t.Done && e.Row == "" && e.Kind == field.SetCell {
			made = newest(all)
		}
		table.FinishEdit(t.Done, all, made)
		r.p.ToCell(table.FocusedCell())
	}
	return r.p.turn(t)
}

// newest is the id of the newest row: ids only grow.
func newest(all []run.RowView) string {
	best, most := "", -1
	for i := range all {
		if n, err := strconv.Atoi(strings.TrimPrefix(all[i].Row, "r")); err == nil && n > most {
			best, most = all[i].Row, n
		}
	}
	return best
}

// commandOf is the command of an edit. A row is made with its first cell.
func commandOf(list flows.Address, e field.Edit) run.Command {
	switch {
	case e.Kind == field.TickCell:
		return run.Tick{At: list.In(e.Row, e.Column)}
	case e.Kind == field.UntickCell:
		return run.Untick{At: list.In(e.Row, e.Column)}
	case e.Kind == field.RemoveRow:
		return run.RemoveRow{At: list.In(e.Row, "")}
	case e.Row == "":
		return run.AddRow{List: list, After: e.After, Cells: map[string]flows.Value{e.Column: e.Value}}
	default:
		return run.SetCell{At: list.In(e.Row, e.Column), Value: e.Value}
	}
}

// paste handles a paste into a list: the path of a file, many rows, or text
// for the cell.
func (r *rows) paste(t *field.Table, s string) tea.Cmd {
	if file.IsTable(s) {
		return r.lookForFile(s)
	}
	return r.pasteCells(t, s)
}

func (r *rows) pasteCells(t *field.Table, s string) tea.Cmd {
	if say := t.Paste(s); say != "" {
		r.p.m.warn(say)
	}
	if e, many := t.Pasted(); many {
		return r.pasteRows(e.Text)
	}
	return r.p.note()
}

// take adds many rows; an empty new row makes space for them.
func (r *rows) take(c run.ReplaceRows) tea.Cmd {
	t := r.p.TakeRows(c)
	cmd := r.p.turn(t)
	if table, ok := r.p.table(); ok && t.Done {
		table.MakeRoom()
		r.p.ToCell(table.FocusedCell())
	}
	return cmd
}

// pathMsg says whether the pasted text is the path of a file.
type pathMsg struct {
	at   flows.Address
	text string
	is   bool
}

// lookForFile looks for the file; keys are held, so that they reach what
// opens.
func (r *rows) lookForFile(s string) tea.Cmd {
	m, at := r.p.m, r.p.place
	m.hold++
	return guarded(func() tea.Msg {
		f, err := file.Open(file.ResolveInput(m.cfg.Files, s))
		if err != nil {
			return pathMsg{at, s, false}
		}
		return pathMsg{at, s, f.Close() == nil}
	})
}

func (msg pathMsg) handle(m *model) tea.Cmd {
	var cmd tea.Cmd
	if m.page != nil && m.page.place == msg.at && m.over == nil {
		if t, ok := m.page.table(); ok && !msg.is {
			cmd = m.page.rows.pasteCells(t, msg.text)
		} else if ok {
			o := imports.New(roomDesk{m}, m.page.rows.into())
			cmd = tea.Batch(m.openItself(o), o.Read(msg.text))
		}
	}
	return tea.Batch(cmd, m.release())
}

// pasteRows adds pasted rows, or shows them first.
func (r *rows) pasteRows(text string) tea.Cmd {
	o, cmd := imports.Pasted(roomDesk{r.p.m}, r.into(), text)
	if o == nil {
		return cmd
	}
	return tea.Batch(r.p.m.openItself(o), cmd)
}

// fill asks for a file with rows.
func (r *rows) fill() tea.Cmd {
	r.p.m.openOver(imports.New(roomDesk{r.p.m}, r.into()))
	return nil
}

// into is the focused list as the target of an import.
func (r *rows) into() imports.List {
	iv := r.p.Item()
	return imports.List{At: r.p.place, View: iv, Samples: outside.Samples(r.p.m.cfg.Files, iv.Item.ID), Files: r.p.m.cfg.Files, Take: r.take}
}
