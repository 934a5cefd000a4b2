package command_test

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words/wordstest"
)

// TestRunInALanguageThatIsLacking: a run whose language only its procedure has,
// since another version wrote it, is shown, told and gone on with: the procedure
// speaks as it was written, and everything that is Lotse's is English.
func TestRunInALanguageThatIsLacking(t *testing.T) {
	c := newCalls(t)
	plain := flows.Open(os.DirFS("testdata/procedures"), flows.Specs{})
	p, err := plain.Procedure("pilot")
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile("testdata/procedures/pilot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	swedish := flows.Open(fstest.MapFS{
		"pilot.yaml": {Data: document}, "pilot.sv.yaml": {Data: wordstest.Overlay(p, "sv")},
	}, flows.Specs{})
	if p, err = swedish.Procedure("pilot"); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	customer, err := c.archive.AddCustomer(ctx, run.Customer{Name: "Muster AB"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := run.Create(run.Env{Now: time.Now, Random: rand.Reader, By: "Astrid"}, c.archive, run.Start{Procedure: p, Customer: customer, Lang: "sv", Mode: run.Real})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	if s.View(time.Now()).Lang != "sv" {
		t.Fatalf("the run is in %q", s.View(time.Now()).Lang)
	}
	for _, call := range []struct {
		args []string
		want []string
	}{
		{[]string{"show", s.ID()}, []string{"Thö shïp ôf Muster AB", "Not answered yet."}},
		{[]string{"show", s.ID(), "--lang", "de"}, []string{"Schritt 1 von 4: Thö shïp ôf Muster AB"}},
		{[]string{"log", s.ID()}, []string{"was started for Muster AB."}},
		{[]string{"list"}, []string{"Thö shïp ôf Muster AB"}},
		{[]string{"set", s.ID(), "name=Aurora"}, []string{"next: ship"}},
		{[]string{"verify", s.ID()}, []string{"Unchanged: 2 events"}},
		{[]string{"lang", s.ID(), "en"}, []string{"The ship of Muster AB"}},
	} {
		code, out, talk := c.run(call.args...)
		if code != 0 {
			t.Errorf("%q: exit %d\n%s", call.args, code, talk)
		}
		for _, want := range call.want {
			if !strings.Contains(out, want) {
				t.Errorf("%q: %q is missing:\n%s", call.args, want, out)
			}
		}
	}
}
