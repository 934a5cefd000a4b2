package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/columns"
	"lotse/ui/desk/findings"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// checking is the check that has the focus: it is run, what it found is looked at
// and led to the answers to mend, and the columns of its files are chosen.
type checking struct{ p *page }

// run has the check run.
func (c *checking) run() tea.Cmd { return c.p.turn(c.p.Check(c.p.place)) }

// look shows what the check found.
func (c *checking) look() tea.Cmd {
	c.p.m.openOver(newCheckOver(c.p.m, c.p.Item()))
	return nil
}

// findings opens the table of what the check found.
func (c *checking) findings() tea.Cmd {
	p := c.p
	return findings.Open(ground{p.m}, findings.Check{
		Label: p.m.label(p.Item()), Results: run.Results(p.s.Events(), p.place), Kept: p.m.cfg.Archive, Lang: p.View().Lang,
	})
}

// hasColumns reports whether the check compares files of which columns can be
// chosen.
func (c *checking) hasColumns() bool { return outside.HasColumns(c.p.s, c.p.place) }

// columns opens the choice of columns.
func (c *checking) columns() tea.Cmd {
	p := c.p
	archive, s, at, customer := p.m.cfg.Archive, p.s, p.place, p.View().Customer.ID
	return columns.Open(ground{p.m}, columns.Check{
		Label: p.m.label(p.Item()),
		Load: func(ctx context.Context) ([]*walk.Columns, error) {
			return outside.Columns(ctx, archive, s, customer, at)
		},
	})
}

// mend closes what lies over the page and gives the focus to an answer, wherever
// it stands.
func (c *checking) mend(at flows.Address) tea.Cmd {
	c.p.m.closeOver()
	c.p.ToAddress(at)
	return c.p.turn(walk.Turn{Do: c.p.Save()})
}
