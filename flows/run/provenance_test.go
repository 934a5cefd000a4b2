package run_test

import (
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestARunKnowsWhereItsProcedureWasTakenFrom: it stands in the first event and comes
// back with it, also where the document is read from the store; a procedure that came
// with the program leaves the event as it always was.
func TestARunKnowsWhereItsProcedureWasTakenFrom(t *testing.T) {
	for _, from := range []flows.Provenance{
		{},
		{Pack: "harbour", Version: "1.2.0", Digest: strings.Repeat("ab", 32)},
		{Path: "~/kunden/\x1b[31mMuster/harbour.yaml"},
		{Path: `C:\kunden\Muster\harbour.yaml`},
	} {
		w := newWorld(t)
		started, err := run.Create(w.env, w.store, run.Start{Procedure: w.proc.From(from), Customer: w.View(time.Time{}).Customer, Mode: run.Real, Lang: "de"})
		if err != nil {
			t.Fatal(err)
		}
		if err := started.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		s, err := run.Resume(t.Context(), w.env, w.store, started.ID(), flows.Decode)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.View(time.Time{}).Provenance; got != from || s.Procedure().Provenance != from || s.Procedure().Digest != w.proc.Digest {
			t.Errorf("%+v comes back as %+v, and of the procedure as %+v", from, got, s.Procedure().Provenance)
		}
		events := s.Events()
		if has := strings.Contains(string(events[0].Data), "provenance"); has == from.IsZero() {
			t.Errorf("the event of %+v is %s", from, events[0].Data)
		}
		said := words.Say("en", from.Message())
		if strings.Contains(said, "kunden") || strings.Contains(said, "\x1b") || (said == "") != from.IsZero() {
			t.Errorf("%+v is %q", from, said)
		}
		doc, err := w.store.Document(t.Context(), s.Procedure().Digest)
		if err != nil {
			t.Fatal(err)
		}
		c, err := run.NewCopy(w.env, events, map[string][]byte{s.Procedure().Digest: doc}, flows.Decode)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.View(time.Time{}).Provenance; got != from {
			t.Errorf("another machine gets %+v of %+v", got, from)
		}
	}
}
