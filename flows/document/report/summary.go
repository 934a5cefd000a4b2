package report

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// How long a summary gets: so many open points one by one, so many characters a
// line.
const (
	mostOpen = 6
	mostLine = 300
)

// Summary is a record in a few lines of plain text, for a ticket: whom it is
// about, what came of it, what is open, the next date, where to look further.
func Summary(r *Record) string {
	var b strings.Builder
	put := func(text string) {
		if text != "" {
			fmt.Fprintln(&b, flows.Cut(text, mostLine))
		}
	}
	put(r.Mark())
	put(r.Achieved)
	ended := ""
	if r.Ended != nil {
		ended = r.time(*r.Ended)
	}
	put(r.labelled("report.fact_people", words.List(r.Lang, r.People)))
	put(r.labelled("report.fact_begun", r.time(r.Started)))
	put(r.labelled("report.fact_ended", ended))
	put(r.labelled("report.fact_worked", r.spent(r.Worked)))
	if len(r.Open) == 0 {
		put(r.say("report.open_none"))
	} else {
		put(r.say("report.open") + ":")
	}
	for i := range r.Open {
		if i == mostOpen-1 && len(r.Open) > mostOpen {
			put("- " + r.say("report.open_more", "n", len(r.Open)-i))
			break
		}
		put("- " + words.Say(r.Lang, r.Open[i].Message))
	}
	put(r.next())
	put(r.labelled("report.fact_run", r.ID))
	return b.String()
}

// labelled is a name and a text on a line; nothing where there is no text.
func (r *Record) labelled(code, text string) string {
	if text == "" {
		return ""
	}
	return r.say("joined.label", "label", r.say(code), "text", text)
}

// next is the next date of what is open.
func (r *Record) next() string {
	var next *Point
	for i := range r.Open {
		if p := &r.Open[i]; p.Until != nil && (next == nil || p.Until.Before(*next.Until)) {
			next = p
		}
	}
	if next == nil {
		return ""
	}
	return r.labelled("report.next", words.Day(r.Lang, next.Until.In(r.zone())))
}
