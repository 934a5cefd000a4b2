package face

import (
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// Status is the status of an item that has no answer: a task, a wait, a gate,
// a draft, a check.
type Status int

// The statuses.
const (
	StatusOpen Status = iota // nothing has come of it
	StatusWaiting
	StatusDone
	StatusStale // something in it has changed since
	StatusWarned
	StatusFailed
)

// StatusOf is the status of an item, and a word or two for it.
func StatusOf(t *words.Strings, now time.Time, iv *run.ItemView) (Status, string) {
	w := &t.Wizard
	switch iv.Item.Kind {
	case flows.KindTask:
		return doneStatus(iv, w.Ticked, w.NotYet)
	case flows.KindGate:
		return doneStatus(iv, w.GatePassed, w.GateOpen)
	case flows.KindWait:
		return waitStatus(t, now, iv)
	case flows.KindDraft:
		return draftStatus(&t.Letter, iv)
	case flows.KindCheck:
		return checkItemStatus(&t.Check, iv)
	case flows.KindAction:
		return actionStatus(t, now, iv)
	case flows.KindAttach:
		if iv.Item.Label == "" { // it goes by the name of the file
			return StatusOpen, words.Say(t.Lang, iv.Item.Attach.About())
		}
		return StatusOpen, words.Say(t.Lang, iv.Item.Attach.Message())
	case flows.KindEnd:
		return StatusOpen, fmt.Sprintf(t.Overlay.EndHint, flows.CleanLine(iv.Item.End.Reason))
	}
	return StatusOpen, w.LaterAction
}

func doneStatus(iv *run.ItemView, yes, no string) (Status, string) {
	if iv.Done {
		return StatusDone, yes
	}
	return StatusOpen, no
}

// actionStatus is how far a rotation has come. Other actions are none yet.
func actionStatus(t *words.Strings, now time.Time, iv *run.ItemView) (Status, string) {
	r, w := iv.Rotation, &t.Rotate
	switch {
	case iv.Item.Action == nil || iv.Item.Action.Run != flows.RotateSecret:
		return StatusOpen, t.Wizard.LaterAction
	case r == nil:
		return StatusOpen, w.Offered
	case r.State == run.RotationBegun:
		return StatusWaiting, w.Begun
	case r.State == run.RotationSealed:
		return StatusWaiting, w.Sealed
	case r.State == run.RotationGivenUp:
		return StatusOpen, fmt.Sprintf(w.GivenUp, Day(t, now, *r.Ended))
	}
	return StatusDone, fmt.Sprintf(w.Confirmed, Day(t, now, *r.Ended))
}

func waitStatus(t *words.Strings, now time.Time, iv *run.ItemView) (Status, string) {
	switch {
	case iv.Done:
		return StatusDone, t.Wizard.WaitAnswered
	case iv.Wait != nil && iv.Wait.Due != nil:
		return StatusWaiting, fmt.Sprintf(t.Wizard.WaitUntil, Moment(t, now, *iv.Wait.Due))
	case iv.Until != nil:
		return StatusWaiting, fmt.Sprintf(t.Wizard.WaitUntil, Day(t, now, *iv.Until))
	}
	return StatusWaiting, t.States.Waiting
}

func draftStatus(w *words.Letter, iv *run.ItemView) (Status, string) {
	switch {
	case iv.Status == "stale":
		return StatusStale, w.Stale
	case iv.Done && iv.Note != "":
		return StatusDone, fmt.Sprintf(w.SentHow, flows.CleanLine(iv.Note))
	}
	return doneStatus(iv, w.Sent, w.Unsent)
}

func checkItemStatus(w *words.Check, iv *run.ItemView) (Status, string) {
	switch {
	case iv.Result == nil:
		return StatusOpen, w.NotYet
	case walk.ToRun(iv):
		return StatusStale, w.Stale
	}
	return CheckStatus(w, iv.Result.Status)
}

// CheckStatus is the status of a check, or of one of its phases, that ended
// with a result's status.
func CheckStatus(w *words.Check, status string) (Status, string) {
	switch status {
	case check.Passed:
		return StatusDone, w.Passed
	case check.Warned:
		return StatusWarned, w.Warned
	case check.Failed:
		return StatusFailed, w.Failed
	}
	return StatusOpen, w.Unknown
}
