package vault

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

func TestInitIsOnceForAll(t *testing.T) {
	m, dir := newMemory(), filepath.Join(t.TempDir(), "new")
	v := quick(Options{Dir: dir, Settings: m, Keychain: newChain()})
	if st, err := v.State(t.Context()); err != nil || st.Place != run.NoPlace || st.Recipient != "" || st.Open || !st.Keychain {
		t.Errorf("state before: %+v, %v", st, err)
	}
	if err := v.Unlock(t.Context(), secret("x")); !errors.Is(err, flows.ErrNoIdentity) {
		t.Errorf("unlock before: %v", err)
	}
	if _, err := v.Init(t.Context(), run.FilePlace, run.Secret{}); err == nil {
		t.Error("made an identity under no passphrase")
	}
	if _, err := v.Init(t.Context(), "cloud", secret("x")); err == nil {
		t.Error("made an identity in no place")
	}
	st, err := v.Init(t.Context(), run.FilePlace, secret("correct horse"))
	if err != nil || st.Place != run.FilePlace || !st.Open || st.Path != v.Path() || !strings.HasPrefix(st.Recipient, "age1") {
		t.Errorf("state after: %+v, %v", st, err)
	}
	for _, place := range []run.VaultPlace{run.FilePlace, run.KeychainPlace} {
		if _, err := v.Init(t.Context(), place, secret("other")); !is(err, Exists) {
			t.Errorf("init again in the %s: %v, want Exists", place, err)
		}
	}
	if m.values[recipientSetting] != st.Recipient {
		t.Error("the recipient changed")
	}
}

