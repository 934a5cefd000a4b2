package desk

import (
	"slices"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// toRun reports whether a check has no result that holds.
func toRun(iv *run.ItemView) bool { return iv.Result == nil || iv.Status == "stale" }

// accepted reports whether a reason is on record why the result is as it is.
func accepted(iv *run.ItemView) bool {
	return slices.ContainsFunc(iv.Problems, func(pv run.ProblemView) bool { return pv.Accepted != nil })
}

// toRead reports whether a result says more than its one sentence.
func toRead(iv *run.ItemView) bool { return len(iv.Result.Phases)+len(iv.Result.Causes) > 0 }

// checkState is how a check stands: its sign, a word, and their colour.
func (pn *pen) checkState(iv *run.ItemView) (sign, word string, ink theme.Ink) {
	t, w := pn.th, &pn.t.Check
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
func (d drawing) checkFound(iv *run.ItemView) string {
	if iv.Result == nil || iv.Result.Status != check.Passed || iv.Status == "stale" {
		return ""
	}
	return d.tell(iv.Result.Message)
}
