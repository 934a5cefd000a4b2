package desk

import (
	"slices"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// accepted reports whether a reason was recorded for accepting the result as
// it is.
func accepted(iv *run.ItemView) bool {
	return slices.ContainsFunc(iv.Problems, func(pv run.ProblemView) bool { return pv.Accepted != nil })
}

// toRead reports whether a result has more to read than its one sentence.
func toRead(iv *run.ItemView) bool { return len(iv.Result.Phases)+len(iv.Result.Causes) > 0 }

// checkState is the status of a check: its sign, a word, and their colour.
func (pn *pen) checkState(iv *run.ItemView) (sign, word string, ink theme.Ink) {
	how, word := face.StatusOf(pn.t, pn.now(), iv)
	is := glyph.Step(run.Open)
	switch how {
	case face.StatusStale:
		is = glyph.Step(run.Stale)
	case face.StatusDone:
		is = glyph.Step(run.Done)
	case face.StatusWarned, face.StatusFailed:
		is = glyph.Alarm
	}
	return is.Of(pn.th.ASCII), word, pn.ink(how)
}

// ink is the colour of a status.
func (pn *pen) ink(how face.Status) theme.Ink {
	t := pn.th
	switch how {
	case face.StatusDone:
		return t.Good
	case face.StatusWaiting, face.StatusStale, face.StatusWarned:
		return t.Warn
	case face.StatusFailed:
		return t.Bad
	}
	return t.Dim
}

// checkFound is the sentence of a result, unless a problem already says it.
func (d drawing) checkFound(iv *run.ItemView) string {
	if walk.ToRun(iv) || iv.Result.Status != check.Passed {
		return ""
	}
	return d.runText(iv.Result.Message)
}