func TestIdentityFile(t *testing.T) {
	m, dir := newMemory(), filepath.Join(t.TempDir(), "new")
	v := New(Options{Dir: dir, Settings: m, Keychain: absent()})
	if v.workFactor != 18 {
		t.Errorf("work factor %d, want 18", v.workFactor)
	}
	v.workFactor = 5 // 18 takes ten seconds under -race
	if _, err := v.Init(t.Context(), run.FilePlace, secret("correct horse")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{v.Path(): 0o600, dir: 0o700 | fs.ModeDir} {
		if at, err := os.Stat(path); err != nil || at.Mode() != want {
			t.Errorf("%s has %v, want %v (%v)", path, at.Mode(), want, err)
		}
	}
	sealed, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	if head := bytes.Split(sealed, []byte("\n"))[1]; !bytes.HasPrefix(head, []byte("-> scrypt ")) || !bytes.HasSuffix(head, []byte(" 5")) {
		t.Errorf("sealed by %q, want scrypt with the work factor", head)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*.new")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestHostileIdentityFiles(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	good, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 0x01
		if err := os.WriteFile(v.Path(), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := v.Unlock(t.Context(), secret("correct horse")); !errors.Is(err, flows.ErrDamaged) && !errors.Is(err, flows.ErrSealed) {
			t.Fatalf("flip at %d: %v", at, err)
		}
	}
	costly := bytes.Replace(good, []byte(" 4\n"), []byte(" 21\n"), 1)
	stranger, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	blob, err := seal(stranger.Recipient(), binding{}, []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	nonsense := underPassphrase(t, "AGE-SECRET-KEY-1NONSENSE\n")
	for name, content := range map[string][]byte{
		"nonsense": nonsense, "two": underPassphrase(t, stranger.String()+"\n"+stranger.String()), "costly": costly, "huge": make([]byte, 1<<20), "empty": nil, "no passphrase": blob, "in clear": []byte(stranger.String() + "\n"),
	} {
		if err := os.WriteFile(v.Path(), content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := v.Unlock(t.Context(), secret("correct horse")); !errors.Is(err, flows.ErrDamaged) || strings.Contains(err.Error(), "AGE-SECRET") {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
	if err := os.Remove(v.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := v.State(t.Context()); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), v.Path()) {
		t.Errorf("state of a missing file: %v", err)
	}
	if err := os.Mkdir(v.Path(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := v.Unlock(t.Context(), secret("correct horse")); err == nil {
		t.Error("opened a folder")
	}
}

func underPassphrase(t *testing.T, plain string) []byte {
	t.Helper()
	key, err := age.NewScryptRecipient("correct horse")
	if err != nil {
		t.Fatal(err)
	}
	key.SetWorkFactor(4)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, key)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(plain)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return sealed.Bytes()
}

func TestIdentityIsNeverOverwritten(t *testing.T) {
	m, dir := filed(t)
	before, err := os.ReadFile(filepath.Join(dir, "identity.age"))
	if err != nil {
		t.Fatal(err)
	}
	fresh := newMemory() // another database in the folder, or a start that was cut off
	v := quick(Options{Dir: dir, Settings: fresh, Keychain: absent()})
	var r *flows.Refusal
	if _, err := v.Init(t.Context(), run.FilePlace, secret("another")); !errors.As(err, &r) || r.Kind != flows.ErrSealed || !is(r.Cause, WrongPassphrase) {
		t.Errorf("init over an identity with another passphrase: %v", err)
	}
	a := &asker{answers: []string{"correct horse"}}
	v = quick(Options{Dir: dir, Settings: fresh, Keychain: absent(), Ask: a.ask})
	mustSeal(t, v, run.Real, "s3cret")
	if fresh.values[recipientSetting] != m.values[recipientSetting] || len(a.prompts) != 1 {
		t.Errorf("the identity was not taken over, after %q", a.prompts)
	}
	if after, err := os.ReadFile(v.Path()); err != nil || !bytes.Equal(before, after) {
		t.Error("the identity file changed")
	}
	if err := writeIdentity(v.Path(), v.cachedIdentity(), secret("another one"), 4, v.now()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("write over an identity: %v, want ErrExist", err)
	}
}

func TestCutOffStarts(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "identity.age"), nil, 0o600); err != nil { // taken, not yet written
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "identity.age.new"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := newMemory()
	m.fail[recipientSetting] = flows.ErrFull
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if _, err := v.Init(t.Context(), run.FilePlace, secret("correct horse")); !errors.Is(err, flows.ErrFull) {
		t.Fatalf("init with a full disk: %v", err)
	}
	delete(m.fail, recipientSetting)
	if _, err := v.Init(t.Context(), run.FilePlace, secret("correct horse")); err != nil {
		t.Fatalf("init after it: %v", err)
	}
	mustOpen(t, v, run.Real, mustSeal(t, v, run.Real, "s3cret"), "s3cret")

	c, m := newChain(), newMemory()
	m.fail[recipientSetting] = flows.ErrFull
	v = quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c})
	if _, err := v.Init(t.Context(), run.KeychainPlace, run.Secret{}); !errors.Is(err, flows.ErrFull) || len(c.items) != 0 {
		t.Errorf("init in the keychain with a full disk: %v, %d items left", err, len(c.items))
	}
}

func TestPassphrasesThatDiffer(t *testing.T) {
	a := &asker{answers: []string{"correct horse", "correct house"}}
	m := newMemory()
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: absent(), Ask: a.ask})
	_, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret"))
	if !errors.Is(err, flows.ErrNoIdentity) || !is(err, "vault.passphrases_differ") || len(m.values) != 0 || hasIdentityFile(v.Path()) || !a.cleared() {
		t.Errorf("passphrases that differ: %v, settings %v", err, m.values)
	}
}

func TestConcurrentFirstSeal(t *testing.T) {
	for name, o := range map[string]Options{
		"keychain": {Keychain: newChain()},
		"file":     {Keychain: absent(), Ask: (&asker{answers: []string{"long enough", "long enough"}}).ask},
	} {
		m := newMemory()
		o.Dir, o.Settings = t.TempDir(), m
		v := quick(o)
		var wg sync.WaitGroup
		sealed := make([]run.Sealed, 16)
		for i := range sealed {
			wg.Go(func() {
				s, err := v.Seal(t.Context(), run.Real, "run-1", "f", "", secret("s3cret"))
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				sealed[i] = s
			})
		}
		wg.Wait()
		for _, s := range sealed {
			mustOpen(t, v, run.Real, s, "s3cret")
			if s.Fingerprint != sealed[0].Fingerprint {
				t.Errorf("%s: fingerprints %s and %s", name, s.Fingerprint, sealed[0].Fingerprint)
			}
		}
		if c := o.Keychain.(*chain); c.answers == nil && len(c.items) != 1 {
			t.Errorf("%d identities in the keychain", len(c.items))
		}
	}
}

// What one of several programs does at once: a first secret, under a passphrase
// that is its own, and a rehearsal's.
func sealInProgram(shared string) error {
	own := os.Getenv("LOTSE_TEST_PASSPHRASE")
	a := &asker{answers: []string{own, own}}
	v := quick(Options{Dir: shared, Settings: folder(shared), Keychain: absent(), Ask: a.ask})
	if _, err := os.Stdin.Read(make([]byte, 1)); err == nil { // all begin when the pipe is closed
		return errors.New("something came on stdin")
	}
	ctx := context.Background()
	s, err := v.Seal(ctx, run.Real, "run-1", "f", "", secret("s3cret"))
	if err != nil {
		return err
	}
	practice, err := v.Seal(ctx, run.Rehearsal, "run-2", "f", "", secret("s3cret"))
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode([]run.Sealed{s, practice})
}

func TestFirstSealInSeveralPrograms(t *testing.T) {
	shared := t.TempDir()
	begin, end, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	passphrases := []string{"number one", "number two", "number three", "number four"}
	programs, outs := []*exec.Cmd{}, []*bytes.Buffer{}
	for _, p := range passphrases {
		c, out := exec.Command(os.Args[0]), &bytes.Buffer{}
		c.Env = append(os.Environ(), "LOTSE_TEST_VAULT="+shared, "LOTSE_TEST_PASSPHRASE="+p)
		c.Stdin, c.Stdout, c.Stderr = begin, out, os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		programs, outs = append(programs, c), append(outs, out)
	}
	if err := errors.Join(begin.Close(), end.Close()); err != nil {
		t.Fatal(err)
	}
	for _, c := range programs {
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	v := quick(Options{Dir: shared, Settings: folder(shared), Keychain: absent()})
	opening := 0
	for _, p := range passphrases {
		if err := v.Unlock(t.Context(), secret(p)); err == nil {
			opening++
		}
	}
	if opening != 1 {
		t.Fatalf("%d passphrases open the identity, want 1", opening)
	}
	epochs := map[string]string{}
	for _, out := range outs {
		var s []run.Sealed
		if err := json.Unmarshal(out.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		mustOpen(t, v, run.Real, s[0], "s3cret")
		mustOpen(t, v, run.Rehearsal, s[1], "s3cret")
		epoch := s[0].Fingerprint[:2]
		if other, ok := epochs[epoch]; ok && other != s[0].Fingerprint {
			t.Errorf("%s and %s: one number for two keys", other, s[0].Fingerprint)
		}
		epochs[epoch] = s[0].Fingerprint
		if s[1].Fingerprint[:3] != "k1-" {
			t.Errorf("rehearsal fingerprint %s: its key opens silently", s[1].Fingerprint)
		}
	}
	// The program that made the identity has it open; each other takes an epoch.
	if len(epochs) < len(passphrases)-1 {
		t.Errorf("epochs %v: too few", epochs)
	}
}
