package walk

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestOtherHostIsAskedAbout: a result that kept a secret back asks, and only the
// host's name allows it and runs the check again; what was sent, or a result that
// was not recorded, asks nothing.
func TestOtherHostIsAskedAbout(t *testing.T) {
	r := newRig(t, page(), 1)
	key := secretsOf(r)[0]
	sealed, err := r.s.Seal(t.Context(), r.vault, key, "", run.NewSecret([]byte("hunter2")))
	if err != nil {
		t.Fatal(err)
	}
	r.Record(Stay, sealed)
	to := run.SecretTo{Item: key, Secret: sealed.Sealed.ID, Origin: "https://b.example:443", Bound: []string{"https://a.example:443"}}
	check := checksOf(r)[0]
	record := func(to run.SecretTo) run.RecordCheck {
		return run.RecordCheck{At: check, Result: run.CheckResult{Status: "unknown", Finding: "other_host", Secrets: []run.SecretTo{to}}}
	}
	asked, ok := r.Checked(record(to), nil).Ask.(OtherHost)
	if !ok || asked.At != check || asked.To.Host() != "b.example" {
		t.Fatalf("it asks %+v", asked)
	}
	for _, typed := range []string{"", "yes", "a.example", "b.example.org", "b.example:443"} {
		if turn, ok := r.SendTo(asked, typed); ok || turn.Done || len(turn.Do) > 0 {
			t.Errorf("%q is taken: %+v", typed, turn)
		}
	}
	turn, ok := r.SendTo(asked, " B.example ")
	if !ok || !turn.Done || !slices.Contains(r.saved().Do, Request(RunCheck{At: check})) {
		t.Errorf("the host is not taken: %+v", turn)
	}
	e := r.s.Events()[len(r.s.Events())-1]
	if p, err := e.Payload(); err != nil || *p.(*run.SecretUsed) != (run.SecretUsed{Item: key.String(), Secret: to.Secret, Purpose: run.SecretChecked, To: to.Origin}) {
		t.Errorf("the last event is %s %s", e.Kind, e.Data)
	}
	to.Bound = nil
	if turn := r.Checked(record(to), nil); turn.Ask != nil {
		t.Errorf("a secret that was sent asks %+v", turn.Ask)
	}
	gone := record(run.SecretTo{Item: key, Secret: to.Secret, Origin: to.Origin, Bound: []string{"https://a.example:443"}})
	gone.At = flows.At("nowhere.known")
	if turn := r.Checked(gone, nil); turn.Ask != nil || !turn.Bad {
		t.Errorf("a result that cannot be recorded asks %+v", turn)
	}
}

// secretsOf and checksOf are the addresses of a run's secrets and checks.
func secretsOf(r *rig) []flows.Address {
	return addressesOf(r, func(it *flows.Item) bool { return it.Field != nil && it.Field.Type == flows.TypeSecret })
}

func checksOf(r *rig) []flows.Address {
	return addressesOf(r, func(it *flows.Item) bool { return it.Kind == flows.KindCheck })
}

func addressesOf(r *rig, is func(*flows.Item) bool) []flows.Address {
	var all []flows.Address
	for _, st := range r.s.Procedure().Steps {
		for i := range st.Items {
			if is(&st.Items[i]) {
				all = append(all, flows.Address{Step: st.ID, Item: st.Items[i].ID})
			}
		}
	}
	return all
}
