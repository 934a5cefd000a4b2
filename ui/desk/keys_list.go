package desk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	over "lotse/ui/desk/palette"
	"lotse/ui/desk/papers"
	"lotse/ui/desk/start"
)

// listKeys are the keys of the list of runs.
func listKeys(t *words.Strings) []keyGroup {
	h := &t.Help
	onList := func(m *model) bool { return m.page == nil && !m.list.filtering }
	onFilter := func(m *model) bool { return m.page == nil && m.list.filtering }
	return []keyGroup{
		{name: h.OnDesk, group: h.GroupHere, exclusive: true, onList: true, applies: onList, keys: slices.Concat([]binding{
			{key: "enter", does: h.OpenRun, act: openChosen, applies: func(m *model) bool { return !m.list.empty() }, whyNot: t.Typing.NoWaitRun},
			{letter: "n", also: "ctrl+n", does: h.New, act: newRun, writes: true},
			{letter: "d", does: h.Demo, act: newDemo, applies: noRuns, whyNot: t.Typing.NoDemo, writes: true},
			{letter: "/", does: h.Filter, act: startFilter, applies: func(m *model) bool { return !noRuns(m) }, whyNot: t.Typing.NoFilter},
			{letter: papers.Letter, also: papers.Key, does: t.Papers.Key, act: openChosenPapers, applies: func(m *model) bool { return !m.list.empty() }, whyNot: t.Typing.NoWaitRun},
			{letter: "w", does: h.Wait, act: openChosenWait, applies: chosenWaits, whyNot: t.Desk.NoWait},
			{key: "esc", does: h.Clear, act: showAll, applies: func(m *model) bool { return m.list.Words != "" || m.list.Customer != nil }, whyNot: t.Typing.NoWayUp},
		}, choiceKeys(t), []binding{
			{letter: "?", also: "f1", does: h.Help, act: toggleHelpKey},
			{key: "up/down", also: "k j tab shift+tab", does: h.Move, act: listMoves, folded: true},
			{key: "pgup/pgdn", also: "home g end G", does: h.Scroll, act: listMoves, folded: true},
		})},
		{name: h.OnDeskFilter, group: h.GroupHere, exclusive: true, onList: true, applies: onFilter, keys: []binding{
			{key: "enter", does: h.Select, act: leaveFilter},
			{key: "esc", does: h.Clear, act: clearFilter},
			{key: "up/down", also: "tab shift+tab pgup pgdown", does: h.Move, act: listMoves},
			{key: "f1", act: toggleHelpKey},
			{key: "ctrl+n", act: newRun, writes: true},
		}},
		{name: h.OnDeskAny, group: h.GroupAny, onList: true, applies: func(m *model) bool { return m.page == nil }, keys: []binding{
			{key: over.Key, does: words.Say(t.Lang, flows.Msg("palette.key")), act: openPalette},
			{key: "f3", letter: "p", does: h.Share, act: toggleShareKey, applies: func(m *model) bool { return !m.share }},
			{key: "f3", letter: "p", does: h.Unshare, act: toggleShareKey, applies: func(m *model) bool { return m.share }},
			{letter: "m", does: h.Mouse, act: toggleMouseKey},
			{key: "ctrl+c", letter: "q", does: h.Quit, act: quitDesk, applies: notFiltering},
			{key: "ctrl+c", does: h.Quit, applies: func(m *model) bool { return m.list.filtering }},
		}},
	}
}

func notFiltering(m *model) bool { return !m.list.filtering }

// quitDesk leaves: nothing is open that could be unfinished. ctrl+c does not come
// here, since it acts whatever is shown.
func quitDesk(m *model, _ string) tea.Cmd { return m.leave(codeDone) }

func noRuns(m *model) bool {
	all, _ := m.list.totals()
	return all.n == 0 && m.list.Words == ""
}

// chosenWaits reports whether somebody is waited for in the chosen run.
func chosenWaits(m *model) bool {
	h := m.list.row(m.list.at)
	return h != nil && (h.Status == run.StatusWaiting || h.Due != nil)
}

func openChosen(m *model, _ string) tea.Cmd { return m.open(m.list.row(m.list.at).ID) }

func newRun(m *model, _ string) tea.Cmd { return newOf(m, m.cfg.NewMode()) }

func newDemo(m *model, _ string) tea.Cmd { return newOf(m, run.Demo) }

// newOf asks for what a new run needs; in a demo store there are customers
// already.
func newOf(m *model, mode run.Mode) tea.Cmd {
	name, mode := "", m.cfg.ModeOf(mode)
	if mode == run.Demo && !m.cfg.Demo {
		name = "Muster GmbH"
	}
	return start.Open(roomDesk{m}, start.Run{
		Entries: m.cfg.Entries, Archive: m.cfg.Archive, Lang: m.cfg.Lang, Mode: mode, Fixed: mode == run.Demo || m.cfg.Preview != nil, Name: name, Begin: m.start,
	})
}

func toggleShareKey(m *model, _ string) tea.Cmd { return m.toggleShare() }

// openChosenWait opens the chosen run at its wait.
func openChosenWait(m *model, _ string) tea.Cmd {
	m.held = append(m.held, waitMsg{})
	return openChosen(m, "")
}

// openChosenPapers opens the chosen run at its documents.
func openChosenPapers(m *model, _ string) tea.Cmd {
	m.held = append(m.held, papersMsg{})
	return openChosen(m, "")
}

// startFilter starts typing the words by which runs are filtered.
func startFilter(m *model, _ string) tea.Cmd {
	l := m.list
	l.filtering = true
	if l.filter == nil {
		l.filter = m.kit.Line("", "")
	}
	l.filter.Focus()
	return nil
}

// leaveFilter goes back to the filtered list.
func leaveFilter(m *model, _ string) tea.Cmd {
	m.list.filtering = false
	m.list.filter.Blur()
	return nil
}

// clearFilter shows all runs again.
func clearFilter(m *model, _ string) tea.Cmd {
	l := m.list
	l.filtering = false
	if l.Words == "" {
		return nil
	}
	l.filter = m.kit.Line("", "")
	return l.search()
}

// showAll takes back the filter, or else the customer.
func showAll(m *model, k string) tea.Cmd {
	if m.list.Words != "" {
		return clearFilter(m, k)
	}
	return m.list.showCustomer(nil)
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
