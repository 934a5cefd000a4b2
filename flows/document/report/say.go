package report

import (
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// say is a sentence in the language of the record.
func (r *Record) say(code string, args ...any) string {
	return words.Say(r.Lang, flows.Msg(code, args...))
}

// time is when something was, where the reader is.
func (r *Record) time(t time.Time) string {
	return words.Day(r.Lang, t.In(r.zone())) + " " + words.Clock(r.Lang, t.In(r.zone()))
}

// zone is the reader's.
func (r *Record) zone() *time.Location { return r.Written.Location() }

// spent is how long something took, in hours and minutes.
func (r *Record) spent(d time.Duration) string {
	switch n := int(d.Round(time.Minute) / time.Minute); {
	case d <= 0:
		return ""
	case n == 0:
		return r.say("report.moment")
	case n < 60:
		return r.say("report.minutes", "n", n)
	default:
		return r.say("report.hours", "h", n/60, "n", n%60)
	}
}

// who is who did something, and when; "" where nobody is known.
func (r *Record) who(d Deed) string {
	if d.At.IsZero() {
		return ""
	}
	return dotted(d.By, r.time(d.At))
}

// dotted joins what is not empty, with dots between.
func dotted(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, " · ")
}

// Mark is what a run must not be taken for anything but, in capitals; "" of a
// real one.
func (r *Record) Mark() string { return words.For(r.Lang).Mode(string(r.Mode)) }

// state is the word for the state of an entry other than an answer.
func (r *Record) state(e *Entry) string {
	t := words.For(r.Lang)
	switch e.Kind {
	case flows.KindCheck:
		switch {
		case e.Check == nil:
			return t.Check.NotYet
		case e.Check.Stale:
			return t.Check.Stale
		}
		return checkWord(&t.Check, e.Check.Status)
	case flows.KindDraft:
		switch {
		case e.Status == "stale":
			return t.Letter.Stale
		case e.Done:
			return t.Letter.Sent
		}
		return t.Letter.Unsent
	}
	return doneWord(t, e.Kind, e.Done)
}

// stepState is the word for a step's state.
func (r *Record) stepState(s *Step) string { return words.For(r.Lang).State(string(s.State)) }

// actor is the code of who acts in a step.
var actor = map[flows.Actor]string{
	flows.Consultant: "report.actor_consultant", flows.Customer: "report.actor_customer", flows.Vendor: "report.actor_vendor",
}

// rotationState is the code of what became of a rotation.
var rotationState = map[run.RotationState]string{
	run.RotationBegun: "report.rotation_begun", run.RotationSealed: "report.rotation_sealed",
	run.RotationConfirmed: "report.rotation_confirmed", run.RotationGivenUp: "report.rotation_given_up",
}
