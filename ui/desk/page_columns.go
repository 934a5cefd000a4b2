package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/columns"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// hasColumns reports whether the check that has the focus compares files of
// which columns can be chosen.
func (p *page) hasColumns() bool { return outside.HasColumns(p.s, p.place) }

// columns opens the choice of columns of the check that has the focus.
func (p *page) columns() tea.Cmd {
	archive, s, at, customer := p.m.cfg.Archive, p.s, p.place, p.View().Customer.ID
	return columns.Open(ground{p.m}, columns.Check{
		Label: p.m.label(p.Item()),
		Load: func(ctx context.Context) ([]*walk.Columns, error) {
			return outside.Columns(ctx, archive, s, customer, at)
		},
	})
}
