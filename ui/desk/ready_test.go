package desk

import (
	"context"
	"strings"
	"testing"

	"lotse/flows"
)

// TestReadyComesAfterTheFirstPage lets the background begin a while after the
// first page, once, and says what the store told meanwhile.
func TestReadyComesAfterTheFirstPage(t *testing.T) {
	r := newRig(t)
	whole, begun := r.m.cfg, 0
	whole.Ready = func() { begun++ }
	whole.Told = []flows.Message{flows.Msg("store.restore_undone", "file", "lotse.db")}
	r.ticks = nil
	r.start(Config{Dark: true, Prepare: func(context.Context) (Config, error) { return whole, nil }})
	if begun != 0 || r.m.View().Content == "" {
		t.Fatalf("begun %d times before the first page", begun)
	}
	for _, tick := range r.ticks {
		r.send(tick)
	}
	if begun != 1 {
		t.Errorf("begun %d times", begun)
	}
	want := "A restore was cut off"
	if content := r.m.View().Content; !strings.Contains(content, want) {
		t.Errorf("not said on the screen: %s", content)
	}
	r.keys("ctrl+c")
	if lines := strings.Join(r.m.farewell(), "\n"); !strings.HasPrefix(lines, want) {
		t.Errorf("last words %q", lines)
	}
}

// TestNobodyIsReadyWhoLeaves begins nothing for somebody who leaves at once.
func TestNobodyIsReadyWhoLeaves(t *testing.T) {
	r := newRig(t)
	whole, begun := r.m.cfg, 0
	whole.Ready = func() { begun++ }
	r.ticks = nil
	r.start(whole)
	r.keys("ctrl+c")
	for _, tick := range r.ticks {
		r.send(tick)
	}
	if begun != 0 {
		t.Errorf("begun %d times", begun)
	}
}
