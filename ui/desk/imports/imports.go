// Package imports is the overlay that puts rows from a file or the clipboard
// into a list: it asks for the file, reads it in the background, shows what
// was detected and which column fills which, and adds the rows when told to.
package imports

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
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/file"
)

// List is the list that the rows are for.
type List struct {
	At      flows.Address
	View    *run.ItemView
	Samples []string // of a demo, for this list
	Files   string   // folder in which files are looked for, too; "" for none
	// Take takes the rows: one event, one undo.
	Take func(c run.ReplaceRows) tea.Cmd
}

// Over is the overlay. Nothing of the run changes until the rows are
// submitted.
type Over struct {
	d        room.Desk
	into     List
	list     *register.List
	existing int // rows that are there

	path    field.Widget // nil once a file is read
	text    string       // what was pasted
	name    string       // what is being read
	options register.Options
	pasted  bool
	append  bool

	generation int // of what is under way: an answer to an older question is dropped
	cancel     context.CancelFunc
	began      time.Time // what is under way
	done, size *atomic.Int64

	table    *register.Table
	mapping  register.Mapping
	report   *register.Report // nil while the rows are being judged
	field    int              // of the list, where the pointer stands
	inIssues bool             // the issues are being read
	issue    int              // first issue that is shown
	err      string
}

// New asks for the file.
func New(d room.Desk, into List) *Over {
	o := &Over{
		d: d, into: into, list: register.NewList(into.View.Item), existing: len(into.View.Rows), append: true,
		cancel: func() {}, done: &atomic.Int64{}, size: &atomic.Int64{},
	}
	first := ""
	if len(into.Samples) > 0 {
		first = into.Samples[0]
	}
	o.path = d.Kit().Path(first, d.Words().Import.AskHint)
	o.path.Focus()
	return o
}

// pastedAtOnce is the largest pasted text that is read while its key is
// handled; a larger one is read in the background.
const pastedAtOnce = 64 << 10

// Pasted adds pasted rows at once if there is nothing to say about them; else
// o, which shows them first, is to be opened.
func Pasted(d room.Desk, into List, text string) (o *Over, cmd tea.Cmd) {
	o = New(d, into)
	if len(text) > pastedAtOnce {
		return o, o.readText(text)
	}
	t, err := register.Pasted(d.Context(), text, o.list)
	if err != nil {
		d.Warn(d.Sentence(err))
		return nil, nil
	}
	o.pasted, o.path, o.table, o.mapping = true, nil, t, t.Propose()
	report, err := t.Check(d.Context(), o.mapping, d.Now())
	if err != nil {
		d.Warn(d.Sentence(err))
		return nil, nil
	}
	o.showIssues(&report)
	if o.plain() {
		if c := o.command(); c != nil {
			return nil, into.Take(*c)
		}
	}
	return o, nil
}

// startWork starts background work, and cancels what was running before.
func (o *Over) startWork() (context.Context, int) {
	o.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	o.cancel, o.began = cancel, o.d.Now()
	o.generation++
	return ctx, o.generation
}

// Read reads the file at a path.
func (o *Over) Read(path string) tea.Cmd {
	o.name = path
	return o.load(func(ctx context.Context, opt register.Options) (*register.Table, error) {
		f, err := file.Open(file.ResolveInput(o.into.Files, path))
		if err != nil {
			return nil, err
		}
		t, err := register.ReadTable(ctx, f.Source, opt, o.list)
		return t, errors.Join(err, f.Close())
	})
}

// readText reads what was pasted.
func (o *Over) readText(text string) tea.Cmd {
	o.pasted, o.text = true, text
	return o.load(func(ctx context.Context, _ register.Options) (*register.Table, error) {
		return register.Pasted(ctx, text, o.list)
	})
}

