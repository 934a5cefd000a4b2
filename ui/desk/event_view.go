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

// eventText is an event in words.
type eventText struct {
	at   time.Time
	by   string
	what string
}

// payload has the parts of an event's data that are shown: names of things,
// never values.
type payload struct {
	Item    string
	Value   json.RawMessage
	Secret  string
	Purpose run.SecretPurpose
	Count   int
	Until   *time.Time
	Result  struct{ Status string }
}

// describeEvents puts at most n events in words, newest first. Repetitions,
// such as the cells of a list, are shown once; the shared view leaves out what
// the other side must not see.
func (pn *pen) describeEvents(v *run.View, events []run.Event, n int) []eventText {
	var out []eventText
	for i := len(events) - 1; i >= 0 && len(out) < n; i-- {
		e := &events[i]
		what := pn.describeEvent(v, e)
		by := words.Say(pn.t.Lang, e.Who())
		if what == "" || len(out) > 0 && out[len(out)-1].what == what && out[len(out)-1].by == by {
			continue
		}
		out = append(out, eventText{e.At, by, what})
	}
	return out
}

// describeEvent says what an event did; "" if it is not to be shown here.
func (pn *pen) describeEvent(v *run.View, e *run.Event) string {
	var p payload
	if !e.Erased() && json.Unmarshal(e.Data, &p) != nil {
		return ""
	}
	sv := v.Step(e.Step)
	if pn.share && sv != nil && sv.Step.Internal {
		return ""
	}
	it := itemOf(v, p.Item)
	if pn.share && (it != nil && it.Item.Internal || e.Kind == run.EventNoted || e.Kind == run.EventNotWorked || e.Kind == run.EventAccepted || e.Kind == run.EventAttached) {
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
	case run.EventCalled:
		return words.Say(pn.t.Lang, flows.Msg("phone.event"))
	case run.EventMoved:
		return words.Say(pn.t.Lang, flows.Msg("move.event"))
	case run.EventForked:
		if pn.share {
			return ""
		}
		return w.Forked
	case run.EventDone, run.EventSkipped, run.EventReopened, run.EventNoted, run.EventAccepted:
		if sv == nil {
			return ""
		}
		return flows.CleanLine(sv.Step.Title) + pn.th.Dot + pn.stepEvent(e.Kind)
	}
	if e.Kind == run.EventAttached && sv != nil {
		return pn.attachedEvent(sv, it)
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
	case run.EventNotWorked:
		return words.Say(pn.t.Lang, flows.Msg("failed.key"))
	case run.EventResolved:
		return words.Say(pn.t.Lang, flows.Msg("failed.key_works"))
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
	case run.EventSecretUsed:
		return map[run.SecretPurpose]string{
			run.SecretCopied: w.Copied, run.SecretRevealed: w.Shown, run.SecretHandedOver: w.HandedOver, run.SecretChecked: w.Used,
			run.SecretShared: w.HandedOver, run.SecretUnshared: w.Sealed,
		}[p.Purpose]
	case run.EventRotationBegun, run.EventRotationSealed, run.EventRotationConfirmed, run.EventRotationGivenUp, run.EventSecretDestroyed:
		return pn.rotationEvent(k)
	case run.EventReadBack:
		return words.Say(pn.t.Lang, flows.Msg("spell.event"))
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

func (pn *pen) rotationEvent(k run.EventKind) string {
	w := &pn.t.Rotate
	return map[run.EventKind]string{
		run.EventRotationBegun: w.WasBegun, run.EventRotationSealed: w.WasSealed, run.EventRotationConfirmed: w.WasConfirmed,
		run.EventRotationGivenUp: w.WasGivenUp, run.EventSecretDestroyed: w.WasDestroyed,
	}[k]
}

// attachedEvent says that a file was attached to an item, or to the step.
func (pn *pen) attachedEvent(sv *run.StepView, it *run.ItemView) string {
	what := flows.CleanLine(sv.Step.Title)
	if it != nil {
		what = pn.label(it)
	}
	return what + pn.th.Dot + words.Say(pn.t.Lang, flows.Msg("attach.event"))
}

// itemOf finds the item that a payload names as "step.item".
func itemOf(v *run.View, name string) *run.ItemView {
	step, item, _ := strings.Cut(name, ".")
	if sv := v.Step(step); sv != nil {
		return sv.Item(item)
	}
	return nil
}

// eventLines draws events under their heading, in at most h lines.
func (pn *pen) eventLines(list []eventText, w, h int) []string {
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

// shortly is the time if it is today, else the day.
func (pn *pen) shortly(d time.Time) string {
	if day := pn.day(d); day != pn.t.When.Today {
		return day
	}
	return words.Clock(pn.t.Lang, d.In(pn.now().Location()))
}

// recent are the newest events of the open run, in words.
func (p *page) recent() []eventText {
	// Asked for with every frame, and a run may have thousands.
	if now := (recentKey{p.View(), p.m.share}); p.recentFor != now {
		p.recentFor, p.newest = now, p.m.describeEvents(p.View(), p.s.Events(), recentEvents)
	}
	return p.newest
}

// recentEvents is how many events are shown.
const recentEvents = 12

type recentKey struct {
	view  *run.View
	share bool
}
