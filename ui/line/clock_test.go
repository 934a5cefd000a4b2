package line

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
)

const slipway = `procedure: slipway
version: 1
title: The slipway
summary: A wait with a ladder.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: verify
    title: Verify
    minutes: 5
    items:
      - {field: result, type: choice, label: Result, options: [good, bad]}
      - {field: key, type: text, label: Key}
      - wait: again
        when: result == "bad"
        for: the yard
        reason: takes the key
        ladder: [{after: 10m, try: Try it again.}, {after: 2h, try: Call them.}]
`

// clockwork is a rig whose minutes pass while a line is waited for.
type clockwork struct {
	*rig
	minutes chan func()
}

func onClock(t *testing.T) *clockwork {
	t.Helper()
	c := &clockwork{onFolder(t, fstest.MapFS{"slipway.yaml": {Data: []byte(slipway)}}, flows.Specs{}).begun("slipway", run.Real), make(chan func(), 8)}
	c.s.After = func(d time.Duration, f func()) {
		if d == time.Minute {
			c.minutes <- f
		}
	}
	return c
}

// pass lets minutes pass before a line is typed, and waits for what comes of each.
func (c *clockwork) pass(n int, line string) when {
	return when{line: line, do: func() {
		for range n {
			minute := <-c.minutes
			c.at = c.at.Add(time.Minute)
			minute()
			next := <-c.minutes
			c.minutes <- next
		}
	}}
}

// bells are how often it rang.
func (c *clockwork) bells() int { return strings.Count(c.paper.own.String(), "\a") }

// TestItRingsWhenSomethingIsDue, once and while a line is waited for; for what is said
// before the next prompt, and not again.
func TestItRingsWhenSomethingIsDue(t *testing.T) {
	c := onClock(t)
	c.typesWith("bad", "", c.pass(9, ""), "status", c.pass(2, ""), c.pass(3, ""), "status", "quit")
	if n := c.bells(); n != 1 {
		t.Errorf("it rang %d times\n%s", n, c.said())
	}
	const due = "Muster GmbH, The slipway: it is time to try again."
	if n := strings.Count(c.said(), due); n != 1 {
		t.Errorf("it was said %d times\n%s", n, c.said())
	}
	if ring, said := strings.Index(c.said(), "\a"), strings.Index(c.said(), due); ring > said {
		t.Error("it is said before it rings")
	}
	c.shows("It is 10:09.", "1: Verify, waits for: the yard, next try 10:10, in 1 min.", "It is 10:14.", "try again now: due since 10:10.", "Everything is saved now.")
}

// TestWhatIsDueIsSaidWithoutABell where nobody hears one, and not at all where notices
// are off.
func TestWhatIsDueIsSaidWithoutABell(t *testing.T) {
	for notice, said := range map[string]bool{"": true, "on": true, "off": false} {
		c := onClock(t)
		c.s.Typed = false
		if err := c.a.SetSetting(context.Background(), face.NoticeSetting, notice); err != nil {
			t.Fatal(err)
		}
		c.typesWith("bad", "", when{line: "", do: func() { c.at = c.at.Add(11 * time.Minute) }}, "quit")
		if got := strings.Contains(c.said(), "time to try again"); got != said || c.bells() > 0 {
			t.Errorf("notice %q: said %t, %d bells\n%s", notice, got, c.bells(), c.said())
		}
	}
}

// TestOtherRunsAreDue on the list as well, each by its name.
func TestOtherRunsAreDue(t *testing.T) {
	c := onClock(t)
	other, err := outside.Start(context.Background(), &c.s, "slipway", "Beispiel Oy", run.Real)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Do(true, run.Answer{At: flows.At("verify.result"), Value: "bad"}); err != nil {
		t.Fatal(err)
	}
	if err := other.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	c.s.Run = ""
	c.typesWith("list", c.pass(11, "list"), "quit")
	c.shows("Beispiel Oy, The slipway: it is time to try again.")
	if c.bells() != 1 || strings.Contains(c.said(), "Muster GmbH, The slipway: it is time") {
		t.Errorf("%d bells\n%s", c.bells(), c.said())
	}
}

// TestAWholeValue is said in full, in groups where it is a code, with who entered it;
// of a secret only that it is set.
func TestAWholeValue(t *testing.T) {
	long := strings.Repeat("0123456789", 7)
	c := onClock(t)
	c.types("good", long, "value key", "value verify.key", "value nowhere", "value result", "quit")
	if n := strings.Count(c.paper.own.String(), long); n != 2 {
		t.Errorf("the value is there %d times\n%s", n, c.said())
	}
	c.shows("Key:", "In groups: 0123 4567", "Entered today 10:00 by Ann.", "Result: good")

	r := rehearsed(t)
	r.types("secret papers.locker", canary, "value papers.locker", "quit")
	if strings.Contains(r.said(), canary) || !strings.Contains(r.said(), "sealed, k1-") {
		t.Errorf("of the secret it says\n%s", r.said())
	}
}

// TestFindListsWhatCanBeDone by the words of help, and its number does it.
func TestFindListsWhatCanBeDone(t *testing.T) {
	ctx := context.Background()
	for _, lang := range words.Languages() {
		r := rehearsed(t, lang)
		s, err := run.Resume(ctx, r.s.Env, r.a, r.s.Run, r.s.Load)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range newDialogue(newTalk(ctx, ctx, r.s), s, nil).finder.deeds {
			names = append(names, e.Key)
			if e.Text == "" || strings.Contains(e.Text, ". ") {
				t.Errorf("%q: %s is %q", lang, e.Key, e.Text)
			}
		}
		for _, wd := range []string{"say", "note", "skip", "status", "value", "spell", "papers", "earlier"} {
			if !slices.Contains(names, wd) {
				t.Errorf("%q: %s is not among %v", lang, wd, names)
			}
		}
	}
	c := onClock(t)
	c.types("find how far the run", "find 1", "find records a note", "find 1", "quit")
	c.shows("1: status: the time, how far the run is", "It is 10:00.", "1: note TEXT: records a note")
}
