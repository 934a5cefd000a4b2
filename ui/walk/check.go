package walk

import (
	"context"
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// stale is the status of what something has changed in since.
const stale = "stale"

// ToRun reports whether a check has no result that holds: it was not run, or not
// on what is entered now.
func ToRun(iv *run.ItemView) bool { return iv.Result == nil || iv.Status == stale }

// Causes are those of the result of a check that name an answer to look at; none
// where the result does not hold.
func Causes(iv *run.ItemView) []run.Cause {
	if ToRun(iv) {
		return nil
	}
	var all []run.Cause
	for _, c := range iv.Result.Causes {
		if !c.Item.IsZero() {
			all = append(all, c)
		}
	}
	return all
}

// Check has a check run.
func (w *Walk) Check(at flows.Address) Turn {
	w.Visit(at)
	return Turn{Do: []Request{RunCheck{At: at.Whole()}}}
}

// Checked hears how RunCheck ended: what was found goes on record, as a fact that
// needs no confirming.
func (w *Walk) Checked(record run.RecordCheck, err error) Turn {
	switch {
	case errors.Is(err, context.Canceled):
		return tell("dialogue.check_cancelled")
	case err != nil:
		return w.failed(err)
	}
	return w.Record(Stay, record)
}
