package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// mostChanges is how many changes of a call are named one by one.
const mostChanges = 12

// Call is the summary of a record with what a call changed, for a ticket: the
// oldest changes first. What is internal is left out, and notes, which are.
func Call(r *Record, p *flows.Procedure, events []run.Event, length time.Duration) string {
	var b strings.Builder
	b.WriteString(Summary(r))
	minutes := int((length + time.Minute - 1) / time.Minute)
	fmt.Fprintln(&b, r.say("report.call", "n", minutes)+":")
	changes := changesOf(p, events)
	if len(changes) == 0 {
		fmt.Fprintln(&b, "- "+r.say("report.call_nothing"))
	}
	for i, m := range changes {
		if i == mostChanges-1 && len(changes) > mostChanges {
			fmt.Fprintln(&b, "- "+r.say("report.call_more", "n", len(changes)-i))
			break
		}
		fmt.Fprintln(&b, "- "+flows.Cut(words.Say(r.Lang, m), mostLine))
	}
	return b.String()
}

// untold are the kinds of events that change nothing, or that are internal.
var untold = []run.EventKind{run.EventNoted, run.EventAttached, run.EventCalled, run.EventSecretUsed, run.EventErased, run.EventForked}

// changesOf are the sentences about events that others may read.
func changesOf(p *flows.Procedure, events []run.Event) []flows.Message {
	var all []flows.Message
	for i := range events {
		e := &events[i]
		if !slices.Contains(untold, e.Kind) && !isInternal(p, e.About()) {
			all = append(all, e.Describe(p))
		}
	}
	return all
}

func isInternal(p *flows.Procedure, at flows.Address) bool {
	s := p.Step(at.Step)
	switch {
	case s == nil:
		return false
	case s.Internal:
		return true
	case at.Item == "":
		return false
	}
	_, it, err := p.Find(at.Whole())
	return err == nil && it.Internal
}
