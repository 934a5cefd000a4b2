package vault

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// printed makes a recovery identity and gives what was shown of it.
func printed(t *testing.T, v *Vault) string {
	t.Helper()
	text := ""
	if err := v.MakeRecovery(t.Context(), func(s run.Secret) error { text = string(s.Reveal()); return nil }); err != nil {
		t.Fatal(err)
	}
	return text
}

// holds reports whether a text stands in the settings or in a file of the folder.
func holds(t *testing.T, m *memory, dir, text string) bool {
	t.Helper()
	for _, value := range m.values {
		if strings.Contains(value, text) {
			return true
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(text)) {
			return true
		}
	}
	return false
}

// The printed identity brings everything back, whatever was lost and wherever
// the key goes then; what was sealed before it was made, too.
func TestRecover(t *testing.T) {
	for _, to := range []run.VaultPlace{run.FilePlace, run.KeychainPlace} {
		for _, lost := range []string{"passphrase", "file", "cut"} {
			m, dir := filed(t)
			v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
			before := mustSeal(t, v, run.Real, "before")
			if err := v.Unlock(t.Context(), secret("correct horse")); err != nil {
				t.Fatal(err)
			}
			paper := printed(t, v)
			if !strings.HasPrefix(paper, "AGE-SECRET-KEY-1") || len(paper) != keyLength || holds(t, m, dir, paper[20:]) {
				t.Fatal("the recovery identity is none, or is kept")
			}
			after := mustSeal(t, v, run.Real, "after")
			typed, err := v.SealUnsaved(t.Context(), run.Real, "run-1", "f", secret("typed"))
			if err != nil {
				t.Fatal(err)
			}
			switch lost {
			case "file":
				put(t, v.Path(), nil)
			case "cut":
				put(t, v.Path(), []byte("age-encryption.org/v1\n"))
			}
			c := newChain()
			later := quick(Options{Dir: dir, Settings: m, Keychain: c})
			old, err := later.Recover(t.Context(), secret(" "+strings.ToLower(paper[:40])+"\n"+paper[40:]+"\n"), to, secret("a new one"))
			if err != nil || (old != "") != (to == run.FilePlace && lost != "file") {
				t.Fatalf("%s lost, to the %s: %v, kept %q", lost, to, err, old)
			}
			name := fmt.Sprintf("%s lost, to the %s", lost, to)
			again := quick(Options{Dir: dir, Settings: m, Keychain: c})
			st, err := again.State(t.Context())
			if err != nil || st.Place != to || st.Recovery == "" {
				t.Errorf("%s: state %+v, %v", name, st, err)
			}
			if to == run.FilePlace {
				if err := again.Unlock(t.Context(), secret("correct horse")); !is(err, WrongPassphrase) {
					t.Errorf("%s: the old passphrase: %v", name, err)
				}
			}
			if err := again.Unlock(t.Context(), secret("a new one")); err != nil {
				t.Errorf("%s: the new passphrase: %v", name, err)
			}
			mustOpen(t, again, run.Real, before, "before")
			mustOpen(t, again, run.Real, after, "after")
			mustOpen(t, again, run.Real, mustSeal(t, again, run.Real, "new"), "new")
			if back, err := again.OpenUnsaved(t.Context(), run.Real, "run-1", "f", typed); err != nil || string(back.Reveal()) != "typed" {
				t.Errorf("%s: unsaved input: %v", name, err)
			}
			if mark := mustSeal(t, again, run.Real, "after").Fingerprint; mark != after.Fingerprint {
				t.Errorf("%s: the same secret has the fingerprint %s, and had %s", name, mark, after.Fingerprint)
			}
		}
	}
}

// With the printed identity alone, age opens what was sealed since.
func TestAgeAloneOpensByTheRecoveryIdentity(t *testing.T) {
	m, c := newMemory(), newChain()
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c})
	before := mustSeal(t, v, run.Real, "s3cret")
	paper, err := age.ParseX25519Identity(printed(t, v))
	if err != nil {
		t.Fatal(err)
	}
	after := mustSeal(t, v, run.Real, "s3cret")
	practice := mustSeal(t, v, run.Rehearsal, "practice")
	for name, blob := range map[string][]byte{"a secret from before": before.Blob, "a rehearsal's secret": practice.Blob} {
		if _, err := age.Decrypt(bytes.NewReader(blob), paper); err == nil {
			t.Errorf("%s is sealed to the recovery identity", name)
		}
	}
	value, err := unseal(paper, binding{Use: useSecret, Run: "run-1", Field: "client_secret", Origin: origin}, after.Blob)
	if err != nil || string(value) != "s3cret" {
		t.Errorf("the recovery identity does not open it: %v", err)
	}
	mustOpen(t, v, run.Real, after, "s3cret")
}

// What is refused changes nothing and repeats nothing that was given.
func TestRecoverRefuses(t *testing.T) {
	m, dir := filed(t)
	a := &asker{answers: []string{"correct horse"}}
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
	if _, err := v.Recover(t.Context(), secret("x"), run.FilePlace, secret("a new one")); !is(err, "vault.no_recovery") {
		t.Errorf("without a recovery identity: %v", err)
	}
	gone := errors.New("the paper is out")
	if err := v.MakeRecovery(t.Context(), func(run.Secret) error { return gone }); !errors.Is(err, gone) || m.values[recoverySetting] != "" || m.values[escrowSetting] != "" {
		t.Errorf("one that was not printed counts: %v", err)
	}
	if len(a.prompts) != 1 || !a.cleared() {
		t.Errorf("prompts %q", a.prompts)
	}
	paper := printed(t, v)
	if err := v.MakeRecovery(t.Context(), func(run.Secret) error { return nil }); !is(err, "vault.recovery_exists") {
		t.Errorf("a second one: %v", err)
	}
	file, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	other, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	mistyped := []byte(paper)
	mistyped[30] = map[bool]byte{true: 'P', false: 'Q'}[paper[30] == 'Q']
	for name, c := range map[string]struct{ given, passphrase, code string }{
		"mistyped":           {string(mistyped), "a new one", "vault.recovery_mistyped"},
		"cut":                {paper[:60], "a new one", "vault.recovery_mistyped"},
		"empty":              {"", "a new one", "vault.recovery_mistyped"},
		"another's":          {other.String(), "a new one", "vault.recovery_other"},
		"a short passphrase": {paper, "short", "refuse.passphrase_short"},
	} {
		old, err := v.Recover(t.Context(), secret(c.given), run.FilePlace, secret(c.passphrase))
		if !is(err, c.code) || old != "" || c.given != "" && strings.Contains(err.Error(), c.given) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	if after, err := os.ReadFile(v.Path()); err != nil || !bytes.Equal(after, file) {
		t.Error("the file changed")
	}
	m.values[placeSetting] = string(run.KeychainPlace) // the file is another database's
	if _, err := v.Recover(t.Context(), secret(paper), run.FilePlace, secret("a new one")); !is(err, "vault.file_foreign") {
		t.Errorf("over another's file: %v", err)
	}
	for _, damaged := range []string{"%%%", "AAAA", ""} {
		m.values[escrowSetting] = damaged
		if _, err := v.Recover(t.Context(), secret(paper), run.FilePlace, secret("a new one")); !errors.Is(err, flows.ErrDamaged) {
			t.Errorf("setting %q: %v", damaged, err)
		}
	}
}
