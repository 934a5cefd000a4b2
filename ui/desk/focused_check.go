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

// focusedCheck has the actions of the check that has the focus: run it, show
// its result, go to the answers to correct, choose the columns of its files.
type focusedCheck struct{ p *page }

// run requests a run of the check.
func (c *focusedCheck) run() tea.Cmd { return c.p.turn(c.p.Check(c.p.place)) }

// runRows requests it in all rows that have no valid result.
func (c *focusedCheck) runRows() tea.Cmd { return c.p.turn(c.p.CheckRows(c.p.place)) }

// showResult shows the check's result.
func (c *focusedCheck) showResult() tea.Cmd {
	c.p.m.openOver(newCheckOver(c.p.m, c.p.Item()))
	return nil
}

// findings opens the table of findings.
func (c *focusedCheck) findings() tea.Cmd {
	p := c.p
	return findings.Open(roomDesk{p.m}, findings.Check{
		Label: p.m.label(p.Item()), Results: run.Results(p.s.Events(), p.place), Kept: p.m.cfg.Archive, Lang: p.View().Lang, Mode: p.View().Mode,
	})
}

// hasColumns reports whether the check compares files whose columns can be
// chosen.
func (c *focusedCheck) hasColumns() bool { return outside.HasColumns(c.p.s, c.p.place) }

// columns opens the choice of columns.
func (c *focusedCheck) columns() tea.Cmd {
	p := c.p
	archive, s, at, customer := p.m.cfg.Archive, p.s, p.place, p.View().Customer.ID
	return columns.Open(roomDesk{p.m}, columns.Check{
		Label: p.m.label(p.Item()),
		Load: func(ctx context.Context) ([]*walk.Columns, error) {
			return outside.Columns(ctx, archive, s, customer, at)
		},
	})
}

// goToAnswer closes the overlay and moves the focus to an answer in any step.
func (c *focusedCheck) goToAnswer(at flows.Address) tea.Cmd {
	c.p.m.closeOver()
	c.p.ToAddress(at)
	return c.p.turn(walk.Turn{Do: c.p.Save()})
}
