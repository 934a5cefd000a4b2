package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/letter"
	"lotse/ui/desk/papers"
	"lotse/ui/walk"
)

// newPapers is the list of what can leave the house of a page's run.
func newPapers(p *page) *papers.List {
	return papers.NewList(roomDesk{p.m}, papers.House{
		Screen: &p.m.cfg,
		Letter: p.showLetter,
		Rotate: func(of walk.Paper) tea.Cmd { return p.turn(p.Rotate(of.Item)) },
		Open:   p.m.openFile,
	})
}

// showPapers opens the room of documents.
func (p *page) showPapers() tea.Cmd {
	p.m.openOver(papers.New(p.papers, nil))
	return nil
}

// papersMsg opens the documents of the run that was just opened; esc goes back to
// the list of runs.
type papersMsg struct{}

func (papersMsg) handle(m *model) tea.Cmd {
	return m.onPage(func(p *page) tea.Cmd {
		m.openOver(papers.New(p.papers, p.close))
		return nil
	})
}

// showLetter shows the letter at an address, wherever the page stands.
func (p *page) showLetter(at flows.Address) tea.Cmd {
	o, err := letter.New(roomDesk{p.m}, at, p.m.cfg.Env.By)
	if err != nil {
		p.m.warn(p.m.sentence(err))
		return nil
	}
	p.m.openOver(o)
	return nil
}

// openFile asks the system to open a file that was written.
func (m *model) openFile(string) tea.Cmd { return nil }
