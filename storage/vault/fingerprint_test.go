package vault

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

func TestFingerprints(t *testing.T) {
	m, c, dir := newMemory(), newChain(), t.TempDir()
	mark := func(v *Vault, runID, field, value string) string {
		t.Helper()
		s, err := v.Seal(t.Context(), run.Real, runID, field, origin, secret(value))
		if err != nil {
			t.Fatal(err)
		}
		return s.Fingerprint
	}
	v := quick(Options{Dir: dir, Settings: m, Keychain: c})
	first := mark(v, "run-1", "client_secret", "s3cret")
	if !regexp.MustCompile(`^k1-[a-z2-7]{8}$`).MatchString(first) {
		t.Errorf("fingerprint %q", first)
	}
	if mark(v, "run-1", "password", "s3cret") != first {
		t.Error("the same secret in another field has another fingerprint")
	}
	if mark(v, "run-1", "client_secret", "s3creu") == first {
		t.Error("another secret has the same fingerprint")
	}
	if mark(v, "run-2", "client_secret", "s3cret") == first {
		t.Error("another run has the same fingerprint: it is not keyed")
	}

	later := quick(Options{Dir: dir, Settings: m, Keychain: c})
	if got := mark(later, "run-1", "client_secret", "s3cret"); got != first {
		t.Errorf("a later program with a keychain gives %s, want %s", got, first)
	}
	if v := m.values[RunSetting("run-1")]; v == "" {
		t.Error("RunSetting does not name the setting")
	}
}

func TestFingerprintsTakeANewKeyRatherThanAsk(t *testing.T) {
	m, dir := filed(t)
	marks := []string{}
	for range 3 {
		a := &asker{}
		v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
		marks = append(marks, mustSeal(t, v, run.Real, "s3cret").Fingerprint, mustSeal(t, v, run.Real, "s3cret").Fingerprint)
		if len(a.prompts) != 0 {
			t.Errorf("sealing asked %q", a.prompts)
		}
	}
	for i, want := range []string{"k1-", "k1-", "k2-", "k2-", "k3-", "k3-"} {
		if marks[i][:3] != want {
			t.Fatalf("fingerprints %q: number %d is not of epoch %s", marks, i, want)
		}
	}
	if marks[0] != marks[1] || marks[2] != marks[3] || marks[1][3:] == marks[2][3:] {
		t.Errorf("fingerprints %q", marks)
	}

	unlocked := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if err := unlocked.Unlock(t.Context(), secret("correct horse")); err != nil {
		t.Fatal(err)
	}
	if got := mustSeal(t, unlocked, run.Real, "s3cret").Fingerprint; got != marks[5] {
		t.Errorf("an unlocked vault gives %s, want %s", got, marks[5])
	}
}

func TestFingerprintsOfALockedKeychain(t *testing.T) {
	m, c, dir := newMemory(), newChain(), t.TempDir()
	mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: c}), run.Real, "s3cret")
	c.locked = true
	gets := c.count("get")
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: c}), run.Real, "s3cret")
	if s.Fingerprint[:3] != "k2-" || c.count("get") != gets {
		t.Errorf("fingerprint %s after %d reads of a locked keychain, which asks", s.Fingerprint, c.count("get")-gets)
	}
}

func TestDamagedFingerprintKeys(t *testing.T) {
	for stored, want := range map[string]string{
		"nonsense": "k2-", "": "k1-", "7:": "k8-", "7:%%%": "k8-", "-3:AAAA": "k2-", "99999999999999999999:AAAA": "k2-", "4:AAAA": "k5-",
	} {
		m := newMemory()
		m.values[RunSetting("run-1")] = stored
		s := mustSeal(t, quick(Options{Dir: t.TempDir(), Settings: m, Keychain: newChain()}), run.Real, "s3cret")
		if s.Fingerprint[:3] != want {
			t.Errorf("key %q in the settings: fingerprint %s, want %s", stored, s.Fingerprint, want)
		}
	}
	m := newMemory()
	m.fail[RunSetting("run-1")] = flows.ErrFull
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: newChain()})
	if _, err := v.Seal(t.Context(), run.Real, "run-1", "f", "", secret("x")); !errors.Is(err, flows.ErrFull) {
		t.Errorf("a key that cannot be kept: %v", err)
	}
	one, other := newMemory(), newMemory() // a key that was copied to another run
	c, dir := newChain(), t.TempDir()
	v = quick(Options{Dir: dir, Settings: one, Keychain: c})
	mustSeal(t, v, run.Real, "s3cret")
	for key, value := range one.values {
		other.values[key] = value
	}
	other.values[RunSetting("run-2")] = one.values[RunSetting("run-1")]
	s, err := quick(Options{Dir: dir, Settings: other, Keychain: c}).Seal(t.Context(), run.Real, "run-2", "f", "", secret("x"))
	if err != nil || s.Fingerprint[:3] != "k2-" {
		t.Errorf("another run's key: %s, %v", s.Fingerprint, err)
	}
}

