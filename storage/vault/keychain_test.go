package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func TestKeychainTakesTheIdentity(t *testing.T) {
	m, c := newMemory(), newChain()
	a := &asker{}
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c, Ask: a.ask})
	s := mustSeal(t, v, run.Real, "s3cret")
	if len(a.prompts) != 0 {
		t.Errorf("asked %q although a keychain answers", a.prompts)
	}
	recipient := m.values[recipientSetting]
	if m.values[placeSetting] != "keychain" || !strings.HasPrefix(c.items[recipient], "AGE-SECRET-KEY-1") || len(c.items[recipient]) != 74 {
		t.Errorf("place %q, keychain %d items", m.values[placeSetting], len(c.items))
	}
	later := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c})
	if st, err := later.State(t.Context()); err != nil || st.Place != run.KeychainPlace || st.Open || !st.Keychain || st.Recipient != recipient {
		t.Errorf("state %+v, %v", st, err)
	}
	mustOpen(t, later, run.Real, s, "s3cret")
	if st, _ := later.State(t.Context()); !st.Open {
		t.Error("open, and State says it is not")
	}

	delete(c.items, recipient)
	if _, err := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c}).Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrSealed) {
		t.Errorf("open with an empty keychain: %v", err)
	}
	c.items[recipient] = "AGE-SECRET-KEY-1NONSENSE"
	_, err := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c}).Open(t.Context(), run.Real, s)
	if !errors.Is(err, flows.ErrDamaged) || strings.Contains(err.Error(), "NONSENSE") {
		t.Errorf("open with nonsense in the keychain: %v", err)
	}
}

func TestTwoDatabasesShareAKeychain(t *testing.T) {
	c := newChain()
	one := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: c})
	two := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: c})
	first, second := mustSeal(t, one, run.Real, "first"), mustSeal(t, two, run.Real, "second")
	one.Lock()
	two.Lock()
	mustOpen(t, one, run.Real, first, "first")
	mustOpen(t, two, run.Real, second, "second")
}

// A keychain that would ask the person, does not keep all, or breaks is not
// used, and nothing is left in it.
func TestKeychainsThatAreOfNoUse(t *testing.T) {
	breaks := newChain()
	breaks.before = func(call string) {
		if call == "set" {
			panic("hostile bus")
		}
	}
	for name, c := range map[string]*chain{
		"absent": absent(), "locked": {items: map[string]string{}, locked: true},
		"cuts": {items: map[string]string{}, cut: 40}, "breaks": breaks,
	} {
		m := newMemory()
		v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c})
		_, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret"))
		if !errors.Is(err, flows.ErrNoIdentity) || !is(err, "vault.no_identity") {
			t.Errorf("%s, no terminal: %v, want vault.no_identity", name, err)
		}
		a := &asker{answers: []string{"correct horse", "correct horse"}}
		v = quick(Options{Dir: v.dir, Settings: m, Keychain: c, Ask: a.ask})
		mustOpen(t, v, run.Real, mustSeal(t, v, run.Real, "s3cret"), "s3cret")
		if m.values[placeSetting] != "file" || len(a.prompts) != 2 || !strings.Contains(a.prompts[0], words.Say(words.English, flows.Msg(Forgotten))) {
			t.Errorf("%s: place %q after %q", name, m.values[placeSetting], a.prompts)
		}
		if !a.cleared() {
			t.Errorf("%s: a passphrase was not cleared", name)
		}
		c.mu.Lock()
		if len(c.items) != 0 {
			t.Errorf("%s: something is left in the keychain", name)
		}
		c.mu.Unlock()
	}
}

// The limit of three seconds, in the time of a bubble.
func TestHangingKeychain(t *testing.T) {
	for _, hangs := range []string{"answers", "locked", "set", "get"} {
		dir := t.TempDir()
		synctest.Test(t, func(t *testing.T) {
			c, free, deleted := newChain(), make(chan struct{}), make(chan string, 2)
			c.before = func(call string) {
				if call == hangs {
					<-free
				}
			}
			c.after = func(account string) { deleted <- account }
			began := time.Now()
			v := New(Options{Dir: dir, Settings: newMemory(), Keychain: c})
			_, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret"))
			if !errors.Is(err, flows.ErrNoIdentity) {
				t.Errorf("%s hangs: %v, want ErrNoIdentity", hangs, err)
			}
			if took := time.Since(began); took != 3*time.Second {
				t.Errorf("%s hangs: gave up after %s, want 3s", hangs, took)
			}
			close(free)
			if hangs == "set" || hangs == "get" {
				<-deleted // what came too late is taken out again
			}
			synctest.Wait()
			if len(c.items) != 0 {
				t.Errorf("%s hangs: something is left in the keychain", hangs)
			}
		})
	}
}

func TestIdentityIsDroppedWhenIdle(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		c := newChain()
		v := New(Options{Dir: dir, Settings: newMemory(), Keychain: c})
		s := mustSeal(t, v, run.Real, "s3cret")
		read := func(after time.Duration, want int) {
			t.Helper()
			time.Sleep(after)
			before := c.count("get")
			mustOpen(t, v, run.Real, s, "s3cret")
			if got := c.count("get") - before; got != want {
				t.Errorf("after %s idle the keychain was read %d times, want %d", after, got, want)
			}
		}
		read(9*time.Minute, 0)
		read(9*time.Minute, 0) // use puts it off
		read(11*time.Minute, 1)
		v.Lock()
	})
}

// Without a bus go-keyring would start dbus-launch, which leaves a daemon
// behind: one in PATH that leaves a mark shows that nothing does.
func TestNoBusStartsNothing(t *testing.T) {
	dir := t.TempDir()
	mark, launch := filepath.Join(dir, "launched"), filepath.Join(dir, "dbus-launch")
	if err := os.WriteFile(launch, []byte("#!/bin/sh\n: >'"+mark+"'\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bus"), nil, 0o600); err != nil { // no socket
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	for _, session := range []struct{ address, runtime string }{
		{"", ""},
		{"", dir},
		{"", filepath.Join(dir, "none")},
		{"autolaunch:", ""},
		{"autolaunch:scope=user", ""},
		{"unixexec:path=" + launch, ""},
		{"unix:path=/none;autolaunch:", ""},
		{"unix:path=/none", ""},
	} {
		t.Setenv("XDG_RUNTIME_DIR", session.runtime)
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", session.address)
		noKeychain(t, fmt.Sprintf("%q", session))
		if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != session.address {
			t.Errorf("%q: the environment has the address %q now", session, address)
		}
	}
	if _, err := os.Stat(mark); !errors.Is(err, os.ErrNotExist) {
		t.Error("dbus-launch was started")
	}
}

// noKeychain checks that the system's keychain is refused by every way to it.
func noKeychain(t *testing.T, session string) {
	t.Helper()
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory()})
	if _, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret("s3cret")); !errors.Is(err, flows.ErrNoIdentity) {
		t.Errorf("%s: seal: %v, want ErrNoIdentity", session, err)
	}
	if st, err := v.State(t.Context()); err != nil || st.Keychain {
		t.Errorf("%s: state %+v, %v", session, st, err)
	}
	if _, err := v.Init(t.Context(), run.KeychainPlace, run.Secret{}); err == nil {
		t.Errorf("%s: made an identity in no keychain", session)
	}
	_, err := v.keychain.Get("a")
	for _, err := range []error{err, v.keychain.Set("a", "b"), v.keychain.Delete("a")} {
		if err == nil {
			t.Errorf("%s: a call without a bus went well", session)
		}
	}
}
