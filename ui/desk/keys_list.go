package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/start"
)

// listSpots are the keys of the list of runs.
func listSpots(t *words.Strings) []spot {
	h := &t.Help
	onList := func(m *model) bool { return m.page == nil && !m.list.filtering }
	onFilter := func(m *model) bool { return m.page == nil && m.list.filtering }
	return []spot{
		{name: h.OnDesk, group: h.GroupHere, here: true, desk: true, there: onList, keys: []binding{
			{key: "enter", does: h.OpenRun, act: opening, there: func(m *model) bool { return !m.list.empty() }, not: t.Typing.NoWaitRun},
			{letter: "n", also: "ctrl+n", does: h.New, act: newRun},
			{letter: "d", does: h.Demo, act: newDemo, there: noRuns, not: t.Typing.NoDemo},
			{letter: "/", does: h.Filter, act: filtering, there: func(m *model) bool { return !noRuns(m) }, not: t.Typing.NoFilter},
			{letter: "w", does: h.Wait, act: waitingHere, there: waits, not: t.Desk.NoWait},
			{key: "esc", does: h.Clear, act: clearing, there: func(m *model) bool { return m.list.words != "" }, not: t.Typing.NoWayUp},
			{letter: "?", also: "f1", does: h.Help, act: helping},
			{key: "up/down", also: "k j tab shift+tab", does: h.Move, act: listMoves, folded: true},
			{key: "pgup/pgdn", also: "home g end G", does: h.Scroll, act: listMoves, folded: true},
		}},
		{name: h.OnDeskFilter, group: h.GroupHere, here: true, desk: true, there: onFilter, keys: []binding{
			{key: "enter", does: h.Select, act: filtered},
			{key: "esc", does: h.Clear, act: clearing},
			{key: "up/down", also: "tab shift+tab pgup pgdown", does: h.Move, act: listMoves},
			{key: "f1", act: helping},
			{key: "ctrl+n", act: newRun},
		}},
		{name: h.OnDeskAny, group: h.GroupAny, desk: true, there: func(m *model) bool { return m.page == nil }, keys: []binding{
			{key: "f3", letter: "p", does: h.Share, act: sharing, there: func(m *model) bool { return !m.share }},
			{key: "f3", letter: "p", does: h.Unshare, act: sharing, there: func(m *model) bool { return m.share }},
			{letter: "m", does: h.Mouse, act: mousing},
			{key: "ctrl+c", does: h.Quit},
		}},
	}
}

func noRuns(m *model) bool {
	all, _ := m.list.totals()
	return all == 0 && m.list.words == ""
}

// waits holds where somebody is waited for in the run that is chosen.
func waits(m *model) bool {
	h := m.list.row(m.list.at)
	return h != nil && (h.Status == run.StatusWaiting || h.Due != nil)
}

func opening(m *model, _ string) tea.Cmd { return m.open(m.list.row(m.list.at).ID) }

func newRun(m *model, _ string) tea.Cmd { return newOf(m, m.cfg.NewMode()) }

func newDemo(m *model, _ string) tea.Cmd { return newOf(m, run.Demo) }

// newOf asks for what a run of a mode is made of; in a demo's store there are
// customers already.
func newOf(m *model, mode run.Mode) tea.Cmd {
	name := ""
	if mode == run.Demo && !m.cfg.Demo {
		name = "Muster GmbH"
	}
	return start.Open(ground{m}, start.Run{Library: m.cfg.Library, Archive: m.cfg.Archive, Lang: m.cfg.Lang, Mode: mode, Name: name, Begin: m.start})
}

func sharing(m *model, _ string) tea.Cmd { return m.toggleShare() }

// waitingHere opens the run that is chosen at its wait.
func waitingHere(m *model, _ string) tea.Cmd {
	m.held = append(m.held, waitMsg{})
	return opening(m, "")
}

// filtering lets the words be typed that runs are looked for by.
func filtering(m *model, _ string) tea.Cmd {
	l := m.list
	l.filtering = true
	if l.filter == nil {
		l.filter = m.kit.Line("", "")
	}
	l.filter.Focus()
	return nil
}

// filtered goes back to the list that is left.
func filtered(m *model, _ string) tea.Cmd {
	m.list.filtering = false
	m.list.filter.Blur()
	return nil
}

// clearing shows all runs again.
func clearing(m *model, _ string) tea.Cmd {
	l := m.list
	l.filtering = false
	if l.words == "" {
		return nil
	}
	l.filter = m.kit.Line("", "")
	return l.search()
}

// listMoves moves the pointer.
func listMoves(m *model, k string) tea.Cmd {
	l, page := m.list, max(m.h/2, 1)
	switch k {
	case "up", "k", "shift+tab":
		l.move(-1)
	case "down", "j", "tab":
		l.move(1)
	case "pgup":
		l.move(-page)
	case "pgdown":
		l.move(page)
	case "home", "g":
		l.move(-l.count())
	case "end", "G":
		l.move(l.count())
	}
	return l.more()
}
