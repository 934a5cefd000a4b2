package vault

import (
	"testing"

	"lotse/flows/run"
)

// TestAdopt takes an identity over where it is to be had, and only there.
func TestAdopt(t *testing.T) {
	shared, dir := newChain(), t.TempDir()
	for name, tt := range map[string]struct {
		from, to Options
		place    run.VaultPlace
		own      bool // one was chosen before
		want     bool
	}{
		"one keychain":          {Options{Dir: t.TempDir(), Keychain: shared}, Options{Dir: t.TempDir(), Keychain: shared}, run.KeychainPlace, false, true},
		"another keychain":      {Options{Dir: t.TempDir(), Keychain: newChain()}, Options{Dir: t.TempDir(), Keychain: newChain()}, run.KeychainPlace, false, false},
		"no keychain":           {Options{Dir: t.TempDir(), Keychain: newChain()}, Options{Dir: t.TempDir(), Keychain: absent()}, run.KeychainPlace, false, false},
		"one folder":            {Options{Dir: dir, Keychain: absent()}, Options{Dir: dir, Keychain: absent()}, run.FilePlace, false, true},
		"another folder":        {Options{Dir: t.TempDir(), Keychain: absent()}, Options{Dir: t.TempDir(), Keychain: absent()}, run.FilePlace, false, false},
		"one was chosen before": {Options{Dir: t.TempDir(), Keychain: shared}, Options{Dir: t.TempDir(), Keychain: shared}, run.KeychainPlace, true, false},
		"none was ever chosen":  {Options{Dir: t.TempDir(), Keychain: shared}, Options{Dir: t.TempDir(), Keychain: shared}, run.NoPlace, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			tt.from.Settings, tt.to.Settings = newMemory(), newMemory()
			from, to := quick(tt.from), quick(tt.to)
			if tt.place != run.NoPlace {
				if _, err := from.Init(t.Context(), tt.place, secret("a long passphrase")); err != nil {
					t.Fatal(err)
				}
			}
			if tt.own {
				if _, err := to.Init(t.Context(), tt.place, run.Secret{}); err != nil {
					t.Fatal(err)
				}
			}
			was, err := to.State(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			adopted, err := to.Adopt(t.Context(), from)
			if err != nil || adopted != tt.want {
				t.Fatalf("adopted: %t (%v), want %t", adopted, err, tt.want)
			}
			state, err := to.State(t.Context())
			if err != nil || !tt.want && state != was {
				t.Fatalf("it is %+v (%v), was %+v", state, err, was)
			}
			if !tt.want {
				return
			}
			if err := to.Unlock(t.Context(), secret("a long passphrase")); err != nil {
				t.Fatal(err)
			}
			mustOpen(t, to, run.Real, mustSeal(t, from, run.Real, "hunter2"), "hunter2")
		})
	}
}
