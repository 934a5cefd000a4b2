package vault

import (
	"bytes"
	"errors"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// refuses checks that a vault seals nothing and says so wherever it is asked.
func refuses(t *testing.T, name string, v *Vault) {
	t.Helper()
	_, sealing := v.Seal(t.Context(), run.Real, "run-1", "client_secret", origin, secret("s3cret"))
	_, typing := v.SealUnsaved(t.Context(), run.Real, "run-1", "client_secret", secret("s3c"))
	_, state := v.State(t.Context())
	_, ready := v.Prepare(t.Context(), run.Real)
	for what, err := range map[string]error{"seal": sealing, "seal unsaved": typing, "state": state, "prepare": ready} {
		var r *flows.Refusal
		if !errors.As(err, &r) {
			t.Errorf("%s, %s: %v, want a refusal", name, what, err)
		}
	}
	if _, err := v.Seal(t.Context(), run.Rehearsal, "run-2", "client_secret", origin, secret("practice")); err != nil {
		t.Errorf("%s: a rehearsal does not seal: %v", name, err)
	}
}

// seals checks that a vault seals what opens again.
func seals(t *testing.T, name string, v *Vault) {
	t.Helper()
	if _, err := v.Prepare(t.Context(), run.Real); err != nil {
		t.Errorf("%s: prepare: %v", name, err)
	}
	if _, err := v.State(t.Context()); err != nil {
		t.Errorf("%s: state: %v", name, err)
	}
	s := mustSeal(t, v, run.Real, "s3cret")
	if err := v.Unlock(t.Context(), secret("correct horse")); err != nil {
		t.Errorf("%s: unlock: %v", name, err)
	}
	mustOpen(t, v, run.Real, s, "s3cret")
}

// put puts what a test says in the place of a file; nil removes it.
func put(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if content == nil {
		return
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// strangeFiles are identity files that certainly do not open, whoever looks.
func strangeFiles(t *testing.T, good []byte) map[string][]byte {
	t.Helper()
	stranger, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	blob, err := seal(stranger.Recipient(), binding{}, []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"missing": nil, "empty": {}, "cut to 100 bytes": good[:100], "cut to its header": good[:bytes.Index(good, []byte("\n---"))+50],
		"too long": append(bytes.Clone(good), make([]byte, maxFile)...), "costly": bytes.Replace(good, []byte(" 4\n"), []byte(" 21\n"), 1),
		"sealed to a key": blob, "in clear": []byte(stranger.String() + "\n"), "text": []byte("to be filled in\n"),
	}
}

// Nothing is sealed to a key that certainly does not open.
func TestNothingIsSealedToADamagedFile(t *testing.T) {
	for _, older := range []bool{false, true} {
		m, dir := filed(t)
		v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
		good, err := os.ReadFile(v.Path())
		if err != nil {
			t.Fatal(err)
		}
		known := m.values[fileSetting]
		if older { // a database that an older version wrote
			known = ""
		}
		for name, content := range strangeFiles(t, good) {
			m.values[fileSetting] = known
			put(t, v.Path(), content)
			refuses(t, name, quick(Options{Dir: dir, Settings: m, Keychain: absent()}))
		}
		put(t, v.Path(), nil)
		if err := os.Mkdir(v.Path(), 0o700); err != nil {
			t.Fatal(err)
		}
		refuses(t, "a folder", quick(Options{Dir: dir, Settings: m, Keychain: absent()}))
		put(t, v.Path(), good)
		seals(t, "the file is back", quick(Options{Dir: dir, Settings: m, Keychain: absent()}))
		if m.values[fileSetting] == "" {
			t.Error("opening it does not note the file")
		}
	}
}

// A file that is not the one that was opened last is refused, whatever changed,
// until its passphrase opens it.
func TestAChangedFileIsSeen(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	good, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 0x01
		put(t, v.Path(), bad)
		if _, err := v.Prepare(t.Context(), run.Real); err == nil {
			t.Fatalf("flip at %d: nothing is wrong", at)
		}
	}
	_, other := filed(t)
	strange, err := os.ReadFile(other + "/identity.age")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"cut by one": good[:len(good)-1], "one more": append(bytes.Clone(good), 0), "another's": strange} {
		put(t, v.Path(), content)
		refuses(t, name, quick(Options{Dir: dir, Settings: m, Keychain: absent()}))
	}
	put(t, v.Path(), good)
	mine := m.values[recipientSetting]
	m.values[recipientSetting] = v.otherRecipient(t)
	refuses(t, "another's recipient", quick(Options{Dir: dir, Settings: m, Keychain: absent()}))
	m.values[recipientSetting] = mine
	seals(t, "as it was", v)

	anew, err := sealIdentity(v.cachedIdentity(), secret("another passphrase"), 4, v.now())
	if err != nil {
		t.Fatal(err)
	}
	put(t, v.Path(), anew)
	later := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if _, err := later.Prepare(t.Context(), run.Real); !is(err, fileChanged) {
		t.Errorf("another passphrase: %v", err)
	}
	if err := later.Unlock(t.Context(), secret("another passphrase")); err != nil {
		t.Fatal(err)
	}
	if _, err := later.Prepare(t.Context(), run.Real); err != nil {
		t.Errorf("opened, and still refused: %v", err)
	}
}

// otherRecipient is a recipient that is not this vault's.
func (v *Vault) otherRecipient(t *testing.T) string {
	t.Helper()
	m, _ := filed(t)
	return m.values[recipientSetting]
}

// A keychain that has lost the key is seen; one that only does not tell is not
// taken for it, and is not asked at each sealing.
func TestNothingIsSealedToALostEntry(t *testing.T) {
	m, c, dir := newMemory(), newChain(), t.TempDir()
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: c}), run.Real, "s3cret")
	recipient := m.values[recipientSetting]
	key := c.items[recipient]
	other, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for name, entry := range map[string]string{"damaged": "AGE-SECRET-KEY-1NONSENSE", "another's": other.String(), "empty": ""} {
		c.items[recipient] = entry
		refuses(t, name, quick(Options{Dir: dir, Settings: m, Keychain: c}))
	}
	delete(c.items, recipient)
	refuses(t, "missing", quick(Options{Dir: dir, Settings: m, Keychain: c}))
	if _, err := quick(Options{Dir: dir, Settings: m, Keychain: c}).Open(t.Context(), run.Real, s); !is(err, "vault.keychain_missing") {
		t.Errorf("open: %v", err)
	}

	for name, dumb := range map[string]*chain{"locked": {items: map[string]string{}, locked: true}, "absent": absent()} {
		v := quick(Options{Dir: dir, Settings: m, Keychain: dumb})
		for range 3 {
			mustSeal(t, v, run.Real, "s3cret")
		}
		if n := dumb.count("answers"); n > 3 { // once for the entry, twice at most for the run's fingerprint
			t.Errorf("%s: asked %d times", name, n)
		}
	}
	c.items[recipient] = key
	v := quick(Options{Dir: dir, Settings: m, Keychain: c})
	gets := c.count("get")
	for range 5 {
		mustSeal(t, v, run.Real, "s3cret")
	}
	if n := c.count("get") - gets; n > 2 {
		t.Errorf("5 sealings read the keychain %d times", n)
	}
}

// A keychain that hangs costs its limit, and not at each sealing.
func TestAHangingKeychainCostsOnce(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		c, m, free := newChain(), newMemory(), make(chan struct{})
		mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: c}), run.Real, "s3cret")
		c.before = func(call string) {
			if call == "get" {
				<-free
			}
		}
		v := New(Options{Dir: dir, Settings: m, Keychain: c})
		began := time.Now()
		for range 5 {
			mustSeal(t, v, run.Real, "s3cret")
		}
		if took := time.Since(began); took > 6*time.Second { // the entry, and the run's fingerprint
			t.Errorf("5 sealings took %s", took)
		}
		close(free)
		synctest.Wait()
		v.Lock()
	})
}
