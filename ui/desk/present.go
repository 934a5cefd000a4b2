package desk

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
)

// presence is who has the page's run open beside oneself.
type presence struct {
	leave  func() // says to others that one has it open no more; nil: they were told nothing
	others []string
}

// enter says to others that the run is open here, and finds who else has it open. What
// the store cannot say now it says with the next change.
func (p *page) enter() tea.Cmd {
	team, ctx, id := p.m.team(), p.m.ctx, p.s.ID()
	if team == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		leave, err := team.Enter(ctx, id)
		if err != nil {
			return nil
		}
		others, err := team.Present(ctx, id)
		if err != nil {
			others = nil
		}
		return enteredMsg{p, presence{leave, others}}
	})
}

type (
	enteredMsg struct {
		of *page
		presence
	}
	othersMsg struct {
		of     *page
		others []string
	}
)

func (msg enteredMsg) handle(m *model) tea.Cmd {
	if m.page != msg.of {
		return leaving(msg.presence)
	}
	msg.of.presence = msg.presence
	return nil
}

// leaving says to others that a run is no longer open here.
func leaving(p presence) tea.Cmd {
	if p.leave == nil {
		return nil
	}
	return guarded(func() tea.Msg { p.leave(); return nil })
}

// leaveRun does the same for the page that is shown.
func (m *model) leaveRun() tea.Cmd {
	if m.page == nil {
		return nil
	}
	was := m.page.presence
	m.page.presence = presence{}
	return leaving(was)
}

// endPresence does it at once, when the screen has ended.
func (m *model) endPresence() {
	if leave := m.leaveRun(); leave != nil {
		leave()
	}
}

// readOthers finds who else has the run open now.
func (p *page) readOthers() tea.Cmd {
	team, ctx, id := p.m.team(), p.m.ctx, p.s.ID()
	if team == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		others, err := team.Present(ctx, id)
		if err != nil {
			return nil
		}
		return othersMsg{p, others}
	})
}

func (msg othersMsg) handle(m *model) tea.Cmd {
	if m.page == msg.of {
		msg.of.others = msg.others
	}
	return nil
}

// othersWords say who else has the run open; none where others who
// look on must not see it.
func (p *page) othersWords() []string {
	if len(p.others) == 0 || p.m.share {
		return nil
	}
	var names []string
	for _, o := range p.others {
		names = append(names, flows.CleanLine(o))
	}
	with := words.Say(p.m.t.Lang, flows.Msg("team.with", "names", strings.Join(names, ", ")))
	return []string{with, "+" + strconv.Itoa(len(names))}
}
