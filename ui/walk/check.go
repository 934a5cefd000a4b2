package walk

import (
	"context"
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// stale is the status of an item whose inputs have changed since.
const stale = "stale"

// ToRun reports whether a check has no valid result: it was not run, or its
// inputs have changed since.
func ToRun(iv *run.ItemView) bool { return iv.Result == nil || iv.Status == stale }

// Causes are the causes in a check's result that name an answer to look at;
// none if the result is not valid any more.
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

// Check requests a run of a check. It asks the store for secrets and files, and so
// waits for what is on its way there; if that can't be saved, it is not run.
func (w *Walk) Check(at flows.Address) Turn {
	w.Visit(at)
	if w.onItsWay() {
		w.toCheck = at.Whole()
		return Turn{Do: w.Save()}
	}
	return Turn{Do: []Request{RunCheck{At: at.Whole()}}}
}

// CheckRows requests a run of a check that repeats in a row, and after it, one after
// another, in all others that have no valid result. A run that is cancelled, or that
// has something to ask, ends it.
func (w *Walk) CheckRows(at flows.Address) Turn {
	iv := w.ItemAt(at)
	if iv == nil || iv.Row == "" {
		return w.Check(at)
	}
	w.rowsToCheck = nil
	sv := w.view.Step(at.Step)
	for i := range sv.Items {
		if other := &sv.Items[i]; other.Of == iv.Of && other.Row != iv.Row && w.IsShown(other) && ToRun(other) {
			w.rowsToCheck = append(w.rowsToCheck, flows.Address{Step: at.Step, Item: other.Item.ID})
		}
	}
	return w.Check(at)
}

// nextRow requests the check of the next row, if there is one.
func (w *Walk) nextRow() Turn {
	if len(w.rowsToCheck) == 0 {
		return Turn{}
	}
	at := w.rowsToCheck[0]
	w.rowsToCheck = w.rowsToCheck[1:]
	if iv := w.ItemAt(at); iv == nil || !w.IsShown(iv) {
		return w.nextRow()
	}
	return w.Check(at)
}

// onItsWay reports whether something that was entered is not in the store yet, but
// will be.
func (w *Walk) onItsWay() bool {
	return w.files > 0 || len(w.sealing) > 0 || w.SaveState() == IsSaving
}

// dueCheck requests the check that waited, once nothing is on its way any more.
func (w *Walk) dueCheck() Turn {
	if w.toCheck.IsZero() || w.onItsWay() {
		return Turn{}
	}
	at := w.toCheck
	w.toCheck = flows.Address{}
	return Turn{Do: []Request{RunCheck{At: at}}}
}

// Checked takes the result of RunCheck and records it, as a fact that needs no
// confirmation.
func (w *Walk) Checked(record run.RecordCheck, err error) Turn {
	switch {
	case errors.Is(err, context.Canceled):
		w.rowsToCheck = nil
		return tell("dialogue.check_cancelled")
	case err != nil:
		w.rowsToCheck = nil
		return w.failed(err)
	}
	t := w.Record(Stay, record)
	for _, to := range record.Result.Secrets {
		if to.Held() && t.Done {
			t.Ask = OtherHost{At: record.At, To: to}
		}
	}
	if t.Ask != nil || !t.Done {
		w.rowsToCheck = nil
	}
	return t.merge(w.nextRow())
}

// OtherHostMessage says what OtherHost asks about.
func (w *Walk) OtherHostMessage(q OtherHost) flows.Message {
	return flows.Msg("dialogue.other_host", "what", w.Name(q.To.Item), "kept", q.To.Hosts(), "host", q.To.Host())
}

// SendTo answers OtherHost, if what the person typed is the host: the secret may
// be sent there from then on, and the check runs again. ok is false where it is
// not.
func (w *Walk) SendTo(q OtherHost, typed string) (t Turn, ok bool) {
	if !strings.EqualFold(strings.TrimSpace(typed), q.To.Host()) {
		return Turn{}, false
	}
	t = w.Record(Stay, run.UseSecret{At: q.To.Item, Secret: q.To.Secret, Purpose: run.SecretChecked, To: q.To.Origin})
	if !t.Done {
		return t, true
	}
	return t.merge(w.Check(q.At)), true
}
