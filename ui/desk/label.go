package desk

import (
	"strings"

	"lotse/flows/run"
)

// label is what an item is called in a sentence.
func (m *model) label(iv *run.ItemView) string {
	if m.share && iv.Item.Internal {
		return m.t.Wizard.Hidden
	}
	return iv.Label()
}

// blockers names what a step waits for, by titles.
func (m *model) blockers(sv *run.StepView) string {
	if !m.share {
		return m.page.view.Blockers(sv)
	}
	open := *sv
	open.BlockedBy = nil
	for _, id := range sv.BlockedBy {
		step, _, _ := strings.Cut(id, ".")
		if !m.veiled(m.page.view.Step(step)) {
			open.BlockedBy = append(open.BlockedBy, id)
		}
	}
	if len(open.BlockedBy) == 0 {
		return m.t.Wizard.InternalStep
	}
	return m.page.view.Blockers(&open)
}
