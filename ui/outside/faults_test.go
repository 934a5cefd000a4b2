package outside

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/storage/storetest"
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
			f.bind(q)
			return slices.Contains(f.Active(q), tc.fault)
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

// TestTheFaultOfAValue: so does one about any other answer, and what is kept of it
// does not tell the answer.
func TestTheFaultOfAValue(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		check, fault, param string
		heals               bool
	}{
		{"mail.domain", "null-mx", "address", true},
		{"mail.domain", "mx-private", "address", true},
		{"techdata.api", "soin-refused", "soin", true},
		{"techdata.api", "client-off", "client_id", true},
		{"teccom.token", "client-unknown", "client_id", true},
		{"techdata.api", "soin-refused", "client_id", false},
		{"mail.domain", "dns-silent", "address", false},
		{"http.endpoint", "refused", "url", false},
	} {
		asked := func(f Faults, value string) bool {
			q := &check.Request{Check: tc.check, Run: "r1", Mode: run.Demo, Inputs: []run.CheckInput{{Param: tc.param, Value: value}}}
			f.bind(q)
			return slices.Contains(f.Active(q), tc.fault)
		}
		f := Faults{}
		f.Add(tc.check, tc.fault)
		if !f.Known(tc.check, tc.fault) {
			t.Fatalf("%s has no %s", tc.check, tc.fault)
		}
		if !asked(f, "first@example.org") {
			t.Errorf("%s=%s does not go wrong", tc.check, tc.fault)
		}
		if kept := f.String(); strings.Contains(kept, "first") {
			t.Errorf("kept is %s", kept)
		}
		f = readFaults(f.String())
		if got := !asked(f, "second@example.org"); got != tc.heals {
			t.Errorf("%s=%s with another %s: heals %v, want %v", tc.check, tc.fault, tc.param, got, tc.heals)
		}
		if !asked(f, "first@example.org") {
			t.Errorf("%s=%s: what was refused is taken", tc.check, tc.fault)
		}
	}
}

// TestOneFaultOfACheckIsArmed: it takes the place of the others of its check, and
// leaves those of other checks and other runs alone.
func TestOneFaultOfACheckIsArmed(t *testing.T) {
	t.Parallel()
	ctx, a := t.Context(), storetest.NewMemory()
	f := Faults{}
	for _, fault := range []string{"null-mx", "no-mail"} {
		f.Add("mail.domain", fault)
	}
	f.Add("teccom.token", "503")
	for _, id := range []string{"r1", "r2"} {
		if err := ChooseFaults(ctx, a, id, f); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct{ fault, want string }{
		{"mx-private", "mail.domain=mx-private teccom.token=503"},
		{"", "teccom.token=503"},
		{"null-mx", "mail.domain=null-mx teccom.token=503"},
	} {
		now, err := ArmFault(ctx, a, "r1", "mail.domain", tc.fault)
		kept, err2 := FaultsOf(ctx, a, "r1")
		if err != nil || err2 != nil || now.String() != tc.want || kept.String() != tc.want {
			t.Errorf("after %q: %s, kept %s, want %s (%v, %v)", tc.fault, now, kept, tc.want, err, err2)
		}
	}
	if other, err := FaultsOf(ctx, a, "r2"); err != nil || other.String() != f.String() {
		t.Errorf("the other run has %s (%v)", other, err)
	}
}
