package run_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// flipped is a store in which a bit of every procedure was flipped.
type flipped struct {
	run.Store
	at int
}

func (f flipped) Document(ctx context.Context, digest string) ([]byte, error) {
	doc, err := f.Store.Document(ctx, digest)
	if err == nil {
		doc[f.at%len(doc)] ^= 1
	}
	return doc, err
}

// TestResumeProvesTheProcedure holds that a procedure whose bytes do not fit its
// digest is not used, whatever it says now, and that the run is named.
func TestResumeProvesTheProcedure(t *testing.T) {
	w := newWorld(t)
	w.flush()
	used := false
	load := func(doc []byte) (*flows.Procedure, error) {
		used = true
		return w.load(doc)
	}
	for _, at := range []int{0, 1, 100, 1000} {
		_, err := run.Resume(context.Background(), w.env, flipped{w.store, at}, w.ID(), load)
		var r *flows.Refusal
		if !errors.Is(err, flows.ErrDamaged) || !errors.As(err, &r) || r.Message.Code != "refuse.procedure_changed" || !strings.Contains(r.Message.String(), w.ID()) || used {
			t.Errorf("a bit at %d: %v, used %v", at, err, used)
		}
	}
	if _, err := run.Resume(context.Background(), w.env, w.store, w.ID(), load); err != nil || !used {
		t.Errorf("as it was stored: %v", err)
	}
}

// TestVerifyNamesAnotherProcedure holds that a header that names another
// procedure than the one by which the run began is a fault.
func TestVerifyNamesAnotherProcedure(t *testing.T) {
	w := newWorld(t)
	w.flush()
	h, err := w.store.Header(context.Background(), w.ID())
	if err != nil {
		t.Fatal(err)
	}
	events, err := w.store.Events(context.Background(), w.ID(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if v := run.Verify(h, events); !v.Intact {
		t.Errorf("as it was written: %+v", v.Fault)
	}
	h.Digest = strings.Repeat("0", 64)
	if v := run.Verify(h, events); v.Intact || v.Fault.Seq != 1 || v.Fault.What.Code != "chain.procedure" {
		t.Errorf("another procedure: %+v", v)
	}
}
