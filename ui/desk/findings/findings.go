// Package findings is the overlay with the table of a comparison's findings:
// it filters them, shows a pair side by side, and writes all of them to a
// file.
package findings

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/outside"
)

// Check is the check whose findings are shown.
type Check struct {
	Label   string            // what it is called
	Results []run.CheckResult // all of them, the oldest first
	Kept    run.EvidenceStore // where their reports are
	Lang    string            // of the run
	Mode    run.Mode          // of the run
}

// Over is the table. The report is read, and each filter applied, in the
// background; only what is in view is drawn.
type Over struct {
	d     room.Desk
	label string

	found            *outside.Findings // nil while it is read
	err              string
	lang             string
	mode             run.Mode
	wording          *comparison.Words // of found; nil before anything was said of it
	notLookedAtLines []string          // what was not looked at; nil before it was said

	filters outside.FindingsFilter
	words   field.Widget
	typing  bool
	shown   []int32 // the indexes in found that pass the filters; nil: all
	applied outside.FindingsFilter
	at      int // among those
	top     int // first that is drawn
	head    int // lines above it
	page    int // how many were drawn

	pair       bool // the chosen one is shown side by side
	skip       int  // lines of it that are scrolled away
	hidden     int  // lines that it has no room for
	generation int  // of what is under way: an answer to an older question is dropped
	cancel     context.CancelFunc
}

// Key opens the table and, inside it, the form for the file.
const Key = "f"

// Open opens the table of a check's findings.
func Open(d room.Desk, c Check) tea.Cmd {
	o := &Over{d: d, label: c.Label, words: d.Kit().Line("", ""), cancel: func() {}, lang: c.Lang, mode: c.Mode}
	d.Open(o)
	ctx := o.startWork()
	return d.InBackground(o, func() func() tea.Cmd {
		found, err := outside.ReadFindings(ctx, c.Kept, c.Results)
		return func() tea.Cmd { return o.read(found, err) }
	})
}

// startWork starts background work, and cancels what was running before.
func (o *Over) startWork() context.Context {
	o.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	o.cancel = cancel
	o.generation++
	return ctx
}

// read shows the report, or says why it cannot be read.
func (o *Over) read(found *outside.Findings, err error) tea.Cmd {
	switch {
	case errors.Is(err, context.Canceled):
	case err != nil:
		o.err = fmt.Sprintf(o.d.Words().Found.Failed, o.d.Sentence(err))
	default:
		o.found = found
	}
	return nil
}

// applyFilters selects the findings that pass the filters, in the background.
func (o *Over) applyFilters() tea.Cmd {
	if o.found == nil {
		return nil
	}
	ctx := o.startWork()
	of, found, sieve := o.generation, o.found, o.filters
	if sieve == (outside.FindingsFilter{}) {
		o.shown, o.applied, o.at, o.top = nil, sieve, 0, 0
		return nil
	}
	return o.d.InBackground(o, func() func() tea.Cmd {
		shown, err := found.Select(ctx, sieve)
		return func() tea.Cmd {
			if o.generation == of && err == nil {
				o.shown, o.applied, o.at, o.top = shown, sieve, 0, 0
			}
			return nil
		}
	})
}

// count is how many findings pass the filters.
func (o *Over) count() int {
	switch {
	case o.found == nil:
		return 0
	case o.shown == nil && o.applied == outside.FindingsFilter{}:
		return len(o.found.Findings)
	}
	return len(o.shown)
}

// index is the position of the i-th of them among all findings.
func (o *Over) index(i int) int {
	if o.shown == nil {
		return i
	}
	return int(o.shown[i])
}

// chosen is the finding at the pointer; nil for none.
func (o *Over) chosen() *compare.Finding {
	if o.at >= o.count() {
		return nil
	}
	return &o.found.Findings[o.index(o.at)]
}

func (o *Over) Title() string { return o.label }

// reportWords are the words for the findings, in the run's language.
func (o *Over) reportWords() *comparison.Words {
	if o.wording == nil || o.wording.Plan != &o.found.Plan {
		o.wording = comparison.NewWords(&o.found.Plan, o.lang)
	}
	return o.wording
}

// Wide implements room.Wide: the frame fills the window.
func (*Over) Wide() {}

func (o *Over) Paste(s string) tea.Cmd {
	if !o.typing {
		return nil
	}
	if say := o.words.Paste(s); say != "" {
		o.d.Warn(say)
	}
	return o.typed()
}
