package walk

import (
	"context"
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// passed is the status of a result that holds nothing up.
const passed = "passed"

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

// Passed goes on behind a check that passed, where the dialogue still stands at
// it, and tells what was found; nothing comes of it elsewhere.
func (w *Walk) Passed(at flows.Address) Turn {
	iv := w.ItemAt(at)
	if iv == nil || iv.Result == nil || iv.Result.Status != passed || w.at.Whole() != at.Whole() {
		return Turn{}
	}
	return tell("dialogue.found", "what", iv.Result.Message).also(w.Go(Next))
}
