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

// TestVerifyNamesAnotherBegin holds that a header that names another procedure
// or customer than those with which the run began is a fault.
func TestVerifyNamesAnotherBegin(t *testing.T) {
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
	for what, tc := range map[string]struct {
		change func(h *run.Header)
		code   string
	}{
		"the digest of another procedure":  {func(h *run.Header) { h.Digest = strings.Repeat("0", 64) }, "chain.procedure"},
		"the name of another procedure":    {func(h *run.Header) { h.Procedure += "s" }, "chain.procedure"},
		"another version of the procedure": {func(h *run.Header) { h.ProcedureVersion++ }, "chain.procedure"},
		"another mode":                     {func(h *run.Header) { h.Mode = "seal" }, "chain.mode"},
		"another customer":                 {func(h *run.Header) { h.Customer = run.Customer{ID: "c2", Name: "Nordkai Oy"} }, "chain.customer"},
		"another name of the customer":     {func(h *run.Header) { h.Customer.Name = "Muster AG" }, "chain.customer"},
	} {
		other := h
		tc.change(&other)
		if v := run.Verify(other, events); v.Intact || v.Fault.Seq != 1 || v.Fault.What.Code != tc.code {
			t.Errorf("%s: %+v", what, v)
		}
	}
	h.Customer.ID = "c7" // the run came from elsewhere, where the customer has another id
	if v := run.Verify(h, events); !v.Intact {
		t.Errorf("the same customer by another id: %+v", v.Fault)
	}
}
