package desk

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/file"
)

// table is the widget of a list; one that is there already keeps its place.
func (p *page) table(m *model, iv *run.ItemView, was field.Widget) *field.Table {
	if t, ok := was.(*field.Table); ok {
		t.Renew(iv.Item, iv.Rows)
		return t
	}
	t := m.kit.Table(iv.Item, iv.Rows)
	for at, s := range p.drafts {
		if at.Step == p.step && at.Item == p.focus && at.Column != "" {
			t.Restore(at.Row, at.Column, s)
		}
	}
	return t
}

// listKeyed says what a key of a list could not do, or shows what it is about.
func (m *model) listKeyed(t *field.Table, k string) {
	switch {
	case k == "ctrl+n" && t.Full():
		m.say(fmt.Sprintf(m.t.List.Full, t.Limit()))
	case k == "ctrl+x":
		m.dropTyped() // of the row that was not made
	case k == field.ProblemKey && !t.State().Problems:
		m.say(m.t.Import.NoProblem)
	case k == field.ProblemKey:
		m.page.tried[m.page.step] = true // what is missing is a problem now
	}
}

// dropTyped forgets what was typed into a row that was not made.
func (m *model) dropTyped() {
	p := m.page
	for at := range p.drafts {
		if at.Step == p.step && at.Item == p.focus && at.Row == "" && at.Column != "" {
			delete(p.drafts, at)
			m.forgotten(at)
		}
	}
}

// edit does what a table asks for.
func (m *model) edit(e field.Edit) tea.Cmd {
	p := m.page
	if _, ok := p.widget.(*field.Table); !ok {
		return nil
	}
	made := e.Row == "" && e.Kind == field.SetCell
	settle := func() tea.Cmd {
		id := ""
		if made {
			id = newest(p.item().Rows)
		}
		at := flows.Address{Step: p.step, Item: p.focus, Row: e.Row, Column: e.Column}
		delete(p.drafts, at)
		m.forgotten(at)
		if t, ok := p.widget.(*field.Table); ok { // an overlay may have lain between
			t.Settle(true, p.item().Rows, id)
		}
		if e.Kind == field.RemoveRow {
			m.say(m.t.List.Removed)
		}
		return nil
	}
	return m.do(settle, m.unsettled, commandOf(p.target(), e))
}

// unsettled says why an edit was refused; what was typed stays.
func (m *model) unsettled(r *flows.Refusal) tea.Cmd {
	if t, ok := m.page.widget.(*field.Table); ok {
		t.Settle(false, nil, "")
	}
	m.warn(m.sentence(r))
	return nil
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
func (m *model) listPaste(t *field.Table, s string) tea.Cmd {
	if file.IsTable(s) {
		return m.lookForFile(s)
	}
	return m.pasteCells(t, s)
}

func (m *model) pasteCells(t *field.Table, s string) tea.Cmd {
	if say := t.Paste(s); say != "" {
		m.warn(say)
	}
	if e, many := t.Pasted(); many {
		return m.pasteRows(e.Text)
	}
	return m.page.noteKey(m)
}

// maxAtOnce is how many rows are taken while their key is handled. More are
// taken beside the screen, which goes on; keys wait until they are there.
const maxAtOnce = 2000

// takeRows takes many rows: one event, one undo.
func (m *model) takeRows(c run.ReplaceRows) tea.Cmd {
	came := m.came(c)
	if len(c.Rows) <= maxAtOnce {
		return m.do(came, nil, c)
	}
	m.hold++
	m.saver.busy = true // nothing else asks the run while it decides
	m.say(m.t.Import.Taking)
	s := m.page.s
	return guarded(func() tea.Msg {
		out, err := s.Do(false, c)
		return tookMsg{out, err, came, c}
	})
}

// tookMsg brings what became of many rows.
type tookMsg struct {
	out  run.Outcome
	err  error
	came then
	c    run.ReplaceRows
}

func (msg tookMsg) late(m *model) tea.Cmd {
	m.saver.busy = false
	m.status = status{}
	return tea.Batch(m.decided(msg.out, msg.err, msg.came, nil, []run.Command{msg.c}), m.release())
}

// came says how many rows came, once they have.
func (m *model) came(c run.ReplaceRows) then {
	before := m.page.view.Events
	return func() tea.Cmd {
		if t, ok := m.page.widget.(*field.Table); ok {
			t.Came()
		}
		said := m.t.Import.Appended
		if !c.Append {
			said = m.t.Import.Taken
		}
		said = fmt.Sprintf(said, len(c.Rows))
		if m.page.view.Events == before {
			said = m.t.Import.Same
		}
		m.say(said)
		return nil
	}
}

// late is a message of something that was done outside Update.
type late interface{ late(m *model) tea.Cmd }

// pathMsg tells whether what was pasted is the path of a file.
type pathMsg struct {
	at   flows.Address
	text string
	is   bool
}

// lookForFile looks whether there is such a file; keys wait, so that they reach
// what comes of it.
func (m *model) lookForFile(s string) tea.Cmd {
	m.hold++
	at := m.page.here()
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
	if m.page != nil && m.page.here() == msg.at && m.over == nil {
		if t, ok := m.page.widget.(*field.Table); ok && !msg.is {
			cmd = m.pasteCells(t, msg.text)
		} else if ok {
			o := newImport(m)
			cmd = tea.Batch(m.openItself(o), o.read(m, msg.text))
		}
	}
	return tea.Batch(cmd, m.release())
}

// pastedAtOnce is the most text that is read while its key is handled; what is more
// is read beside the screen.
const pastedAtOnce = 64 << 10

// pasteRows takes pasted rows at once where there is nothing to say about them,
// else it shows them first.
func (m *model) pasteRows(text string) tea.Cmd {
	o := newImport(m)
	if len(text) > pastedAtOnce {
		return tea.Batch(m.openItself(o), o.readText(m, text))
	}
	t, err := register.Pasted(m.ctx, text, o.list)
	if err != nil {
		m.warn(m.sentence(err))
		return nil
	}
	o.pasted, o.path, o.table, o.mapping = true, nil, t, t.Propose()
	report, err := t.Check(m.ctx, o.mapping, m.now())
	if err != nil {
		m.warn(m.sentence(err))
		return nil
	}
	o.say(&report)
	if o.plain() {
		return o.take(m)
	}
	return m.openItself(o)
}
