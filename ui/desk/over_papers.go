package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/letter"
	"lotse/ui/desk/papers"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// newPapers is the list of what can leave the house of a page's run.
func newPapers(p *page) *papers.List {
	return papers.NewList(roomDesk{p.m}, papers.House{
		Screen: &p.m.cfg,
		Letter: p.showLetter,
		Rotate: func(of walk.Paper) tea.Cmd { return p.turn(p.Rotate(of.Item)) },
		Open:   p.m.openFile,
		Save:   p.saveAll,
	})
}

// saveAll gives what writes all that is not saved yet; nil: all is.
func (p *page) saveAll() (write func() error, ended func(error) tea.Cmd) {
	if p.SaveState() == walk.IsSaved {
		return nil, nil
	}
	return p.carrier.writing(p.SaveAll()), func(err error) tea.Cmd {
		return tea.Batch(p.turn(p.Saved(err)), p.carrier.retryLater())
	}
}

// showPapers opens the room of documents.
func (p *page) showPapers() tea.Cmd {
	p.m.openOver(papers.New(p.papers, nil))
	return nil
}

// papersMsg opens the documents of the run that was just opened, unless it stands
// where they are listed; esc goes back to the list of runs.
type papersMsg struct{}

func (papersMsg) handle(m *model) tea.Cmd {
	return m.onPage(func(p *page) tea.Cmd {
		if onLast(p) {
			return nil
		}
		m.openOver(papers.New(p.papers, p.close))
		return nil
	})
}

// showLetter shows the letter at an address, wherever the page stands. back leads
// to where it was asked for; nil: that is the page of its step.
func (p *page) showLetter(at flows.Address, back func() tea.Cmd) tea.Cmd {
	o, err := letter.New(roomDesk{p.m}, at, p.m.cfg.Env.By)
	if err != nil {
		p.m.warn(p.m.sentence(err))
		return nil
	}
	o.Back = back
	if p.m.cfg.Tools != nil {
		o.Program = p.m.openFile
	}
	p.m.openOver(o)
	return nil
}

// openFile asks the system to open a file that was written.
func (m *model) openFile(path string) tea.Cmd {
	tools, ctx := m.cfg.Tools, m.ctx
	return guarded(func() tea.Msg {
		told, opened := outside.OpenFile(ctx, tools, path)
		return openedFileMsg{told, opened}
	})
}

// openedFileMsg tells what became of a file that was to be opened.
type openedFileMsg struct {
	told   flows.Message
	opened bool
}

func (msg openedFileMsg) handle(m *model) tea.Cmd {
	text := words.Say(m.cfg.Lang, msg.told)
	if !msg.opened {
		m.warn(text)
		return nil
	}
	m.say(text)
	return nil
}
