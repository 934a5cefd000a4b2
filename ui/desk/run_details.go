package desk

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// restDelay is how long the pointer must rest on a run before its details are
// read, so that moving through the list and the first frame read nothing.
const restDelay = 120 * time.Millisecond

// runDetails are what the list says of the chosen run beyond its header.
type runDetails struct {
	id     string
	events int64 // of the run when it was read
	view   *run.View
	brief  []flows.Message
	recent []run.Event
	newer  *flows.Procedure // than that of the run; nil: none
	left   time.Duration    // about how much work is left; 0: none, or not known
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
	learned, err := outside.Experience(ctx, cfg.Archive, s.Procedure())
	if err != nil {
		return nil, err
	}
	return &runDetails{id: id, events: v.Events, view: v, brief: s.Brief(cfg.Now()), recent: events[max(len(events)-4*recentEvents, 0):], left: learned.Left(v), newer: outside.Newer(cfg.Library, v)}, nil
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

// summary says by its header what state a run is in: its step or how it ended, what
// is waited for until when, and its number of warnings.
func (l *list) summary(h *run.Header) string {
	where, why := flows.CleanLine(h.CurrentTitle), flows.CleanLine(h.Why)
	who := face.Awaited(h)
	switch {
	case h.Status == run.StatusDone || h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		where = face.Capital(l.m.t.Status(string(h.Status)))
	case who != "":
		why = fmt.Sprintf(l.m.t.Brief.WaitsFor, who)
	}
	due := ""
	if h.Due != nil {
		due = l.due(*h.Due)
	}
	return joined(l.m.th.Dot, where, face.Warnings(l.m.cfg.Lang, h.Progress.Warnings), why, due)
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
