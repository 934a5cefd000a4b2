package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/ui/desk/columns"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// hasColumns reports whether the check that has the focus compares files of
// which columns can be chosen.
func (p *page) hasColumns() bool {
	tables, err := check.Tables(p.s, p.place)
	if err != nil {
		return false
	}
	for i := range tables {
		if tables[i].File != "" {
			return true
		}
	}
	return false
}

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
