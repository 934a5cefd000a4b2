package desk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// checkHere is enter on a check: it runs where there is no result that holds;
// one that passed, or was accepted as it is, is left behind; any other shows what
// was found.
func (p *page) checkHere() tea.Cmd {
	iv := p.Item()
	switch {
	case accepted(iv):
	case toRun(iv):
		return p.turn(p.Check(p.place))
	case iv.Result.Status != check.Passed && toRead(iv):
		p.m.openOver(newCheckOver(p.m, iv))
		return nil
	}
	return p.turn(p.Go(walk.Next))
}

// toRun reports whether a check has no result that holds.
func toRun(iv *run.ItemView) bool { return iv.Result == nil || iv.Status == "stale" }

// accepted reports whether a reason is on record why the result is as it is.
func accepted(iv *run.ItemView) bool {
	return slices.ContainsFunc(iv.Problems, func(pv run.ProblemView) bool { return pv.Accepted != nil })
}

// toRead reports whether a result says more than its one sentence.
func toRead(iv *run.ItemView) bool { return len(iv.Result.Phases)+len(iv.Result.Causes) > 0 }

// checkState is how a check stands: its sign, a word, and their colour.
func (m *model) checkState(iv *run.ItemView) (sign, word string, ink theme.Ink) {
	t, w := m.th, &m.t.Check
	open, alarm := glyph.Step(run.Open).Of(t.ASCII), glyph.Alarm.Of(t.ASCII)
	switch {
	case iv.Result == nil:
		return open, w.NotYet, t.Dim
	case iv.Status == "stale":
		return glyph.Step(run.Stale).Of(t.ASCII), w.Stale, t.Warn
	}
	switch iv.Result.Status {
	case check.Passed:
		return glyph.Step(run.Done).Of(t.ASCII), w.Passed, t.Good
	case check.Warned:
		return alarm, w.Warned, t.Warn
	case check.Failed:
		return alarm, w.Failed, t.Bad
	}
	return open, w.Unknown, t.Dim
}

// checkFound is the sentence of a result that no problem says.
func (m *model) checkFound(iv *run.ItemView) string {
	if iv.Result == nil || iv.Result.Status != check.Passed || iv.Status == "stale" {
		return ""
	}
	return m.tell(iv.Result.Message)
}

// withFindings adds the key of the table of findings where there is one.
func (m *model) withFindings(iv *run.ItemView, hints []hint) []hint {
	if iv.Result == nil || iv.Result.Report == nil {
		return hints
	}
	return slices.Insert(hints, 1, hint{findingsKey, m.t.Found.Key})
}

// checkKeys are the keys of a check that has the focus.
func (m *model) checkKeys(iv *run.ItemView) []hint {
	w := &m.t.Check
	switch {
	case accepted(iv):
	case toRun(iv):
		return []hint{{"enter", w.Run}, {"tab", m.t.Help.Next}}
	case iv.Result.Status != check.Passed && toRead(iv):
		return m.withFindings(iv, []hint{{"enter", w.Look}, {"space", w.Again}, {"tab", m.t.Help.Next}})
	}
	return m.withFindings(iv, []hint{{"enter", m.t.Help.Next}, {"space", w.Again}})
}
