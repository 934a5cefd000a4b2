package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// live is the list's part in what others change.
type live struct {
	reading bool        // it is being read again
	behind  bool        // more has changed meanwhile
	last    run.Written // of that
}

// catchUp reads the list again, as far as it was read, because others have written.
// While that is under way it is read once more, however much comes.
func (l *list) catchUp(w run.Written) tea.Cmd {
	if l.sections == nil {
		return nil
	}
	if l.live.reading {
		l.live.behind, l.live.last = true, w
		return nil
	}
	l.live.reading = true
	l.gen++
	gen, ctx, a, now, which := l.gen, l.m.ctx, l.m.cfg.Archive, l.m.now(), l.Listing
	want := map[group]int{}
	for _, s := range l.sections {
		want[s.kind] = len(s.rows)
	}
	return guarded(func() tea.Msg {
		all, err := read(ctx, a, now, which, want)
		return relistedMsg{gen, all, w, err}
	})
}

// relistedMsg brings the list as it is after others have written.
type relistedMsg struct {
	gen int
	all []*section
	of  run.Written
	err error
}

// handle shows it. Where it could not be read it stays: the store tells when it is there
// again.
func (msg relistedMsg) handle(m *model) tea.Cmd {
	l := m.list
	was, stale := l.live, msg.gen != l.gen
	l.live = live{}
	if msg.err == nil && !stale && m.page == nil {
		l.relist(msg.all)
		m.sayHeard(l.heardText(msg.of))
	}
	if was.behind {
		return l.catchUp(was.last)
	}
	return l.more()
}

// relist shows other sections, with the pointer at the same run and on the same line.
func (l *list) relist(all []*section) {
	l.loading = false
	h, was := l.row(l.at), l.at
	l.sections = all
	l.at = min(was, max(l.count()-1, 0))
	if h != nil {
		l.choose(h.ID)
	}
	l.top = max(l.top+l.at-was, 0)
}

// heardText says who has changed which run of the list; "" where that is not shown.
func (l *list) heardText(w run.Written) string {
	if w.By == "" || l.m.share {
		return ""
	}
	for _, s := range l.sections {
		for i := range s.rows {
			if h := &s.rows[i]; h.ID == w.Run {
				return words.Say(l.m.cfg.Lang, flows.Msg("team.run_changed", "by", flows.CleanLine(w.By), "title", flows.CleanLine(h.Title), "customer", flows.CleanLine(h.Customer.Name)))
			}
		}
	}
	return ""
}
