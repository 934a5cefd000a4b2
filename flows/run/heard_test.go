package run_test

import (
	"context"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// deaf is a store whose next write succeeds and is not heard to.
type deaf struct {
	run.Store
	next bool
}

// Append is of run.Store.
func (d *deaf) Append(ctx context.Context, b run.Batch) error {
	err := d.Store.Append(ctx, b)
	if d.next && err == nil {
		d.next = false
		return flows.ErrFailed
	}
	return err
}

// TestSecretWrittenAndNotHeard writes a secret without hearing of it: once it is
// recognised it is not written again, and what follows it is.
func TestSecretWrittenAndNotHeard(t *testing.T) {
	w := newWorld(t)
	w.flush()
	store := &deaf{Store: w.store, next: true}
	s, err := run.Resume(context.Background(), w.env, store, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	set := run.SetSecret{At: flows.At("base.pass"), Sealed: w.sealed("s1")}
	if _, err := s.Do(true, set); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(context.Background()); err == nil {
		t.Fatal("the write was heard of")
	}
	if _, err := s.Do(true, run.Note{Step: "base", Text: "behind it"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(context.Background()); err != nil {
		t.Errorf("what follows is not written: %v", err)
	}
	if events, err := store.Events(context.Background(), w.ID(), 0); err != nil || len(events) != len(s.Events()) {
		t.Errorf("%d events are on disk, %d in memory: %v", len(events), len(s.Events()), err)
	}
}
