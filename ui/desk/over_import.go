package desk

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/ui/field"
	"lotse/ui/file"
)

// importOver takes rows from a file or the clipboard into a list: it asks for
// the file, reads it beside the screen, shows what was understood of it and
// which column fills which, and takes the rows when it is told to. Until then
// nothing of the run has changed.
type importOver struct {
	at   flows.Address // the list
	list *register.List
	have int // rows that are there

	path    field.Widget // nil once a file is read
	samples []string     // of a demo, for this list
	text    string       // what was pasted
	name    string       // what is being read
	options register.Options
	pasted  bool
	append  bool

	generation int // of what is under way: an answer to an older question is dropped
	cancel     context.CancelFunc
	done, size *atomic.Int64

	table   *register.Table
	mapping register.Mapping
	report  *register.Report // nil while the rows are being judged
	field   int              // of the list, where the pointer stands
	lower   bool             // the issues are being read
	issue   int              // first issue that is shown
	err     string
}

func newImport(m *model) *importOver {
	iv := m.page.Item()
	o := &importOver{
		at: m.page.place, list: register.NewList(iv.Item), have: len(iv.Rows), append: true,
		samples: m.cfg.Samples(iv.Item.ID), cancel: func() {}, done: &atomic.Int64{}, size: &atomic.Int64{},
	}
	first := ""
	if len(o.samples) > 0 {
		first = o.samples[0]
	}
	o.path = m.kit.Line(first, m.t.Import.AskHint)
	o.path.Focus()
	return o
}

// readMsg brings a file that was read.
type readMsg struct {
	over  *importOver
	of    int
	table *register.Table
	err   error
}

// judgedMsg brings what is to be said of its rows.
type judgedMsg struct {
	over   *importOver
	of     int
	report register.Report
	err    error
}

// progressMsg lets the screen show how far the reading has got.
type progressMsg struct {
	over *importOver
	of   int
}

// begin begins something under way, and gives up what was.
func (o *importOver) begin(m *model) (context.Context, int) {
	o.cancel()
	ctx, cancel := context.WithCancel(m.ctx)
	o.cancel = cancel
	o.generation++
	return ctx, o.generation
}

// read reads the file at a path.
func (o *importOver) read(m *model, path string) tea.Cmd {
	o.name = path
	return o.load(m, func(ctx context.Context, opt register.Options) (*register.Table, error) {
		f, err := file.Open(file.In(m.cfg.Files, path))
		if err != nil {
			return nil, err
		}
		t, err := register.ReadTable(ctx, f.Source, opt, o.list)
		return t, errors.Join(err, f.Close())
	})
}

// readText reads what was pasted.
func (o *importOver) readText(m *model, text string) tea.Cmd {
	o.pasted, o.text = true, text
	return o.load(m, func(ctx context.Context, _ register.Options) (*register.Table, error) {
		return register.Pasted(ctx, text, o.list)
	})
}

func (o *importOver) load(m *model, f func(context.Context, register.Options) (*register.Table, error)) tea.Cmd {
	ctx, of := o.begin(m)
	o.path, o.table, o.report, o.err = nil, nil, nil, ""
	opt := o.options
	opt.Progress = func(done, size int64) { o.done.Store(done); o.size.Store(size) }
	return tea.Batch(o.progress(m), guarded(func() tea.Msg {
		t, err := f(ctx, opt)
		return readMsg{o, of, t, err}
	}))
}

// progress has the screen drawn again while something is under way.
func (o *importOver) progress(m *model) tea.Cmd {
	of := o.generation
	return m.tick(100*time.Millisecond, func(time.Time) tea.Msg { return progressMsg{o, of} })
}

func (msg progressMsg) late(m *model) tea.Cmd {
	if o := msg.over; m.over == overlay(o) && o.generation == msg.of && o.busy() {
		return o.progress(m)
	}
	return nil
}

// busy reports whether something is under way.
func (o *importOver) busy() bool {
	return o.path == nil && o.err == "" && (o.table == nil || o.report == nil)
}

// answered reports whether an answer is to what is under way now, and is none
// that failed.
func (o *importOver) answered(m *model, of int, err error) bool {
	if m.over != overlay(o) || o.generation != of {
		return false
	}
	if err != nil {
		o.fail(m, err)
	}
	return err == nil
}

func (msg readMsg) late(m *model) tea.Cmd {
	o := msg.over
	if !o.answered(m, msg.of, msg.err) {
		return nil
	}
	o.table, o.mapping, o.field, o.lower = msg.table, msg.table.Propose(), 0, false
	return o.judge(m)
}

// fail says why a file cannot be taken, and asks for another.
func (o *importOver) fail(m *model, err error) {
	o.err, o.table = m.sentence(err), nil
	if !o.pasted {
		o.path = m.kit.Line(o.name, m.t.Import.AskHint)
		o.path.Focus()
	}
}

// judge looks at all rows beside the screen.
func (o *importOver) judge(m *model) tea.Cmd {
	ctx, of := o.begin(m)
	o.report, o.issue, o.lower = nil, 0, false
	t, mapping, now := o.table, o.mapping, m.now()
	return tea.Batch(o.progress(m), guarded(func() tea.Msg {
		report, err := t.Check(ctx, mapping, now)
		return judgedMsg{o, of, report, err}
	}))
}

func (msg judgedMsg) late(m *model) tea.Cmd {
	if msg.over.answered(m, msg.of, msg.err) {
		msg.over.say(&msg.report)
	}
	return nil
}

// say takes what there is to be said, the worst first; which columns are left
// out has a line of its own.
func (o *importOver) say(r *register.Report) {
	r.Issues = slices.DeleteFunc(r.Issues, func(i register.Issue) bool { return i.Code == register.IssueLeft })
	rank := map[flows.Level]int{flows.Must: 0, flows.Warn: 1, flows.Tell: 2}
	slices.SortStableFunc(r.Issues, func(a, b register.Issue) int { return rank[a.Level] - rank[b.Level] })
	o.report = r
}

// plain reports whether there is nothing about pasted rows that a person would
// want to see first: what the list itself says of an answer stands there after.
func (o *importOver) plain() bool {
	if len(o.table.Left(o.mapping)) > 0 {
		return false
	}
	for _, i := range o.report.Issues {
		switch {
		case i.Code == register.IssueAnswer, i.Code == register.IssueTwice, i.Code == register.IssueRagged, i.Code == register.IssueQuote:
		default:
			return false
		}
	}
	return true
}

// take takes the rows: one event, one undo.
func (o *importOver) take(m *model) tea.Cmd {
	c, err := file.Command(o.at.Whole(), o.table, o.mapping, o.append)
	if err != nil {
		o.err = m.sentence(err)
		return nil
	}
	o.escaped(m)
	return m.page.takeRows(c)
}

// escaped gives up what is under way and leaves all as it was.
func (o *importOver) escaped(m *model) tea.Cmd {
	o.cancel()
	if m.over == overlay(o) {
		m.closeOver()
	}
	return nil
}

func (o *importOver) paste(m *model, s string) tea.Cmd {
	if o.path != nil {
		o.err = o.path.Paste(string(bytes.TrimRight([]byte(s), "\r\n")))
	}
	return nil
}
