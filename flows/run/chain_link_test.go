package run

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"testing"
	"time"
)

// chainOf is a chain of events, as a session seals them.
func chainOf(t *testing.T, n int) []Event {
	t.Helper()
	prev := make([]byte, 32)
	events := make([]Event, n)
	for i := range events {
		e := Event{Run: "r1", Seq: int64(i + 1), At: instant(time.Date(2026, 11, 29, 10, i, 0, 123456789, time.UTC)), By: "Jörg <b>", Mode: Rehearsal, Kind: EventNoted, Step: "a"}
		if err := e.seal(prev, Noted{Text: "x"}, rand.Reader); err != nil {
			t.Fatal(err)
		}
		prev, events[i] = e.Hash, e
	}
	return events
}

// linksOf are the links of events as they come back from JSON.
func linksOf(t *testing.T, events []Event) []Link {
	t.Helper()
	all := make([]Link, len(events))
	for i := range events {
		b, err := json.Marshal(events[i].Link())
		if err == nil {
			err = json.Unmarshal(b, &all[i])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func addAll(links []Link) (code string, c *Links) {
	c = NewLinks("r1", Rehearsal)
	for _, l := range links {
		if m := c.Add(l); !m.IsZero() {
			return m.Code, c
		}
	}
	return "", c
}

func TestLinksLeadToTheHead(t *testing.T) {
	events := chainOf(t, 5)
	code, c := addAll(linksOf(t, events))
	n, head := c.Head()
	if code != "" || n != 5 || head != hex.EncodeToString(events[4].Hash) {
		t.Errorf("%q after %d links, head %s, want %x", code, n, head, events[4].Hash)
	}
	if n, head := NewLinks("r1", Real).Head(); n != 0 || head != "" {
		t.Errorf("no links have %d, %q", n, head)
	}
}

func TestLinksThatDoNotFollow(t *testing.T) {
	events := chainOf(t, 5)
	for what, c := range map[string]struct {
		change func(l []Link) []Link
		want   string
	}{
		"who":          {func(l []Link) []Link { l[2].By = "Else"; return l }, "chain.changed"},
		"when":         {func(l []Link) []Link { l[2].At = l[2].At.Add(time.Millisecond); return l }, "chain.changed"},
		"when, little": {func(l []Link) []Link { l[2].At = l[2].At.Add(time.Nanosecond); return l }, "chain.changed"},
		"mode":         {func(l []Link) []Link { l[2].Mode = Real; return l }, "chain.changed"},
		"kind":         {func(l []Link) []Link { l[2].Kind = EventDone; return l }, "chain.changed"},
		"step":         {func(l []Link) []Link { l[2].Step = ""; return l }, "chain.changed"},
		"sum":          {func(l []Link) []Link { l[2].Sum = l[1].Sum; return l }, "chain.changed"},
		"no sum":       {func(l []Link) []Link { l[2].Sum = "zz"; return l }, "chain.changed"},
		"hash":         {func(l []Link) []Link { l[4].Hash = l[1].Hash; return l }, "chain.changed"},
		"no hash":      {func(l []Link) []Link { l[4].Hash = "zz"; return l }, "chain.changed"},
		"one less":     {func(l []Link) []Link { return append(l[:2:2], l[3:]...) }, "chain.missing"},
		"first gone":   {func(l []Link) []Link { return l[1:] }, "chain.missing"},
		"swapped":      {func(l []Link) []Link { l[1], l[2] = l[2], l[1]; return l }, "chain.missing"},
		"twice":        {func(l []Link) []Link { return append(l[:2:2], l[1:]...) }, "chain.missing"},
		"renumbered":   {func(l []Link) []Link { l = l[1:]; l[0].Seq = 1; return l }, "chain.changed"},
	} {
		if code, _ := addAll(c.change(linksOf(t, events))); code != c.want {
			t.Errorf("%s: %q, want %q", what, code, c.want)
		}
	}
	if m := NewLinks("r1", Real).Add(events[0].Link()); m.Code != "chain.changed" {
		t.Errorf("a link of another mode: %q", m.Code)
	}
	other := NewLinks("r2", Rehearsal)
	if m := other.Add(events[0].Link()); m.Code != "chain.changed" {
		t.Errorf("a link of another run: %q", m.Code)
	}
}
