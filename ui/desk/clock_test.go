package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

const slipway = `procedure: slipway
version: 1
title: The slipway
summary: A wait with a ladder, and what can be done meanwhile.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: verify
    title: Verify
    items:
      - {field: result, type: choice, label: Result, options: [good, bad]}
      - wait: again
        when: result == "bad"
        for: the yard
        reason: takes the key
        ladder: [{after: 10m, try: Try it **again**.}, {after: 2h, try: Call them.}]
  - id: paint
    title: Paint it
    items: [{task: painted, label: Painted}]
  - id: price
    title: Its price
    internal: true
    items: [{task: reckoned, label: Reckoned}]
`

// waitingAt is a rig at ten o'clock on a wait that began now.
func waitingAt(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = flows.Open(fstest.MapFS{"slipway.yaml": {Data: []byte(slipway)}}, flows.Specs{})
	r.ticks = nil
	r.start(cfg)
	r.do(r.m.start("slipway", "Muster GmbH", run.Real))
	r.keys("2") // bad
	r.focus("again")
	return r
}

// minutes lets minutes pass, one after the other.
func (r *rig) minutes(n int) *rig {
	r.t.Helper()
	for range n {
		r.at = r.at.Add(time.Minute)
		after[minuteMsg](r)
	}
	return r
}

// underWay are the ticks that wait to be let through, but for the minute: it goes on
// for as long as the screen does.
func (r *rig) underWay() []tea.Msg {
	return slices.DeleteFunc(slices.Clone(r.ticks), func(msg tea.Msg) bool { return msg == tea.Msg(minuteMsg{}) })
}

// rung is what came of what the screen has sent since: bells and notices.
func (r *rig) rung() (bells int, notices []string) {
	for _, msg := range r.said {
		raw, ok := msg.(tea.RawMsg)
		if !ok {
			continue
		}
		switch text := fmt.Sprint(raw.Msg); {
		case text == "\a":
			bells++
		case strings.HasPrefix(text, "\x1b]9;"):
			notices = append(notices, strings.TrimSuffix(strings.TrimPrefix(text, "\x1b]9;"), "\a"))
		}
	}
	r.said = nil
	return bells, notices
}

// TestTheClockOfAWait goes on by the minute, in the status line, and rings when it
// is time.
func TestTheClockOfAWait(t *testing.T) {
	r := waitingAt(t)
	r.shows("◷ next try 10:10, in 10 min", "Next, today 10:10: Try it again.")
	r.minutes(3).shows("◷ next try 10:10, in 7 min")
	if bells, _ := r.rung(); bells != 0 {
		t.Error("it rang before")
	}
	r.minutes(7).shows("it is time to try again")
	bells, notices := r.rung()
	if bells != 1 || len(notices) != 1 || notices[0] != "Lotse: Muster GmbH, The slipway: it is time to try again." {
		t.Errorf("%d bells, notices %q", bells, notices)
	}
	r.keys("esc").shows("◷ try again now: due since 10:10")
	r.minutes(5)
	if bells, _ := r.rung(); bells != 0 {
		t.Error("it rang twice for the same")
	}
}

// TestTheClockIsOfTheStepThatWaits alone.
func TestTheClockIsOfTheStepThatWaits(t *testing.T) {
	r := waitingAt(t)
	r.goTo("paint")
	r.hides("next try")
}

// TestANoticeWhileOthersLookOn names nobody.
func TestANoticeWhileOthersLookOn(t *testing.T) {
	r := waitingAt(t)
	r.keys("f3")
	r.minutes(10)
	if bells, notices := r.rung(); bells != 1 || len(notices) != 1 || strings.Contains(notices[0], "Muster") || strings.Contains(notices[0], "slipway") {
		t.Errorf("%d bells, notices %q", bells, notices)
	}
	if text := r.m.status.text; strings.Contains(text, "Muster") {
		t.Errorf("the status line says %q", text)
	}
}

// TestANoticeOfAnotherRun comes on the list of runs, and in another run.
func TestANoticeOfAnotherRun(t *testing.T) {
	for name, leave := range map[string]func(r *rig){
		"the list":    func(r *rig) { r.keys("esc", "esc") },
		"another run": func(r *rig) { r.keys("esc", "esc"); r.do(r.m.start("slipway", "Beispiel AG", run.Real)) },
	} {
		r := waitingAt(t)
		leave(r)
		r.minutes(12)
		if bells, notices := r.rung(); bells != 1 || len(notices) != 1 || !strings.Contains(notices[0], "Muster GmbH") {
			t.Errorf("%s: %d bells, notices %q\n%s", name, bells, notices, r.screen())
		}
	}
}

// TestNoticesCanBeTurnedOff.
func TestNoticesCanBeTurnedOff(t *testing.T) {
	r := waitingAt(t)
	if err := r.a.SetSetting(context.Background(), "notice", "off"); err != nil {
		t.Fatal(err)
	}
	r.minutes(15)
	if bells, notices := r.rung(); bells != 0 || len(notices) != 0 {
		t.Errorf("%d bells, notices %q", bells, notices)
	}
}

// TestAHostileNameInANotice sends nothing to the terminal but its letters.
func TestAHostileNameInANotice(t *testing.T) {
	r := waitingAt(t)
	r.said = nil
	r.do(dueMsg{[]run.Header{{Customer: run.Customer{Name: "A\x07\x1b]52;c;aGk=\x07B"}, Title: "T\u009c"}}}.handle(r.m))
	if _, notices := r.rung(); len(notices) != 1 || strings.ContainsAny(notices[0], "\x07\x1b\u009c") {
		t.Errorf("it is sent as %q", notices)
	}
}

// TestTheWaitOffersWhatCanBeDone: the ladder, the next try, and other steps that
// are open, of which one key goes there; while others look on none that is internal.
func TestTheWaitOffersWhatCanBeDone(t *testing.T) {
	r := waitingAt(t).size(100, 40)
	r.keys("enter").shows("Next, today 10:10: Try it again.", "Meanwhile: Paint it", "Meanwhile: Its price").hides("Tried, nothing yet")
	r.keys("down", "down", "enter")
	if at := r.m.page.At().Step; at != "paint" || r.m.over != nil {
		t.Fatalf("it is at %s, over it lies %T", at, r.m.over)
	}
	r.goTo("verify")
	r.focus("again")
	r.minutes(11).keys("enter").shows("Try now (since today 10:10): Try it again.", "Next, today 12:00: Call them.", "Tried, nothing yet: again today 12:00")
	r.keys("down", "down", "enter")
	if due := r.m.page.View().Due; due == nil || due.Format("15:04") != "12:00" {
		t.Errorf("the run is due at %v\n%s", due, r.screen())
	}
	r.goTo("verify")
	r.focus("again")
	r.keys("f3", "enter").shows("Meanwhile: Paint it").hides("Its price")
}