// TestFingerprintsFromElsewhere: what is sealed here after a run came from elsewhere
// has a fingerprint that none made there can be taken for.
func TestFingerprintsFromElsewhere(t *testing.T) {
	m, c, dir := newMemory(), newChain(), t.TempDir()
	open := func() *Vault { return quick(Options{Dir: dir, Settings: m, Keychain: c}) }
	foreign := func(prints ...string) {
		t.Helper()
		if err := open().Foreign(t.Context(), "run-1", prints); err != nil {
			t.Fatal(err)
		}
	}
	mark := func(runID string) string {
		t.Helper()
		s, err := open().Seal(t.Context(), run.Real, runID, "client_secret", origin, secret("s3cret"))
		if err != nil {
			t.Fatal(err)
		}
		return s.Fingerprint[:3]
	}
	foreign("k1-abcdefgh", "k3-abcdefgh", "", "k-x", "k99999999999-x", "k-4-x", "whatever")
	foreign("k2-abcdefgh")
	if got := mark("run-1"); got != "k4-" {
		t.Errorf("the first fingerprint here begins with %s", got)
	}
	if got := mark("run-2"); got != "k1-" {
		t.Errorf("that of another run begins with %s", got)
	}
	foreign("k7-abcdefgh")
	if got := mark("run-1"); got != "k4-" {
		t.Errorf("with the key that is here it begins with %s", got)
	}
	m.values[RunSetting("run-1")] = "4:damaged"
	if got := mark("run-1"); got != "k8-" {
		t.Errorf("with the next key it begins with %s", got)
	}
}

// TestFingerprintsOnAServer: the key of a run's fingerprints lies in the person's folder.
// One that lies on the server, put there by whoever runs it, is not used and is cleared.
func TestFingerprintsOnAServer(t *testing.T) {
	m, c, dir := newMemory(), newChain(), t.TempDir()
	mark := func(dir string) string {
		t.Helper()
		s, err := quick(Options{Dir: dir, Settings: m, Keychain: c, Remote: "postgres://anna@db.example.org/team"}).Seal(t.Context(), run.Real, "run-1", "f", origin, secret("s3cret"))
		if err != nil {
			t.Fatal(err)
		}
		return s.Fingerprint
	}
	first := mark(dir)
	if !strings.HasPrefix(first, "k1-") || m.values[RunSetting("run-1")] != "" {
		t.Errorf("fingerprint %s, on the server %q", first, m.values[RunSetting("run-1")])
	}
	if again := mark(dir); again != first {
		t.Errorf("a later program gives %s, want %s", again, first)
	}
	to, err := age.ParseX25519Recipient(m.values[recipientSetting])
	if err != nil {
		t.Fatal(err)
	}
	planted, err := seal(to, binding{Use: useKey, Run: "run-1", Field: useKey}, make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	mac := hmac.New(sha256.New, make([]byte, 32))
	mac.Write([]byte("s3cret"))
	guessed := lower32(mac.Sum(nil))[:8]
	m.values[RunSetting("run-1")] = joinKey(3, planted)
	if got := mark(dir); got != first {
		t.Errorf("with a key on the server, %s, want %s", got, first)
	}
	own, err := os.ReadDir(filepath.Join(dir, "fingerprints"))
	if err != nil || len(own) != 1 {
		t.Fatalf("%v, %v", own, err)
	}
	if err := os.Remove(filepath.Join(dir, "fingerprints", own[0].Name())); err != nil {
		t.Fatal(err)
	}
	next := mark(dir)
	if !strings.HasPrefix(next, "k4-") || strings.HasSuffix(next, guessed) || m.values[RunSetting("run-1")] != "" {
		t.Errorf("with a key on the server alone, %s; left there: %q", next, m.values[RunSetting("run-1")])
	}
	if err := os.Remove(filepath.Join(dir, "fingerprints", own[0].Name())); err != nil {
		t.Fatal(err)
	}
	if got := mark(dir); !strings.HasPrefix(got, "k5-") {
		t.Errorf("another machine gives %s, which may be taken for one of the first", got)
	}
}
