package outside

import (
	"slices"
	"testing"

	"lotse/flows/check"
	"lotse/flows/run"
)

// TestTheFaultOfASecret: a fault of a credential holds for the secret that was
// first asked with; any other holds until it is taken back.
func TestTheFaultOfASecret(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		check, fault, param string
		heals               bool
	}{
		{"teccom.token", "secret-refused", "client_secret", true},
		{"oauth2.token", "secret-refused", "client_secret", true},
		{"techdata.api", "secret-refused", "client_secret", true},
		{"oauth2.token", "bidi", "client_secret", true},
		{"rackbeat.self", "key-refused", "key", true},
		{"rackbeat.registers", "key-refused", "key", true},
		{"rackbeat.self", "scope-missing", "key", true},
		{"oauth2.token", "scope-missing", "client_secret", false},
		{"oauth2.token", "503", "client_secret", false},
		{"oauth2.token", "403-page", "client_secret", false},
		{"oauth2.token", "client-unknown", "client_secret", false},
		{"techdata.api", "soin-refused", "client_secret", false},
		{"rackbeat.self", "certificate-untrusted", "key", false},
	} {
		asked := func(f Faults, mark string) bool {
			q := &check.Request{Check: tc.check, Mode: run.Rehearsal, Inputs: []run.CheckInput{{Param: tc.param, Fingerprint: mark}}}
			f.bindSecrets(q)
			return slices.Contains(f.active(q), tc.fault)
		}
		f := Faults{}
		f.Add(tc.check, tc.fault)
		if !f.Known(tc.check, tc.fault) {
			t.Fatalf("%s has no %s", tc.check, tc.fault)
		}
		if !asked(f, "") || !asked(f, "k1-first") {
			t.Errorf("%s=%s does not go wrong", tc.check, tc.fault)
		}
		f = readFaults(f.String())
		if got := !asked(f, "k1-other"); got != tc.heals {
			t.Errorf("%s=%s with another secret: heals %v, want %v", tc.check, tc.fault, got, tc.heals)
		}
		if !asked(f, "k1-first") {
			t.Errorf("%s=%s: the secret that was refused is taken", tc.check, tc.fault)
		}
	}
}
