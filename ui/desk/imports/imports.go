// Package imports takes rows from a file or the clipboard into a list: it asks for
// the file, reads it beside the screen, shows what was understood of it and which
// column fills which, and takes the rows when it is told to.
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

// List is a list that rows are taken into.
type List struct {
	At      flows.Address
	View    *run.ItemView
	Samples []string // of a demo, for this list
	Files   string   // folder in which files are looked for, too; "" for none
	// Take takes the rows: one event, one undo.
	Take func(c run.ReplaceRows) tea.Cmd
}

// Over takes rows into a list. Until it does nothing of the run has changed.
type Over struct {
	d    room.Desk
	into List
	list *register.List
	have int // rows that are there

	path    field.Widget // nil once a file is read
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

// New asks for the file.
func New(d room.Desk, into List) *Over {
	o := &Over{
		d: d, into: into, list: register.NewList(into.View.Item), have: len(into.View.Rows), append: true,
		cancel: func() {}, done: &atomic.Int64{}, size: &atomic.Int64{},
	}
	first := ""
	if len(into.Samples) > 0 {
		first = into.Samples[0]
	}
	o.path = d.Kit().Line(first, d.Words().Import.AskHint)
	o.path.Focus()
	return o
}

// pastedAtOnce is the most text that is read while its key is handled; what is more
// is read beside the screen.
const pastedAtOnce = 64 << 10

// Pasted takes pasted rows at once where there is nothing to say about them; else
// o is to be opened, which shows them first.
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
	o.say(&report)
	if o.plain() {
		if c := o.command(); c != nil {
			return nil, into.Take(*c)
		}
	}
	return o, nil
}

// begin begins something under way, and gives up what was.
func (o *Over) begin() (context.Context, int) {
	o.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	o.cancel = cancel
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
	ctx, of := o.begin()
	o.path, o.table, o.report, o.err = nil, nil, nil, ""
	opt := o.options
	opt.Progress = func(done, size int64) { o.done.Store(done); o.size.Store(size) }
	return tea.Batch(o.progress(), o.d.Beside(o, func() func() tea.Cmd {
		t, err := f(ctx, opt)
		return func() tea.Cmd { return o.came(of, t, err) }
	}))
}

// progress has the screen drawn again while something is under way.
func (o *Over) progress() tea.Cmd {
	of := o.generation
	return o.d.After(o, 100*time.Millisecond, func() tea.Cmd {
		if o.generation == of && o.busy() {
			return o.progress()
		}
		return nil
	})
}

// busy reports whether something is under way.
func (o *Over) busy() bool {
	return o.path == nil && o.err == "" && (o.table == nil || o.report == nil)
}

// answered reports whether an answer is to what is under way now, and is none
// that failed.
func (o *Over) answered(of int, err error) bool {
	if o.generation != of {
		return false
	}
	if err != nil {
		o.fail(err)
	}
	return err == nil
}

// came takes a file that was read.
func (o *Over) came(of int, t *register.Table, err error) tea.Cmd {
	if !o.answered(of, err) {
		return nil
	}
	o.table, o.mapping, o.field, o.lower = t, t.Propose(), 0, false
	return o.judge()
}

// fail says why a file cannot be taken, and asks for another.
func (o *Over) fail(err error) {
	o.err, o.table = o.d.Sentence(err), nil
	if !o.pasted {
		o.path = o.d.Kit().Line(o.name, o.d.Words().Import.AskHint)
		o.path.Focus()
	}
}

// judge looks at all rows beside the screen.
func (o *Over) judge() tea.Cmd {
	ctx, of := o.begin()
	o.report, o.issue, o.lower = nil, 0, false
	t, mapping, now := o.table, o.mapping, o.d.Now()
	return tea.Batch(o.progress(), o.d.Beside(o, func() func() tea.Cmd {
		report, err := t.Check(ctx, mapping, now)
		return func() tea.Cmd { return o.judged(of, &report, err) }
	}))
}

// judged takes what is to be said of the rows.
func (o *Over) judged(of int, r *register.Report, err error) tea.Cmd {
	if o.answered(of, err) {
		o.say(r)
	}
	return nil
}

// say takes what there is to be said, the worst first; which columns are left
// out has a line of its own.
func (o *Over) say(r *register.Report) {
	r.Issues = slices.DeleteFunc(r.Issues, func(i register.Issue) bool { return i.Code == register.IssueLeft })
	rank := map[flows.Level]int{flows.Must: 0, flows.Warn: 1, flows.Tell: 2}
	slices.SortStableFunc(r.Issues, func(a, b register.Issue) int { return rank[a.Level] - rank[b.Level] })
	o.report = r
}

// plain reports whether there is nothing about pasted rows that a person would
// want to see first: what the list itself says of an answer stands there after.
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

// command takes the rows as they are shown; it is nil where they cannot be taken.
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
	o.Escaped()
	return o.into.Take(*c)
}

// Escaped gives up what is under way and leaves all as it was.
func (o *Over) Escaped() tea.Cmd {
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
