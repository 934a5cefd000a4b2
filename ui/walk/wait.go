package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// longWait is how far ahead a day to look again can be without a doubt.
const longWait = 366 * 24 * time.Hour

// WaitDoubt says why a time to look again may not be meant: it is over, or years
// away, as after a slip in the year. Today is neither. The zero message: no doubt.
func WaitDoubt(until, now time.Time) flows.Message {
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

// doubted is a day that was asked about.
type doubted struct {
	at  flows.Address
	day time.Time
}

// WaitUntil sets the day to look again, and goes on with what can be done
// meanwhile. A day that is in doubt is asked about: whoever gives it once more
// means it.
func (w *Walk) WaitUntil(at flows.Address, day time.Time, why string) Turn {
	until, given := flows.Morning(day), doubted{at, day}
	if doubt := WaitDoubt(until, w.face.Now()); !doubt.IsZero() && w.doubted != given {
		w.doubted = given
		return warn(flows.Msg("dialogue.wait_doubt", "doubt", doubt))
	}
	w.doubted = doubted{}
	return w.Propose(Meanwhile, run.WaitUntil{At: at, Until: until, Why: why})
}
