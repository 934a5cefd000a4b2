package vault

import (
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// machine is one of a person's machines, with a vault for the database of a server.
func machine(t *testing.T, server *memory, keys *chain, answers ...string) *Vault {
	t.Helper()
	a := &asker{answers: answers}
	return quick(Options{Dir: t.TempDir(), Settings: server, Keychain: keys, Ask: a.ask, Remote: "postgres://anna@db.example.org/team"})
}

func newIdentity(t *testing.T) *age.X25519Identity {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func made(t *testing.T, v *Vault, place run.VaultPlace) {
	t.Helper()
	if _, err := v.Init(t.Context(), place, secret("correct horse")); err != nil {
		t.Fatal(err)
	}
}

func stateOf(t *testing.T, v *Vault) run.VaultState {
	t.Helper()
	s, err := v.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// recoveryFor makes a recovery identity and gives it.
func recoveryFor(t *testing.T, v *Vault) string {
	t.Helper()
	var key string
	if err := v.MakeRecovery(t.Context(), func(s run.Secret) error { key = string(s.Reveal()); return nil }); err != nil {
		t.Fatal(err)
	}
	return key
}

// TestServerDecidesNothing: whoever can change what stands on the server is not sealed to,
// and is seen.
func TestServerDecidesNothing(t *testing.T) {
	server, spy := newMemory(), newIdentity(t)
	v := machine(t, server, newChain())
	made(t, v, run.KeychainPlace)
	own := stateOf(t, v)
	if server.values[recipientSetting] != own.Recipient || own.Claimed != own.Recipient {
		t.Errorf("the server has %q, the key is %+v", server.values[recipientSetting], own)
	}
	if was, err := v.Declare(t.Context()); was != "" || err != nil {
		t.Errorf("declared over %q, %v", was, err)
	}
	if err := v.Confirm(t.Context(), "ben", own.Recipient); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{recipientSetting, recoverySetting, confirmedSetting("ben")} {
		server.values[name] = spy.Recipient().String()
	}
	s := mustSeal(t, v, run.Real, "s3cret")
	mustOpen(t, v, run.Real, s, "s3cret")
	if _, err := unseal(spy, binding{Use: useSecret, Run: s.Run, Field: s.Field, Origin: s.Origin}, s.Blob); err == nil {
		t.Error("it opens for another")
	}
	blob, err := v.SealAnew(t.Context(), run.Real, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := unseal(spy, binding{Use: useSecret, Run: s.Run, Field: s.Field, Origin: s.Origin}, blob); err == nil {
		t.Error("sealed anew it opens for another")
	}
	if key, err := v.Confirmed(t.Context(), "ben"); key != own.Recipient || err != nil {
		t.Errorf("confirmed is %q, %v", key, err)
	}
	if now := stateOf(t, v); now.Recipient != own.Recipient || now.Recovery != "" || now.Claimed != spy.Recipient().String() {
		t.Errorf("%+v", now)
	}
	if was, err := v.Declare(t.Context()); was != spy.Recipient().String() || err != nil || stateOf(t, v).Claimed != own.Recipient {
		t.Errorf("declared over %q, %v", was, err)
	}
	if err := v.Renounce(t.Context()); !is(err, Exists) {
		t.Errorf("renounced: %v", err)
	}
}

// TestAnotherMachine: no second key is made beside one that the server knows, and the one
// that is brought opens what was sealed.
func TestAnotherMachine(t *testing.T) {
	server, keys := newMemory(), newChain()
	first := machine(t, server, keys)
	made(t, first, run.KeychainPlace)
	s := mustSeal(t, first, run.Real, "s3cret")
	mustOpen(t, machine(t, server, keys), run.Real, s, "s3cret")
	sealedBy(t, machine(t, server, keys), s)

	bare, absentee := newChain(), machine(t, server, absent())
	lost := machine(t, server, bare)
	for name, do := range map[string]func() error{
		"seal":             func() error { _, err := lost.Seal(t.Context(), run.Real, "r", "f", "", secret("x")); return err },
		"prepare":          func() error { _, err := lost.Prepare(t.Context(), run.Real); return err },
		"into a keychain":  func() error { _, err := lost.Init(t.Context(), run.KeychainPlace, run.Secret{}); return err },
		"into a file":      func() error { _, err := lost.Init(t.Context(), run.FilePlace, secret("correct horse")); return err },
		"state":            func() error { _, err := lost.State(t.Context()); return err },
		"open":             func() error { _, err := lost.Open(t.Context(), run.Real, s); return err },
		"unlock":           func() error { return lost.Unlock(t.Context(), secret("correct horse")) },
		"without keychain": func() error { _, err := absentee.Init(t.Context(), run.FilePlace, secret("correct horse")); return err },
	} {
		if err := do(); !is(err, "vault.key_elsewhere") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(bare.items) != 0 || hasIdentityFile(lost.Path()) {
		t.Error("a key was made")
	}
	if err := lost.Renounce(t.Context()); err != nil {
		t.Fatal(err)
	}
	made(t, lost, run.KeychainPlace)
	if now, other := stateOf(t, lost), stateOf(t, first); now.Claimed != now.Recipient || other.Claimed == other.Recipient {
		t.Errorf("%+v beside %+v", now, other)
	}
}

// sealedBy has a vault seal something of its own first, so that it takes its identity.
func sealedBy(t *testing.T, v *Vault, s run.Sealed) {
	t.Helper()
	mustOpen(t, v, run.Real, mustSeal(t, v, run.Real, "another"), "another")
	mustOpen(t, v, run.Real, s, "s3cret")
}

// TestKeyFileBrought: the file of another machine is taken over by its passphrase; another
// file is not.
func TestKeyFileBrought(t *testing.T) {
	server := newMemory()
	first := machine(t, server, absent(), "correct horse", "correct horse")
	s := mustSeal(t, first, run.Real, "s3cret")
	file, err := os.ReadFile(first.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, keys := range []*chain{absent(), newChain()} { // one with a keychain, too
		second := machine(t, server, keys, "correct horse", "correct horse")
		if err := os.WriteFile(second.Path(), file, 0o600); err != nil {
			t.Fatal(err)
		}
		sealedBy(t, second, s)
		if len(keys.items) != 0 {
			t.Error("a second key was made")
		}
	}
	third := machine(t, server, absent(), "another one", "correct horse")
	if err := writeIdentity(third.Path(), newIdentity(t), secret("another one"), 4, third.now()); err != nil {
		t.Fatal(err)
	}
	before := maps.Clone(server.values)
	if _, err := third.Init(t.Context(), run.FilePlace, secret("another one")); !is(err, "vault.other_claim") || !maps.Equal(before, server.values) {
		t.Errorf("of another file: %v", err)
	}
}

// TestRecoverAtAnotherMachine: the printed key is enough, and what somebody else has put on
// the server in its place is not taken.
func TestRecoverAtAnotherMachine(t *testing.T) {
	server, keys := newMemory(), newChain()
	first := machine(t, server, keys)
	made(t, first, run.KeychainPlace)
	s := mustSeal(t, first, run.Real, "s3cret")
	paper := recoveryFor(t, first)
	recovery := stateOf(t, first).Recovery
	good := maps.Clone(server.values)

	again := machine(t, server, newChain())
	if _, err := again.Recover(t.Context(), secret(paper), run.KeychainPlace, run.Secret{}); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, again, run.Real, s, "s3cret")
	if now := stateOf(t, again); now.Recovery != recovery {
		t.Errorf("%+v", now)
	}
	if now := stateOf(t, sealing(t, machine(t, server, keys))); now.Recovery != recovery {
		t.Errorf("by the keychain: %+v", now)
	}

	spy := newIdentity(t)
	to, err := age.ParseX25519Recipient(recovery)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]binding{"as of old": escrow, "by another": escrowBy(spy, spy.Recipient().String())} {
		blob, err := seal(to, b, []byte(spy.String()))
		if err != nil {
			t.Fatal(err)
		}
		server.values = maps.Clone(good)
		server.values[recipientSetting], server.values[escrowSetting] = spy.Recipient().String(), base64.StdEncoding.EncodeToString(blob)
		if _, err := machine(t, server, newChain()).Recover(t.Context(), secret(paper), run.KeychainPlace, run.Secret{}); !errors.Is(err, flows.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	server.values = maps.Clone(good)
	server.values[recoverySetting] = spy.Recipient().String()
	if now := stateOf(t, sealing(t, machine(t, server, keys))); now.Recovery != "" {
		t.Errorf("another's recovery is taken: %+v", now)
	}
}

// sealing is a vault that has sealed something.
func sealing(t *testing.T, v *Vault) *Vault {
	t.Helper()
	mustSeal(t, v, run.Real, "another")
	return v
}

// TestOwnSettings: two programs that write at once lose nothing of each other's, a server
// has its own file, and a damaged one is not written over.
func TestOwnSettings(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	one := ownSettings{dir, "postgres://anna@db.example.org/one"}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if err := one.SetSetting(t.Context(), fmt.Sprint("key", i), "v"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if c, err := one.read(); err != nil || len(c.Settings) != 20 || c.Server != one.server {
		t.Fatalf("%+v, %v", c, err)
	}
	if v, err := (ownSettings{dir, "postgres://anna@db.example.org/two"}).Setting(t.Context(), "key1"); v != "" || err != nil {
		t.Errorf("another server has %q, %v", v, err)
	}
	if err := one.SetSetting(t.Context(), "key1", ""); err != nil {
		t.Fatal(err)
	}
	if c, err := one.read(); err != nil || len(c.Settings) != 19 {
		t.Errorf("%+v, %v", c, err)
	}
	for _, torn := range []string{"", "{", "{}", "[]"} {
		if err := os.WriteFile(one.path(), []byte(torn), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := one.SetSetting(t.Context(), "key1", "v"); !is(err, "vault.own_damaged") || !errors.Is(err, flows.ErrDamaged) {
			t.Errorf("over %q: %v", torn, err)
		}
		if b, err := os.ReadFile(one.path()); err != nil || string(b) != torn {
			t.Errorf("%q is %q now, %v", torn, b, err)
		}
	}
}