func (o *Over) load(f func(context.Context, register.Options) (*register.Table, error)) tea.Cmd {
	ctx, of := o.startWork()
	o.path, o.table, o.report, o.err = nil, nil, nil, ""
	opt := o.options
	opt.Progress = func(done, size int64) { o.done.Store(done); o.size.Store(size) }
	return tea.Batch(o.progress(), o.d.InBackground(o, func() func() tea.Cmd {
		t, err := f(ctx, opt)
		return func() tea.Cmd { return o.loaded(of, t, err) }
	}))
}

// progress redraws the screen while something is running.
func (o *Over) progress() tea.Cmd {
	of := o.generation
	return o.d.After(o, 100*time.Millisecond, func() tea.Cmd {
		if o.generation == of && o.busy() {
			return o.progress()
		}
		return nil
	})
}

// busy reports whether something is running.
func (o *Over) busy() bool {
	return o.path == nil && o.err == "" && (o.table == nil || o.report == nil)
}

// isCurrent reports whether a result belongs to the present work and is no
// error.
func (o *Over) isCurrent(of int, err error) bool {
	if o.generation != of {
		return false
	}
	if err != nil {
		o.fail(err)
	}
	return err == nil
}

// loaded shows a file that was read.
func (o *Over) loaded(of int, t *register.Table, err error) tea.Cmd {
	if !o.isCurrent(of, err) {
		return nil
	}
	o.table, o.mapping, o.field, o.inIssues = t, t.Propose(), 0, false
	return o.check()
}

// fail says why a file cannot be used, and asks for another one.
func (o *Over) fail(err error) {
	o.err, o.table = o.d.Sentence(err), nil
	if !o.pasted {
		o.path = o.d.Kit().Path(o.name, o.d.Words().Import.AskHint)
		o.path.Focus()
	}
}

// check checks all rows in the background.
func (o *Over) check() tea.Cmd {
	ctx, of := o.startWork()
	o.report, o.issue, o.inIssues = nil, 0, false
	t, mapping, now := o.table, o.mapping, o.d.Now()
	return tea.Batch(o.progress(), o.d.InBackground(o, func() func() tea.Cmd {
		report, err := t.Check(ctx, mapping, now)
		return func() tea.Cmd { return o.checked(of, &report, err) }
	}))
}

// checked shows what was found in the rows.
func (o *Over) checked(of int, r *register.Report, err error) tea.Cmd {
	if o.isCurrent(of, err) {
		o.showIssues(r)
	}
	return nil
}

// showIssues sets the issues to show, worst first; columns that are not used
// have a line of their own.
func (o *Over) showIssues(r *register.Report) {
	r.Issues = slices.DeleteFunc(r.Issues, func(i register.Issue) bool { return i.Code == register.IssueLeft })
	rank := map[flows.Level]int{flows.Must: 0, flows.Warn: 1, flows.Tell: 2}
	slices.SortStableFunc(r.Issues, func(a, b register.Issue) int { return rank[a.Level] - rank[b.Level] })
	o.report = r
}

// plain reports whether pasted rows have no issue that a person wants to see
// first. Problems of the answers themselves are shown in the list afterwards.
func (o *Over) plain() bool {
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

// command makes the command for the rows as they are shown; nil if they cannot
// be used.
func (o *Over) command() *run.ReplaceRows {
	c, err := file.Command(o.into.At, o.table, o.mapping, o.append)
	if err != nil {
		o.err = o.d.Sentence(err)
		return nil
	}
	return &c
}

func (o *Over) take() tea.Cmd {
	c := o.command()
	if c == nil {
		return nil
	}
	o.HandleEsc()
	return o.into.Take(*c)
}

// HandleEsc implements room.Escaper: it cancels what is running and changes
// nothing.
func (o *Over) HandleEsc() tea.Cmd {
	o.cancel()
	o.d.Close()
	return nil
}

func (o *Over) Paste(s string) tea.Cmd {
	if o.path != nil {
		o.err = o.path.Paste(string(bytes.TrimRight([]byte(s), "\r\n")))
	}
	return nil
}
