package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

const (
	harbourHost = "https://harbour.example:443"
	otherHost   = "https://elsewhere.example:443"
)

// origins are what the secret of the world's check may be sent to.
func (w *world) origins() []string {
	w.t.Helper()
	for _, in := range w.inputs(flows.At("compare.all")) {
		if in.Param == "key" {
			return in.Origins
		}
	}
	w.t.Fatal("the check reads no key")
	return nil
}

// sentTo is a result of a check that sent the secret, or kept it back.
func sentTo(secret, origin string, bound ...string) run.RecordCheck {
	return run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "passed", Secrets: []run.SecretTo{{Item: flows.At("base.key"), Secret: secret, Origin: origin, Bound: bound}}}}
}

// lastKinds are the kinds of the last events.
func (w *world) lastKinds(n int) []run.EventKind {
	var all []run.EventKind
	for _, e := range w.Events()[len(w.Events())-n:] {
		all = append(all, e.Kind)
	}
	return all
}

// TestTheFirstHostBindsASecret: of one that is bound to none, the first origin
// that it was sent to is an event of its own, before the result; the same once
// more is none, and one that was kept back binds nothing.
func TestTheFirstHostBindsASecret(t *testing.T) {
	w := gauged(t)
	if got := w.origins(); len(got) > 0 {
		t.Errorf("it is bound to %v before it was sent", got)
	}
	w.must(sentTo("s1", harbourHost))
	if got := w.lastKinds(2); !slices.Equal(got, []run.EventKind{run.EventSecretUsed, run.EventChecked}) {
		t.Errorf("events %v", got)
	}
	if got := w.uses(); len(got) != 1 || got[0] != (run.SecretUsed{Item: "base.key", Secret: "s1", Purpose: run.SecretChecked, To: harbourHost}) {
		t.Errorf("uses %+v", got)
	}
	w.must(sentTo("s1", harbourHost), sentTo("s1", otherHost, harbourHost))
	if got := w.origins(); !slices.Equal(got, []string{harbourHost}) || len(w.uses()) != 1 {
		t.Errorf("bound to %v, uses %+v", got, w.uses())
	}
	w.wantSame()
	if got := w.resume().origins(); !slices.Equal(got, []string{harbourHost}) {
		t.Errorf("read again it is bound to %v", got)
	}
}

// TestAPersonAllowsAnotherHost once, and it holds; a new secret begins anew, and
// taking it back brings the old one's hosts back.
func TestAPersonAllowsAnotherHost(t *testing.T) {
	w := gauged(t)
	w.must(sentTo("s1", harbourHost))
	allow := run.UseSecret{At: flows.At("key"), Secret: "s1", Purpose: run.SecretChecked, To: otherHost}
	w.must(allow, allow)
	if got := w.origins(); !slices.Equal(got, []string{harbourHost, otherHost}) || len(w.uses()) != 2 {
		t.Errorf("bound to %v, uses %+v", got, w.uses())
	}
	w.must(run.SetSecret{At: flows.At("key"), Sealed: w.sealed("s2")})
	if got := w.origins(); len(got) > 0 {
		t.Errorf("a new secret is bound to %v", got)
	}
	w.must(run.Undo{})
	if got := w.origins(); !slices.Equal(got, []string{harbourHost, otherHost}) {
		t.Errorf("taken back, it is bound to %v", got)
	}
	w.wantSame()
}

// TestASecretIsBoundWhenItIsEntered, where the host is known by then: sending it
// there is nothing new.
func TestASecretIsBoundWhenItIsEntered(t *testing.T) {
	w := gauged(t)
	set, err := w.Seal(t.Context(), sealer{w: w}, flows.At("key"), harbourHost, run.NewSecret([]byte("hunter2")))
	if err != nil || set.Sealed.Origin != harbourHost {
		t.Fatalf("sealed for %q, %v", set.Sealed.Origin, err)
	}
	w.must(set)
	if got := w.origins(); !slices.Equal(got, []string{harbourHost}) {
		t.Errorf("bound to %v", got)
	}
	w.must(sentTo(set.Sealed.ID, harbourHost))
	if len(w.uses()) > 0 {
		t.Errorf("uses %+v", w.uses())
	}
	w.wantSame()
}

// A copy of what may be sent where is a copy.
func TestOriginsAreACopy(t *testing.T) {
	w := gauged(t)
	w.must(sentTo("s1", harbourHost))
	w.origins()[0] = otherHost
	if got := w.origins(); got[0] != harbourHost {
		t.Errorf("bound to %v", got)
	}
}
