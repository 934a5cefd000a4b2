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

// restTime is how long the pointer rests on a run before it is read: going
// through a list reads none, and the first frame waits for none.
const restTime = 120 * time.Millisecond

// brief is what the desk says of the run that is chosen, beyond its header.
type brief struct {
	id     string
	events int64 // of the run when it was read
	view   *run.View
	recent []run.Event
}

type (
	restMsg  struct{} // the pointer has rested
	briefMsg struct {
		brief *brief
		err   error
	}
)

// rest has the run that is chosen read once the pointer rests on it. One is read
// at a time; when it is there the pointer is looked at again.
func (l *list) rest() tea.Cmd {
	h := l.row(l.at)
	if l.m.page != nil || h == nil || l.resting || l.briefOf(h) != nil || h.ID == l.unread {
		return nil
	}
	l.resting = true
	return l.m.tick(restTime, func(time.Time) tea.Msg { return restMsg{} })
}

func (restMsg) late(m *model) tea.Cmd {
	l := m.list
	h := l.row(l.at)
	if m.page != nil || h == nil {
		l.resting = false
		return nil
	}
	id, cfg, ctx := h.ID, m.cfg, m.ctx
	return guarded(func() tea.Msg {
		b, err := readBrief(ctx, cfg, id)
		if err != nil {
			b = &brief{id: id}
		}
		return briefMsg{b, err}
	})
}

func readBrief(ctx context.Context, cfg Config, id string) (*brief, error) {
	s, err := run.Resume(ctx, cfg.Env, cfg.Archive, id, cfg.Load)
	if err != nil {
		return nil, err
	}
	events := s.Events()
	v := s.View(cfg.Now())
	return &brief{id: id, events: v.Events, view: v, recent: events[max(len(events)-4*recentEvents, 0):]}, nil
}

// briefed takes what was read. A run that cannot be read says so when it is
// opened; here it says what its header says.
func (msg briefMsg) late(m *model) tea.Cmd {
	l := m.list
	l.resting = false
	if msg.err != nil {
		l.unread = msg.brief.id
		return l.rest()
	}
	l.brief = msg.brief
	return l.rest()
}

// briefOf is what was read of a run; nil where that is nothing, or not the run
// as its header has it.
func (l *list) briefOf(h *run.Header) *brief {
	if b := l.brief; b != nil && b.id == h.ID && b.events == h.Events {
		return b
	}
	return nil
}

// next is the sentence to say at the step that the run goes on with; "" for
// none.
func (b *brief) next() string {
	if b == nil || b.view.Current == "" {
		return ""
	}
	return flows.CleanLine(b.view.Step(b.view.Current).Step.Say)
}

// stands says where a run stands: its step, how many warnings it has, and what is
// waited for or failed.
func (l *list) stands(h *run.Header, b *brief) (where, why string) {
	where, why = l.standsAt(h, b)
	n := h.Progress.Warnings
	if n == nil && b != nil {
		n = b.view.Progress.Warnings // an older version stored the run
	}
	where = joined(l.m.th.Dot, where, face.Warnings(l.m.cfg.Lang, n))
	return where, why
}

func (l *list) standsAt(h *run.Header, b *brief) (where, why string) {
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

// worst is the problem that a step is held by, or else a warning; nil where
// nothing but answers is missing.
func worst(sv *run.StepView) *run.ProblemView {
	var warn *run.ProblemView
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		for k := range iv.Problems {
			switch pv := &iv.Problems[k]; {
			case pv.Missing() || silent(iv, *pv) || pv.Accepted != nil || !iv.Given():
			case pv.Holds():
				return pv
			case pv.Level == flows.Warn && warn == nil:
				warn = pv
			}
		}
	}
	return warn
}

// joined sets what is not empty beside one another.
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
