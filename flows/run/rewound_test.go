package run_test

import (
	"context"
	"errors"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// older is a store that was put back to an older state.
type older struct {
	run.Store
	last   int64 // event that is there
	parted bool  // and that is another
}

func (o *older) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	events, err := o.Store.Events(ctx, id, after)
	for i := range events {
		if events[i].Seq > o.last {
			events = events[:i]
			break
		}
		if o.parted && events[i].Seq == o.last {
			events[i].Hash = []byte("another")
		}
	}
	return events, err
}

// A store that has not what it acknowledged is told from one to which others have
// written: to read it again and to save again would go on for ever.
func TestAStoreThatWasPutBack(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.flush()
	store := &older{Store: w.store, last: int64(w.Saved())}
	s, err := run.Resume(t.Context(), w.env, store, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	if lost, err := s.Reload(t.Context()); err != nil || len(lost) > 0 {
		t.Fatalf("nothing has changed: %v, %v", lost, err)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "theirs"})
	w.flush()
	store.last++
	if lost, err := s.Reload(t.Context()); err != nil || len(lost) > 0 {
		t.Fatalf("another has written: %v, %v", lost, err)
	}
	for name, put := range map[string]older{
		"an event is gone":    {w.store, store.last - 1, false},
		"the log is another":  {w.store, store.last, true},
		"all events are gone": {w.store, 0, false},
	} {
		*store = put
		var refusal *flows.Refusal
		if _, err := s.Reload(t.Context()); !errors.Is(err, flows.ErrDamaged) || !errors.As(err, &refusal) || refusal.Message.Code != "chain.rewound" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
