package desk

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// happening is an event in words.
type happening struct {
	at   time.Time
	by   string
	what string
}

// payload is what of an event's data is put in words: names of things, and no
// value.
type payload struct {
	Item   string
	Value  json.RawMessage
	Secret string
	Count  int
	Until  *time.Time
	Result struct{ Status string }
}

// happenings puts the newest events in words, the newest first, at most n. What
// repeats itself, such as the cells of a list, is said once; what is not for the
// other side's eyes is left out in the shared view.
func (pn *pen) happenings(v *run.View, events []run.Event, n int) []happening {
	var out []happening
	for i := len(events) - 1; i >= 0 && len(out) < n; i-- {
		e := &events[i]
		what := pn.happened(v, e)
		by := flows.CleanLine(e.By)
		if what == "" || len(out) > 0 && out[len(out)-1].what == what && out[len(out)-1].by == by {
			continue
		}
		out = append(out, happening{e.At, by, what})
	}
	return out
}

// happened says what an event did; "" for what is not to be shown here.
func (pn *pen) happened(v *run.View, e *run.Event) string {
	var p payload
	if !e.Erased() && json.Unmarshal(e.Data, &p) != nil {
		return ""
	}
	sv := v.Step(e.Step)
	if pn.share && sv != nil && sv.Step.Internal {
		return ""
	}
	it := itemOf(v, p.Item)
	if pn.share && (it != nil && it.Item.Internal || e.Kind == run.EventNoted || e.Kind == run.EventAccepted) {
		return ""
	}
	w := &pn.t.Event
	switch e.Kind {
	case run.EventStarted:
		return w.Started
	case run.EventEnded:
		return w.Ended
	case run.EventAbandoned:
		return w.Abandoned
	case run.EventLanguage:
		return w.Language
	case run.EventErased:
		return w.Erased
	case run.EventDone, run.EventSkipped, run.EventReopened, run.EventNoted, run.EventAccepted:
		if sv == nil {
			return ""
		}
		return flows.CleanLine(sv.Step.Title) + pn.th.Dot + pn.stepEvent(e.Kind)
	}
	if it == nil {
		return ""
	}
	if what := pn.itemEvent(e.Kind, &p); what != "" {
		return pn.label(it) + pn.th.Dot + what
	}
	return ""
}

func (pn *pen) stepEvent(k run.EventKind) string {
	w := &pn.t.Event
	return map[run.EventKind]string{
		run.EventDone: w.Done, run.EventSkipped: w.Skipped, run.EventReopened: w.Reopened,
		run.EventNoted: w.Noted, run.EventAccepted: w.Accepted,
	}[k]
}

func (pn *pen) itemEvent(k run.EventKind, p *payload) string {
	w := &pn.t.Event
	switch k {
	case run.EventAnswered:
		if v := string(p.Value); v == "" || v == "null" || v == `""` || v == "[]" {
			return w.Cleared
		}
		return w.Answered
	case run.EventSecretSet:
		if p.Secret == "" {
			return w.Cleared
		}
		return w.Sealed
	case run.EventRowsReplaced:
		return fmt.Sprintf(w.Rows, p.Count)
	case run.EventWaiting:
		if p.Until == nil {
			return ""
		}
		return fmt.Sprintf(w.Waiting, pn.day(*p.Until))
	case run.EventChecked:
		return fmt.Sprintf(w.Result, p.Result.Status)
	}
	return map[run.EventKind]string{
		run.EventRowAdded: w.RowAdded, run.EventRowRemoved: w.RowRemoved, run.EventCell: w.Changed,
		run.EventTicked: w.Ticked, run.EventUnticked: w.Unticked, run.EventUndone: w.Undone,
		run.EventWaitAnswered: w.WaitAnswered, run.EventGatePassed: w.Passed, run.EventSent: w.Sent, run.EventMapped: w.Mapped,
	}[k]
}

// itemOf finds the item that a payload names as "step.item".
func itemOf(v *run.View, name string) *run.ItemView {
	step, item, _ := strings.Cut(name, ".")
	if sv := v.Step(step); sv != nil {
		return sv.Item(item)
	}
	return nil
}

// happeningLines draws events under their heading, in at most h lines.
func (pn *pen) happeningLines(list []happening, w, h int) []string {
	if len(list) == 0 || h < 2 {
		return nil
	}
	t := pn.th
	lines := []string{t.Dim.Render(t.Fit(pn.t.Event.Last, w))}
	for _, hp := range list {
		head := t.Faint.Render(pn.shortly(hp.at) + " " + t.Fit(fmt.Sprintf(pn.t.Event.Who, hp.by), w/3))
		one := theme.Hang(head, t.Dim.Render(hp.what), w)
		if len(lines)+len(one) > h {
			break
		}
		lines = append(lines, one...)
	}
	return lines
}

// shortly is the time of today, else the day.
func (pn *pen) shortly(d time.Time) string {
	if day := pn.day(d); day != pn.t.When.Today {
		return day
	}
	return words.Clock(pn.t.Lang, d.In(pn.now().Location()))
}

// recent are the newest events of the run that is open, in words.
func (p *page) recent() []happening {
	// Asked for with every frame, and a run may have thousands.
	if now := (recentKey{p.View(), p.m.share}); p.recentFor != now {
		p.recentFor, p.newest = now, p.m.happenings(p.View(), p.s.Events(), recentEvents)
	}
	return p.newest
}

// recentEvents is how many events are put in words.
const recentEvents = 12

type recentKey struct {
	view  *run.View
	share bool
}
