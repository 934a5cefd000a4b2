package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// longWait is how far ahead a day to look again can be without a warning.
const longWait = 366 * 24 * time.Hour

// WaitWarning says why a time to look again may be a mistake: it is in the
// past, or years away, as after a typing error in the year. Today is neither.
// The zero Message: no warning.
func WaitWarning(until, now time.Time) flows.Message {
	year, month, day := now.Date()
	today := time.Date(year, month, day, 0, 0, 0, 0, now.Location())
	switch {
	case until.Before(today):
		return flows.Msg("dialogue.wait_past", "day", until)
	case until.Before(now) && !until.Equal(flows.Morning(today)):
		return flows.Msg("dialogue.wait_hour_past")
	case until.Sub(now) > longWait:
		return flows.Msg("dialogue.wait_far", "day", until)
	}
	return flows.Message{}
}

// questionedDay is a day that the person was warned about.
type questionedDay struct {
	at  flows.Address
	day time.Time
}

// WaitUntil sets the day to look again, and goes on with what can be done
// meanwhile. Before a day that may be a mistake it warns; the same day given
// again is accepted.
func (w *Walk) WaitUntil(at flows.Address, day time.Time, why string) Turn {
	until, given := flows.Morning(day), questionedDay{at, day}
	if doubt := WaitWarning(until, w.face.Now()); !doubt.IsZero() && w.questioned != given {
		w.questioned = given
		return warn(flows.Msg("dialogue.wait_doubt", "doubt", doubt))
	}
	w.questioned = questionedDay{}
	return w.Propose(Meanwhile, run.WaitUntil{At: at, Until: until, Why: why})
}
