package vault

import (
	"errors"
	"os"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestSealFor: what is sealed for others as well opens for each of them, and for nobody else.
func TestSealFor(t *testing.T) {
	erika, ben, cleo := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()}), newIdentity(t), newIdentity(t)
	s, err := erika.SealFor(t.Context(), run.Real, "run-1", "client_secret", origin, secret("s3cret"), []string{ben.Recipient().String(), ben.Recipient().String()})
	if err != nil {
		t.Fatal(err)
	}
	mustOpen(t, erika, run.Real, s, "s3cret")
	want := binding{Use: useSecret, Run: s.Run, Field: s.Field, Origin: s.Origin}
	if got, err := unseal(ben, want, s.Blob); err != nil || string(got) != "s3cret" {
		t.Errorf("for ben: %v", err)
	}
	if _, err := unseal(cleo, want, s.Blob); err == nil {
		t.Error("it opens for cleo")
	}
	if _, err := erika.SealFor(t.Context(), run.Real, "run-1", "client_secret", origin, secret("s3cret"), []string{"ben"}); !is(err, "vault.no_recipient") {
		t.Errorf("for no key: %v", err)
	}
}

// TestSealAnew: a secret opens for each to whom it is sealed, for its owner too, and for
// nobody who was left out; it stays bound to its place.
func TestSealAnew(t *testing.T) {
	erika, _ := installation(t)
	anna, annaKey := installation(t)
	ben, benKey := installation(t)
	kept := mustSeal(t, erika, run.Real, "s3cret")
	shared := func(members []string, keys ...string) run.Sealed {
		t.Helper()
		blob, err := erika.SealAnew(t.Context(), run.Real, kept, keys)
		if err != nil {
			t.Fatal(err)
		}
		s := kept
		s.Blob = blob
		mustOpen(t, erika, run.Real, s, "s3cret")
		s.By, s.For = "erika", members
		return s
	}
	of := func(me string, s run.Sealed) run.Sealed {
		s.Me = me
		return s
	}
	both := shared([]string{"anna", "ben"}, annaKey, benKey, annaKey)
	mustOpen(t, anna, run.Real, of("anna", both), "s3cret")
	mustOpen(t, ben, run.Real, of("ben", both), "s3cret")
	moved := of("anna", both)
	moved.Field = "other"
	if _, err := anna.Open(t.Context(), run.Real, moved); !is(err, Elsewhere) {
		t.Errorf("in another field: %v", err)
	}
	one := shared([]string{"ben"}, benKey)
	mustOpen(t, ben, run.Real, of("ben", one), "s3cret")
	one.For = append(one.For, "anna") // whatever the server says
	if _, err := anna.Open(t.Context(), run.Real, of("anna", one)); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("without anna: %v", err)
	}
	if _, err := erika.SealAnew(t.Context(), run.Real, kept, []string{"anna"}); !is(err, "vault.no_recipient") {
		t.Errorf("to no key: %v", err)
	}
}

// TestOthers: what only a colleague can open is said with who, and no passphrase is asked
// for it.
func TestOthers(t *testing.T) {
	m, dir := filed(t)
	a := &asker{}
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
	s := run.Sealed{Run: "ab12", Field: "key", Blob: []byte("age"), By: "erika", For: []string{"ben"}, Me: "anna"}
	_, err := v.Open(t.Context(), run.Real, s)
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Kind != flows.ErrDenied || r.Message.Code != Others || len(a.prompts) > 0 {
		t.Fatalf("%v, asked %q", err, a.prompts)
	}
	for name, want := range map[string]string{"by": "erika", "can": "erika, ben", "me": "anna", "run": "ab12", "field": "key"} {
		if got, _ := r.Message.Arg(name); got != want {
			t.Errorf("%s is %v", name, got)
		}
	}
	s.For = []string{"anna"}
	if _, err := v.Open(t.Context(), run.Rehearsal, s); !is(err, Others) {
		t.Errorf("of a rehearsal: %v", err)
	}
}

// TestRemoteSettings: where the settings lie with others, no private key is among them.
func TestRemoteSettings(t *testing.T) {
	m, dir := newMemory(), t.TempDir()
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Remote: "db"})
	s := mustSeal(t, v, run.Rehearsal, "s3cret")
	mustOpen(t, quick(Options{Dir: dir, Settings: m, Keychain: absent(), Remote: "db"}), run.Rehearsal, s, "s3cret")
	for name, value := range m.values {
		if strings.Contains(strings.ToUpper(value), "AGE-SECRET-KEY") {
			t.Errorf("the setting %s is a private key", name)
		}
	}
	at, err := os.Stat(v.rehearsalPath())
	if err != nil || at.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v, %v", at, err)
	}
}
