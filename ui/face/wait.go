package face

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Moment is a time in words: its day, with the time of day unless that is the
// morning that stands for a whole day.
func Moment(t *words.Strings, now, at time.Time) string {
	at = at.In(now.Location())
	if at.Equal(flows.Morning(at)) {
		return Day(t, now, at)
	}
	return Day(t, now, at) + " " + words.Clock(t.Lang, at)
}

// DayAndTime is the day of a time in words, with the time of day where it is near.
func DayAndTime(t *words.Strings, now, at time.Time) string {
	s := Day(t, now, at)
	if s == t.When.Today || s == t.When.Yesterday || s == t.When.Tomorrow {
		return s + " " + words.Clock(t.Lang, at.In(now.Location()))
	}
	return s
}

// Tries say what an open wait has to be tried now, and what comes next and when:
// in Markdown, in the person's language with the run's own texts in it.
func Tries(t *words.Strings, now time.Time, w *run.WaitView) []string {
	if w == nil {
		return nil
	}
	var lines []string
	say := func(code string, r *run.RungView) {
		lines = append(lines, words.Say(t.Lang, flows.Msg(code, "at", Moment(t, now, r.At), "try", r.Try)))
	}
	if i := w.Rung(now); i >= 0 {
		say("wait.now", &w.Rungs[i])
	}
	if next := w.Next(now); next != nil {
		say("wait.next", next)
	}
	return lines
}

// soon is how long before it is due the clock of a wait is shown.
const soon = 12 * time.Hour

// WaitClock says when a wait is due and in how long, in a few words; "" where that
// is not known, is a whole day, or is far away.
func WaitClock(t *words.Strings, now time.Time, w *run.WaitView) string {
	if w == nil || w.Due == nil || w.Due.In(now.Location()).Equal(flows.Morning(w.Due.In(now.Location()))) || w.Due.Sub(now) > soon || now.Sub(*w.Due) > soon {
		return ""
	}
	at := words.Clock(t.Lang, w.Due.In(now.Location()))
	left := int((w.Due.Sub(now) + time.Minute - 1) / time.Minute) // a part of one counts
	switch {
	case !w.Due.After(now):
		return words.Say(t.Lang, flows.Msg("wait.clock_now", "at", at))
	case left >= 60:
		return words.Say(t.Lang, flows.Msg("wait.clock_hours", "at", at, "h", left/60, "m", left%60))
	}
	return words.Say(t.Lang, flows.Msg("wait.clock", "at", at, "n", left))
}

// NoticeSetting is the setting by which a bell and a notice of the desktop tell
// that a wait is due: "on", also where it is not set, or "off".
const NoticeSetting = "notice"

// mostNotices is how many runs that are due at once are told one by one.
const mostNotices = 3

// Notices say which runs are due: while others look on, and of many, only that there
// is one.
func Notices(lang string, runs []run.Header, shared bool) []string {
	if shared || len(runs) > mostNotices {
		return []string{words.Say(lang, flows.Msg("wait.notice_shared"))}
	}
	var all []string
	for i := range runs {
		all = append(all, words.Say(lang, flows.Msg("wait.notice", "customer", runs[i].Customer.Name, "procedure", runs[i].Title)))
	}
	return all
}
