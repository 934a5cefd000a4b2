// Package findings is the table of what a comparison found, over the page of its
// check: it is filtered, a pair is shown side by side, and all of it is written
// into a file.
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

// Check is a check whose findings are shown.
type Check struct {
	Label   string            // what it is called
	Results []run.CheckResult // all of them, the oldest first
	Kept    run.EvidenceStore // where their reports are
	Lang    string            // of the run
}

// Over is the table of what a comparison found. The report is read, and each
// filter applied, beside the screen; what is drawn is what is in view.
type Over struct {
	d     room.Desk
	label string

	found *outside.Findings // nil while it is read
	err   string
	lang  string
	told  *comparison.Words // of found; nil before anything was said of it
	idle  []string          // what was not looked at; nil before it was said

	sieve  outside.FindingsFilter
	words  field.Widget
	typing bool
	shown  []int32 // of found, that the sieve lets through; nil: all
	sifted outside.FindingsFilter
	at     int // among those
	top    int // first that is drawn
	head   int // lines above it
	page   int // how many were drawn

	pair       bool // the chosen one is shown side by side
	skip       int  // lines of it that are scrolled away
	hidden     int  // lines that it has no room for
	generation int  // of what is under way: an answer to an older question is dropped
	cancel     context.CancelFunc
}

// Key opens the table, and in it the file that it is written into.
const Key = "f"

// Open opens the table of what a check found.
func Open(d room.Desk, c Check) tea.Cmd {
	o := &Over{d: d, label: c.Label, words: d.Kit().Line("", ""), cancel: func() {}, lang: c.Lang}
	d.Open(o)
	ctx := o.begin()
	return d.Beside(o, func() func() tea.Cmd {
		found, err := outside.ReadFindings(ctx, c.Kept, c.Results)
		return func() tea.Cmd { return o.read(found, err) }
	})
}

// begin begins something under way, and gives up what was.
func (o *Over) begin() context.Context {
	o.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	o.cancel = cancel
	o.generation++
	return ctx
}

// read takes the report, or says why it cannot be read.
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

// sift applies the sieve.
func (o *Over) sift() tea.Cmd {
	if o.found == nil {
		return nil
	}
	ctx := o.begin()
	of, found, sieve := o.generation, o.found, o.sieve
	if sieve == (outside.FindingsFilter{}) {
		o.shown, o.sifted, o.at, o.top = nil, sieve, 0, 0
		return nil
	}
	return o.d.Beside(o, func() func() tea.Cmd {
		shown, err := found.Select(ctx, sieve)
		return func() tea.Cmd {
			if o.generation == of && err == nil {
				o.shown, o.sifted, o.at, o.top = shown, sieve, 0, 0
			}
			return nil
		}
	})
}

// count is how many findings the sieve lets through.
func (o *Over) count() int {
	switch {
	case o.found == nil:
		return 0
	case o.shown == nil && o.sifted == outside.FindingsFilter{}:
		return len(o.found.Findings)
	}
	return len(o.shown)
}

// index is the i-th of them.
func (o *Over) index(i int) int {
	if o.shown == nil {
		return i
	}
	return int(o.shown[i])
}

// chosen is the finding that the pointer stands on; nil for none.
func (o *Over) chosen() *compare.Finding {
	if o.at >= o.count() {
		return nil
	}
	return &o.found.Findings[o.index(o.at)]
}

func (o *Over) Title() string { return o.label }

// said are the words for what was found, in the run's language.
func (o *Over) said() *comparison.Words {
	if o.told == nil || o.told.Plan != &o.found.Plan {
		o.told = comparison.NewWords(&o.found.Plan, o.lang)
	}
	return o.told
}

// Wide has the frame take the whole window.
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
