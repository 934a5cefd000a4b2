package desk

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// restDelay is how long the pointer must rest on a run before its details are
// read, so that moving through the list and the first frame read nothing.
const restDelay = 120 * time.Millisecond

// runDetails are what the list says of the chosen run beyond its header.
type runDetails struct {
	id     string
	events int64 // of the run when it was read
	view   *run.View
	recent []run.Event
}

type (
	restedMsg  struct{} // the pointer has rested
	detailsMsg struct {
		brief *runDetails
		err   error
	}
)

// readRested reads the chosen run once the pointer rests on it. One run is
// read at a time; after that the pointer's run is checked again.
func (l *list) readRested() tea.Cmd {
	h := l.row(l.at)
	if l.m.page != nil || h == nil || l.reading || l.detailsOf(h) != nil || h.ID == l.unread {
		return nil
	}
	l.reading = true
	return l.m.tick(restDelay, func(time.Time) tea.Msg { return restedMsg{} })
}

func (restedMsg) handle(m *model) tea.Cmd {
	l := m.list
	h := l.row(l.at)
	if m.page != nil || h == nil {
		l.reading = false
		return nil
	}
	id, cfg, ctx := h.ID, m.cfg, m.ctx
	return guarded(func() tea.Msg {
		b, err := readRunDetails(ctx, cfg, id)
		if err != nil {
			b = &runDetails{id: id}
		}
		return detailsMsg{b, err}
	})
}

func readRunDetails(ctx context.Context, cfg Config, id string) (*runDetails, error) {
	s, err := run.Resume(ctx, cfg.Env, cfg.Archive, id, cfg.Load)
	if err != nil {
		return nil, err
	}
	events := s.Events()
	v := s.View(cfg.Now())
	return &runDetails{id: id, events: v.Events, view: v, recent: events[max(len(events)-4*recentEvents, 0):]}, nil
}

// handle stores the details. A run that cannot be read says so when it is
// opened; until then its header has to do.
func (msg detailsMsg) handle(m *model) tea.Cmd {
	l := m.list
	l.reading = false
	if msg.err != nil {
		l.unread = msg.brief.id
		return l.readRested()
	}
	l.details = msg.brief
	return l.readRested()
}

// detailsOf are the details of a run; nil if they are not read, or older than
// its header.
func (l *list) detailsOf(h *run.Header) *runDetails {
	if b := l.details; b != nil && b.id == h.ID && b.events == h.Events {
		return b
	}
	return nil
}

// next is the sentence to say at the step to continue with; "" for none.
func (b *runDetails) next() string {
	if b == nil || b.view.Current == "" {
		return ""
	}
	return flows.CleanLine(b.view.Step(b.view.Current).Step.Say)
}

// summary says what state a run is in: its step, its number of warnings, and
// what is waited for or has failed.
func (l *list) summary(h *run.Header, b *runDetails) (where, why string) {
	where, why = l.summaryAt(h, b)
	n := h.Progress.Warnings
	if n == nil && b != nil {
		n = b.view.Progress.Warnings // an older version stored the run
	}
	where = joined(l.m.th.Dot, where, face.Warnings(l.m.cfg.Lang, n))
	return where, why
}

func (l *list) summaryAt(h *run.Header, b *runDetails) (where, why string) {
	where = flows.CleanLine(h.CurrentTitle)
	switch {
	case h.Status == run.StatusDone || h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		where, why = face.Capital(l.m.t.Status(string(h.Status))), flows.CleanLine(h.Why)
		return where, why
	case h.Status == run.StatusWaiting && h.Why != "":
		why = fmt.Sprintf(l.m.t.Brief.WaitsFor, flows.CleanLine(h.Why))
	default:
		why = flows.CleanLine(h.Why)
	}
	if h.Due != nil {
		why = joined(l.m.th.Dot, why, l.due(*h.Due))
	}
	if b == nil || h.Current == "" {
		return where, why
	}
	where = fmt.Sprintf(l.m.t.Wizard.StepOf, b.view.Number(h.Current), b.view.Progress.Needed()) + l.m.th.Dot + where
	if pv := worst(b.view.Step(h.Current)); pv != nil && why == "" {
		why = words.Say(h.Lang, pv.Message)
	}
	return where, why
}

// worst is the problem that holds a step open, else a warning; nil if nothing
// but answers is missing.
func worst(sv *run.StepView) *run.ProblemView {
	var warn *run.ProblemView
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		for k := range iv.Problems {
			switch pv := &iv.Problems[k]; {
			case pv.Missing() || isRedundant(iv, *pv) || pv.Accepted != nil || !iv.Given():
			case pv.Holds():
				return pv
			case pv.Level == flows.Warn && warn == nil:
				warn = pv
			}
		}
	}
	return warn
}

// joined puts the parts that are not empty beside each other.
func joined(dot string, parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += dot + p
		}
	}
	return out
}
