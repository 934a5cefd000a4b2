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

// Standing is how an item stands that is no answer: a task, a wait, a gate, a
// draft, a check.
type Standing int

// The standings.
const (
	StandsOpen Standing = iota // nothing has come of it
	StandsWaiting
	StandsDone
	StandsStale // something in it has changed since
	StandsDoubtful
	StandsFailed
)

// Stands is how an item stands, and a word or two for it.
func Stands(t *words.Strings, now time.Time, iv *run.ItemView) (Standing, string) {
	w := &t.Wizard
	switch iv.Item.Kind {
	case flows.KindTask:
		return done(iv, w.Ticked, w.NotYet)
	case flows.KindGate:
		return done(iv, w.GatePassed, w.GateOpen)
	case flows.KindWait:
		return waitStands(t, now, iv)
	case flows.KindDraft:
		return draftStands(&t.Letter, iv)
	case flows.KindCheck:
		return checkStands(&t.Check, iv)
	}
	return StandsOpen, w.LaterAction
}

func done(iv *run.ItemView, yes, no string) (Standing, string) {
	if iv.Done {
		return StandsDone, yes
	}
	return StandsOpen, no
}

func waitStands(t *words.Strings, now time.Time, iv *run.ItemView) (Standing, string) {
	switch {
	case iv.Done:
		return StandsDone, t.Wizard.WaitAnswered
	case iv.Until != nil:
		return StandsWaiting, fmt.Sprintf(t.Wizard.WaitUntil, Day(t, now, *iv.Until))
	}
	return StandsWaiting, t.States.Waiting
}

func draftStands(w *words.Letter, iv *run.ItemView) (Standing, string) {
	switch {
	case iv.Status == "stale":
		return StandsStale, w.Stale
	case iv.Done && iv.Note != "":
		return StandsDone, fmt.Sprintf(w.SentHow, flows.CleanLine(iv.Note))
	}
	return done(iv, w.Sent, w.Unsent)
}

func checkStands(w *words.Check, iv *run.ItemView) (Standing, string) {
	switch {
	case iv.Result == nil:
		return StandsOpen, w.NotYet
	case walk.ToRun(iv):
		return StandsStale, w.Stale
	}
	return CheckStatus(w, iv.Result.Status)
}

// CheckStatus is how a check stands, or a part of its way, that ended with a
// status.
func CheckStatus(w *words.Check, status string) (Standing, string) {
	switch status {
	case check.Passed:
		return StandsDone, w.Passed
	case check.Warned:
		return StandsDoubtful, w.Warned
	case check.Failed:
		return StandsFailed, w.Failed
	}
	return StandsOpen, w.Unknown
}
