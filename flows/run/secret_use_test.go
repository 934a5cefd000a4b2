package run_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// uses are the uses of secrets that the run's log holds.
func (w *world) uses() []run.SecretUsed {
	w.t.Helper()
	var all []run.SecretUsed
	for _, e := range w.Events() {
		if e.Kind != run.EventSecretUsed {
			continue
		}
		p, err := e.Payload()
		if err != nil {
			w.t.Fatal(err)
		}
		all = append(all, *p.(*run.SecretUsed))
	}
	return all
}

// TestEachUseIsLogged: every use is an event of its own, the same twice too, and
// it changes nothing: no completed step is to be looked at again, and undo still
// takes back the answer before it.
func TestEachUseIsLogged(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")})
	before := w.step("base").State
	use := run.UseSecret{At: flows.At("pass"), Secret: "s1", Purpose: run.SecretCopied}
	if out := w.must(use, use); len(out.Ripple) > 0 || len(out.Events) != 2 || out.Events[0].By != "Kim" || out.Events[0].Step != "base" {
		t.Errorf("two uses give %+v", out)
	}
	w.must(run.UseSecret{At: flows.At("base.pass"), Secret: "s1", Purpose: run.SecretHandedOver, To: "amber\ncanoe"})
	want := []run.SecretUsed{{Item: "base.pass", Secret: "s1", Purpose: run.SecretCopied}, {Item: "base.pass", Secret: "s1", Purpose: run.SecretCopied}, {Item: "base.pass", Secret: "s1", Purpose: run.SecretHandedOver, To: "amber canoe"}}
	if got := w.uses(); !slices.Equal(got, want) {
		t.Errorf("the log holds %+v, want %+v", got, want)
	}
	if got := w.step("base").State; got != before {
		t.Errorf("the step was %s and is %s", before, got)
	}
	w.wantSame()
	w.must(run.Undo{})
	if w.item("base.pass").SecretID != "" {
		t.Error("undo did not take the secret back")
	}
	w.wantSame()
}

// TestAUseOfWhatWasNeverKeptIsRefused, and with it what is no secret or no use.
func TestAUseOfWhatWasNeverKeptIsRefused(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	use := func(item, id string, p run.SecretPurpose) run.UseSecret {
		return run.UseSecret{At: flows.At(item), Secret: id, Purpose: p}
	}
	w.refused(flows.ErrNotFound, use("pass", "s1", run.SecretCopied))
	w.refused(flows.ErrNotFound, use("pass", "", run.SecretCopied))
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")})
	w.refused(flows.ErrNotFound, use("pass", "s2", run.SecretCopied))
	w.refused(flows.ErrNotFound, use("pass", "", run.SecretCopied))
	w.refused(flows.ErrUsage, use("pass", "s1", "whispered"))
	w.refused(flows.ErrUsage, use("pass", "s1", ""))
	w.refused(flows.ErrUsage, use("name", "s1", run.SecretCopied))
	w.refused(flows.ErrNotFound, use("nowhere", "s1", run.SecretCopied))
}

// TestAUseIsLoggedWhateverBecameOfTheSecret: it was replaced or cleared in the
// meantime, or the run was given up.
func TestAUseIsLoggedWhateverBecameOfTheSecret(t *testing.T) {
	use := run.UseSecret{At: flows.At("pass"), Secret: "s1", Purpose: run.SecretRevealed}
	for name, meanwhile := range map[string]func(*world) run.Command{
		"replaced": func(w *world) run.Command { return run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s2")} },
		"cleared":  func(*world) run.Command { return run.SetSecret{At: flows.At("pass")} },
		"given up": func(*world) run.Command { return run.Abandon{Outcome: "gone", Why: "Sold"} },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(applies...)
			w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")})
			w.flush()
			other := w.resume()
			w.must(meanwhile(w))
			w.flush()
			other.must(use)
			if lost, err := other.Reload(t.Context()); err != nil || len(lost) > 0 || len(other.uses()) != 1 {
				t.Errorf("lost %v, %v; uses %+v", lost, err, other.uses())
			}
			other.flush()
			other.wantSame()
		})
	}
}

// TestErasingASecretKeepsItsUses: who has seen it stays on record, and nothing
// of the value with it.
func TestErasingASecretKeepsItsUses(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	sealed := w.sealed("s1")
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: sealed}, run.UseSecret{At: flows.At("pass"), Secret: "s1", Purpose: run.SecretRevealed})
	w.flush()
	if _, err := w.Redact(t.Context(), flows.At("pass"), "asked for"); err != nil {
		t.Fatal(err)
	}
	if got := w.uses(); len(got) != 1 {
		t.Errorf("the log holds %+v", got)
	}
	all, err := json.Marshal(w.Events())
	if err != nil || sealed.Fingerprint == "" || strings.Contains(string(all), sealed.Fingerprint) {
		t.Errorf("the events still hold the fingerprint %q, %v", sealed.Fingerprint, err)
	}
	w.wantSame()
}
