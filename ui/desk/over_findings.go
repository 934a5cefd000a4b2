package desk

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/field"
)

// findingsOver is the table of what a comparison found. The report is read, and
// each filter applied, beside the screen; what is drawn is what is in view.
type findingsOver struct {
	label string
	check flows.Address

	found *face.Findings // nil while it is read
	err   string
	lang  string
	told  *comparison.Words // of found; nil before anything was said of it

	sieve  face.Sieve
	words  field.Widget
	typing bool
	shown  []int32 // of found, that the sieve lets through; nil: all
	sifted face.Sieve
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

// findingsKey opens the table.
const findingsKey = "f"

// foundMsg brings the report, siftedMsg what a filter lets through.
type (
	foundMsg struct {
		over  *findingsOver
		found *face.Findings
		err   error
	}
	siftedMsg struct {
		over  *findingsOver
		of    int
		sieve face.Sieve
		shown []int32
		err   error
	}
)

// findings opens the table of what the check that has the focus found.
func (p *page) findings() tea.Cmd {
	m, iv := p.m, p.Item()
	o := &findingsOver{label: m.label(iv), check: p.place, words: m.kit.Line("", ""), cancel: func() {}, lang: p.View().Lang}
	m.openOver(o)
	ctx := o.begin(m)
	a, results := m.cfg.Archive, run.Results(m.page.s.Events(), o.check)
	return guarded(func() tea.Msg {
		found, err := face.ReadFindings(ctx, a, results)
		return foundMsg{o, found, err}
	})
}

// begin begins something under way, and gives up what was.
func (o *findingsOver) begin(m *model) context.Context {
	o.cancel()
	ctx, cancel := context.WithCancel(m.ctx)
	o.cancel = cancel
	o.generation++
	return ctx
}

func (msg foundMsg) late(m *model) tea.Cmd {
	o := msg.over
	switch {
	case m.over != overlay(o) || errors.Is(msg.err, context.Canceled):
	case msg.err != nil:
		o.err = fmt.Sprintf(m.t.Found.Failed, m.sentence(msg.err))
	default:
		o.found = msg.found
	}
	return nil
}

func (msg siftedMsg) late(m *model) tea.Cmd {
	o := msg.over
	if m.over != overlay(o) || o.generation != msg.of || msg.err != nil {
		return nil
	}
	o.shown, o.sifted = msg.shown, msg.sieve
	o.at, o.top = 0, 0
	return nil
}

// sift applies the sieve.
func (o *findingsOver) sift(m *model) tea.Cmd {
	if o.found == nil {
		return nil
	}
	ctx := o.begin(m)
	of, found, sieve := o.generation, o.found, o.sieve
	if sieve == (face.Sieve{}) {
		o.shown, o.sifted, o.at, o.top = nil, sieve, 0, 0
		return nil
	}
	return guarded(func() tea.Msg {
		shown, err := found.Sift(ctx, sieve)
		return siftedMsg{o, of, sieve, shown, err}
	})
}

// count is how many findings the sieve lets through.
func (o *findingsOver) count() int {
	switch {
	case o.found == nil:
		return 0
	case o.shown == nil && o.sifted == face.Sieve{}:
		return len(o.found.Findings)
	}
	return len(o.shown)
}

// index is the i-th of them.
func (o *findingsOver) index(i int) int {
	if o.shown == nil {
		return i
	}
	return int(o.shown[i])
}

// chosen is the finding that the pointer stands on; nil for none.
func (o *findingsOver) chosen() *compare.Finding {
	if o.at >= o.count() {
		return nil
	}
	return &o.found.Findings[o.index(o.at)]
}

func (o *findingsOver) title(*model) string { return o.label }

// said are the words for what was found, in the run's language.
func (o *findingsOver) said() *comparison.Words {
	if o.told == nil || o.told.Plan != &o.found.Plan {
		o.told = comparison.NewWords(&o.found.Plan, o.lang)
	}
	return o.told
}

// wide has the frame take the whole window.
func (*findingsOver) wide() {}

func (o *findingsOver) paste(m *model, s string) tea.Cmd {
	if !o.typing {
		return nil
	}
	if say := o.words.Paste(s); say != "" {
		m.warn(say)
	}
	return o.typed(m)
}
