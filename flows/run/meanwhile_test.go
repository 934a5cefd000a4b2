package run_test

import (
	"context"
	"reflect"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// slow is a store in whose next write something happens meanwhile.
type slow struct {
	run.Store
	meanwhile func()
}

// Append is of run.Store.
func (s *slow) Append(ctx context.Context, b run.Batch) error {
	if f := s.meanwhile; f != nil {
		s.meanwhile = nil
		f()
	}
	return s.Store.Append(ctx, b)
}

// TestWhatIsDecidedWhileAWriteIsUnderWay is not taken as written with it: it
// waits, with its secret, for the next one.
func TestWhatIsDecidedWhileAWriteIsUnderWay(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.flush()
	store := &slow{Store: w.store}
	s, err := run.Resume(context.Background(), w.env, store, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	do := func(c run.Command) {
		t.Helper()
		if _, err := s.Do(true, c); err != nil {
			t.Fatal(err)
		}
	}
	second := run.SetSecret{At: flows.At("base.pass"), Sealed: w.sealed("second")}
	do(run.SetSecret{At: flows.At("base.pass"), Sealed: w.sealed("first")})
	store.meanwhile = func() { do(second) }
	if err := s.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := s.PendingCommands(); s.Pending() != 1 || !reflect.DeepEqual(got, []run.Command{second}) {
		t.Errorf("%d events are pending, and %v waits", s.Pending(), got)
	}
	if err := s.Flush(context.Background()); err != nil || s.Pending() != 0 || len(s.PendingCommands()) != 0 {
		t.Fatalf("%d events are pending, and %v waits: %v", s.Pending(), s.PendingCommands(), err)
	}
	for _, id := range []string{"first", "second"} {
		if _, err := w.store.Secret(context.Background(), id); err != nil {
			t.Errorf("the %s secret is not in the vault: %v", id, err)
		}
	}
}
