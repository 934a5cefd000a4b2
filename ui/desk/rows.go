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

// listKeyed says what a key of a list could not do, or shows what it is about.
func (p *page) listKeyed(t *field.Table, k string) {
	switch {
	case k == "ctrl+n" && t.Full():
		p.m.say(fmt.Sprintf(p.m.t.List.Full, t.Limit()))
	case k == "ctrl+x":
		p.DropNewRow()
	case k == field.ProblemKey && !t.State().Problems:
		p.m.say(p.m.t.Import.NoProblem)
	case k == field.ProblemKey:
		p.ShowProblems() // what is missing is a problem now
	}
}

// change does what a table asks for.
func (p *page) change(e field.Edit) tea.Cmd {
	t := p.Take(walk.Stay, commandOf(p.place, e))
	if _, asked := t.Ask.(walk.Confirm); asked {
		p.edit = &e
		return p.turn(t)
	}
	return p.changed(e, t)
}

// confirm answers whether a change is made that changes what stands already.
func (p *page) confirm(yes bool) tea.Cmd {
	e := p.edit
	p.edit = nil
	t := p.Confirmed(yes)
	if e != nil && yes {
		return p.changed(*e, t)
	}
	return p.turn(t)
}

// changed tells the table what became of its edit; what was typed stays where it
// was refused.
func (p *page) changed(e field.Edit, t walk.Turn) tea.Cmd {
	if table, ok := p.table(); ok {
		made, rows := "", p.Item().Rows
		if t.Done && e.Row == "" && e.Kind == field.SetCell {
			made = newest(rows)
		}
		table.Settle(t.Done, rows, made)
		p.ToCell(table.Here())
	}
	return p.turn(t)
}

// newest is the id of the row that was made last: ids only grow.
func newest(rows []run.RowView) string {
	best, most := "", -1
	for i := range rows {
		if n, err := strconv.Atoi(strings.TrimPrefix(rows[i].Row, "r")); err == nil && n > most {
			best, most = rows[i].Row, n
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

// listPaste takes what is pasted into a list: the path of a file, many rows, or
// text for the cell.
func (p *page) listPaste(t *field.Table, s string) tea.Cmd {
	if file.IsTable(s) {
		return p.lookForFile(s)
	}
	return p.pasteCells(t, s)
}

func (p *page) pasteCells(t *field.Table, s string) tea.Cmd {
	if say := t.Paste(s); say != "" {
		p.m.warn(say)
	}
	if e, many := t.Pasted(); many {
		return p.pasteRows(e.Text)
	}
	return p.note()
}

// takeRows takes many rows; a new row in which nothing is typed makes room for
// them.
func (p *page) takeRows(c run.ReplaceRows) tea.Cmd {
	t := p.TakeRows(c)
	cmd := p.turn(t)
	if table, ok := p.table(); ok && t.Done {
		table.Came()
		p.ToCell(table.Here())
	}
	return cmd
}

// pathMsg tells whether what was pasted is the path of a file.
type pathMsg struct {
	at   flows.Address
	text string
	is   bool
}

// lookForFile looks whether there is such a file; keys wait, so that they reach
// what comes of it.
func (p *page) lookForFile(s string) tea.Cmd {
	m, at := p.m, p.place
	m.hold++
	return guarded(func() tea.Msg {
		f, err := file.Open(file.In(m.cfg.Files, s))
		if err != nil {
			return pathMsg{at, s, false}
		}
		return pathMsg{at, s, f.Close() == nil}
	})
}

func (msg pathMsg) late(m *model) tea.Cmd {
	var cmd tea.Cmd
	if m.page != nil && m.page.place == msg.at && m.over == nil {
		if t, ok := m.page.table(); ok && !msg.is {
			cmd = m.page.pasteCells(t, msg.text)
		} else if ok {
			o := imports.New(ground{m}, m.page.into())
			cmd = tea.Batch(m.openItself(o), o.Read(msg.text))
		}
	}
	return tea.Batch(cmd, m.release())
}

// pasteRows takes pasted rows, or shows them first.
func (p *page) pasteRows(text string) tea.Cmd {
	o, cmd := imports.Pasted(ground{p.m}, p.into(), text)
	if o == nil {
		return cmd
	}
	return tea.Batch(p.m.openItself(o), cmd)
}

// into is the list that has the focus, as rows are taken into it.
func (p *page) into() imports.List {
	iv := p.Item()
	return imports.List{At: p.place, View: iv, Samples: outside.Samples(p.m.cfg.Files, iv.Item.ID), Files: p.m.cfg.Files, Take: p.takeRows}
}
