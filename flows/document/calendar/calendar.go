// Package calendar writes the dates of a run's waits for a person's calendar
// (iCalendar, RFC 5545): when to look again, or what was promised for when. It is
// pure: the time and the person's zone are handed in. It imports lotse/flows,
// flows/run and flows/words. Libraries for iCalendar were looked at: none makes a
// time zone's rules from Go's, and the rest is what content.go says.
package calendar

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Entry is a date: one of a wait.
type Entry struct {
	At          flows.Address // of the wait
	UID         string        // the same whenever it is written
	Revision    int64         // rises with every change of the run
	Start       time.Time
	Summary     string // one line
	Description string
}

// length is how long an entry lasts: a look, or a call.
const length = 30 * time.Minute

// Asked says for whom the dates are written.
type Asked struct {
	Zone *time.Location // of the person; UTC where it has no name that others know
	Now  time.Time
}

// Of are the dates of a run's open waits, in the order of its steps: of each the day
// to look again, and what is to be tried when after the run was changed last.
func Of(v *run.View) []Entry {
	var all []Entry
	for i := range v.Steps {
		sv := &v.Steps[i]
		for k := range sv.Items {
			iv := &sv.Items[k]
			if iv.Item.Kind != flows.KindWait || iv.State != run.Applies || iv.Done || sv.State == run.NotNeeded || sv.State == run.Skipped {
				continue
			}
			all = append(all, dates(v, sv, iv)...)
		}
	}
	return all
}

// dates are those of a wait.
func dates(v *run.View, sv *run.StepView, iv *run.ItemView) []Entry {
	at := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
	uid := v.ID + "." + at.String()
	entry := func(uid string, start time.Time, first ...string) Entry {
		return Entry{
			At: at, UID: uid + "@lotse", Revision: v.Events, Start: start,
			Summary:     flows.CleanLine(marked(v, v.Customer.Name+": "+iv.Label())),
			Description: flows.Clean(strings.Join(append(first, described(v, sv, iv)...), "\n")),
		}
	}
	w := iv.Wait
	if w == nil {
		w = &run.WaitView{}
	}
	var all []Entry
	if until := cmp.Or(iv.Until, w.Proposed); until != nil {
		all = append(all, entry(uid, *until))
	}
	for i, r := range w.Rungs {
		if r.At.After(v.Changed) {
			all = append(all, entry(uid+"."+strconv.Itoa(i+1), r.At, r.Try))
		}
	}
	return all
}

// marked is a text that says when nothing in it is real.
func marked(v *run.View, text string) string {
	code := map[run.Mode]string{run.Rehearsal: "letter.rehearsal", run.Demo: "letter.demo"}[v.Mode]
	if code == "" {
		return text
	}
	word, _ := words.Sentence(v.Lang, code)
	return word + " " + text
}

// described says what is waited for, and how to go on.
func described(v *run.View, sv *run.StepView, iv *run.ItemView) []string {
	say := func(code string, args ...any) string { return words.Say(v.Lang, flows.Msg(code, args...)) }
	lines := []string{say("calendar.waits_for", "who", flows.CleanLine(iv.Item.Wait.For), "what", flows.CleanLine(iv.Item.Wait.Reason))}
	if iv.Why != "" {
		lines = append(lines, say("calendar.note", "note", iv.Why))
	}
	return append(lines, "", say("calendar.run", "title", v.Title, "step", flows.CleanLine(sv.Step.Title)), say("cmd.calendar_resume", "run", v.ID))
}

// Write writes entries as one calendar.
func Write(w io.Writer, entries []Entry, asked Asked) error {
	zone := asked.Zone
	if !isNamed(zone) {
		zone = time.UTC
	}
	c := &content{w: w}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Lotse//Lotse//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	if zone != time.UTC && len(entries) > 0 {
		c.zone(zone, entries)
	}
	for i := range entries {
		c.event(&entries[i], zone, asked.Now)
	}
	c.line("END", "VCALENDAR")
	return c.err
}
