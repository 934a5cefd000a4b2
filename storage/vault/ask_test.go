package vault

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// A wrong passphrase is said, with the tries that are left, and given up at last.
func TestAWrongPassphraseIsAskedAgain(t *testing.T) {
	m, dir := filed(t)
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: absent()}), run.Real, "s3cret")
	a := &asker{answers: []string{"wrong horse", "", "correct horse"}}
	mustOpen(t, quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask}), run.Real, s, "s3cret")
	if len(a.prompts) != 3 || !strings.Contains(a.prompts[1], "wrong; 2 tries left") || !strings.Contains(a.prompts[2], "wrong; 1 try left") || !a.cleared() {
		t.Errorf("prompts %q", a.prompts)
	}
	a = &asker{answers: []string{"one", "two", "three", "correct horse"}}
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
	if _, err := v.Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrSealed) || !is(err, "vault.wrong_tries") || len(a.prompts) != 3 {
		t.Errorf("after three: %v, %q", err, a.prompts)
	}
	fresh := newMemory() // takes over a file that is there
	a = &asker{answers: []string{"wrong horse", "correct horse"}}
	mustSeal(t, quick(Options{Dir: dir, Settings: fresh, Keychain: absent(), Ask: a.ask}), run.Real, "s3cret")
	if fresh.values[recipientSetting] != m.values[recipientSetting] || !strings.Contains(a.prompts[1], "wrong") {
		t.Errorf("prompts %q", a.prompts)
	}
}

// One interrupt at any prompt ends the asking.
func TestAnInterruptAsksNothingMore(t *testing.T) {
	m, dir := filed(t)
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: absent()}), run.Real, "s3cret")
	for at := range 2 {
		n := 0
		ask := func(context.Context, flows.Message) (run.Secret, error) {
			if n++; n > at {
				return run.Secret{}, context.Canceled
			}
			return secret("a wrong one"), nil
		}
		v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: ask})
		if _, err := v.Open(t.Context(), run.Real, s); !errors.Is(err, context.Canceled) || n != at+1 {
			t.Errorf("open, interrupted at prompt %d: %v after %d", at+1, err, n)
		}
		n = 0
		first := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: absent(), Ask: ask})
		if _, err := first.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret")); !errors.Is(err, context.Canceled) || n != at+1 {
			t.Errorf("first secret, interrupted at prompt %d: %v after %d", at+1, err, n)
		}
	}
}

// A file that no passphrase opens asks for none.
func TestABrokenFileAsksNothing(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	s := mustSeal(t, v, run.Real, "s3cret")
	put(t, v.Path(), []byte("age-encryption.org/v1\n"))
	a := &asker{answers: []string{"correct horse"}}
	if _, err := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask}).Open(t.Context(), run.Real, s); !is(err, noFile) || len(a.prompts) != 0 {
		t.Errorf("%v after %q", err, a.prompts)
	}
}

// The shortest passphrase of a new key is the same whoever makes it.
func TestShortPassphrases(t *testing.T) {
	for _, short := range []string{"", "x", "1234567", "äöüäöüä", "       "} {
		v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: absent()})
		if _, err := v.Init(t.Context(), run.FilePlace, secret(short)); !is(err, "refuse.passphrase_short") || !errors.Is(err, flows.ErrUsage) || hasIdentityFile(v.Path()) {
			t.Errorf("init with %q: %v", short, err)
		}
		a := &asker{answers: []string{short, short}}
		v = quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: absent(), Ask: a.ask})
		if _, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret")); !is(err, "refuse.passphrase_short") || len(a.prompts) != 1 {
			t.Errorf("asked, %q: %v after %d prompts", short, err, len(a.prompts))
		}
	}
	for _, enough := range []string{"12345678", "äöüäöüäö"} {
		v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: absent()})
		if _, err := v.Init(t.Context(), run.FilePlace, secret(enough)); err != nil {
			t.Errorf("init with %q: %v", enough, err)
		}
	}
}

// After ten idle minutes the key is asked for again.
func TestTheKeyIsLockedWhenIdle(t *testing.T) {
	m, dir := filed(t)
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: absent()}), run.Real, "s3cret")
	synctest.Test(t, func(t *testing.T) {
		a := &asker{answers: []string{"correct horse", "correct horse"}}
		v := New(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
		is := func(after time.Duration, open bool) {
			t.Helper()
			time.Sleep(after)
			synctest.Wait()
			if st, err := v.State(t.Context()); err != nil || st.Open != open {
				t.Errorf("after %s: open is %t, want %t (%v)", after, st.Open, open, err)
			}
		}
		is(0, false)
		mustOpen(t, v, run.Real, s, "s3cret")
		is(9*time.Minute, true)
		is(59*time.Second, true) // to look at the state is no use
		is(time.Second, false)
		mustOpen(t, v, run.Real, s, "s3cret")
		if len(a.prompts) != 2 {
			t.Errorf("asked %d times, want twice", len(a.prompts))
		}
		for range 3 { // use puts it off, by a secret and by unsaved input
			is(9*time.Minute, true)
			mustOpen(t, v, run.Real, s, "s3cret")
		}
		is(10*time.Minute, false)
		mustSeal(t, v, run.Real, "another") // sealing never asks
		is(0, false)
		if err := v.Unlock(t.Context(), secret("correct horse")); err != nil {
			t.Fatal(err)
		}
		is(10*time.Minute-time.Second, true)
		is(time.Second, false)
	})
}
