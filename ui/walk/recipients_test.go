package walk

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestWhoLosesASecret: for whom a new value does not open as the old one did is said when
// it is sealed.
func TestWhoLosesASecret(t *testing.T) {
	for _, lost := range [][]string{nil, {"Ben", "Cleo"}} {
		r := newRig(t, page(), 1)
		key := secretsOf(r)[0]
		r.SecretAt(key, run.NewSecret([]byte("hunter2")), Stay)
		set, err := r.s.Seal(t.Context(), r.vault, key, "", run.NewSecret([]byte("hunter2")))
		if err != nil {
			t.Fatal(err)
		}
		set.Lost = lost
		turn := r.Sealed(set, nil)
		if says := slices.ContainsFunc(turn.Tell, func(m flows.Message) bool { return m.Code == "team.sealed_without" }); says != (lost != nil) || !turn.Done {
			t.Errorf("without %v: %+v", lost, turn)
		}
	}
}
