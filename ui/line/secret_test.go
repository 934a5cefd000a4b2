package line

import (
	"context"
	"errors"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// before is how many items stand before the secret of the harbour.
var before = []string{"next", "next", "next", "next", "next", "next"}

// TestNoEcho has a terminal that cannot hide what is typed: the secret is not
// asked for, what is typed all the same is not taken, and the other ways are
// named.
func TestNoEcho(t *testing.T) {
	r := rehearsed(t)
	r.s.Ask = func(context.Context, string) (run.Secret, error) {
		return run.Secret{}, errors.New("turn the echo off: inappropriate ioctl for device")
	}
	code := r.types(append(before, "hunter2-hunter2", "secret locker", "help", "", "quit")...)
	if code != face.Done {
		t.Errorf("exit %d", code)
	}
	r.shows("This terminal cannot hide what is typed", "lotse set "+r.s.Run+" --secret-stdin papers.locker < FILE", "have it changed")
	if iv := r.view().Step("papers").Item("locker"); iv.Set {
		t.Error("a secret was taken")
	}
	for _, e := range r.log() {
		if strings.Contains(e, "hunter2") {
			t.Errorf("a secret stands in %s", e)
		}
	}
	r.plain()
}

// TestSecretFromAPipe takes the next line as it is: a word, too, where it was
// asked for by name.
func TestSecretFromAPipe(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	r.types("secret locker", " quit", "note Kept", "quit")
	r.shows("Removed: spaces at the ends.", "The secret is sealed.", "Noted.")
	first := r.view().Step("papers").Item("locker").Fingerprint
	r.types(append(before, `\"x"`, "clear locker", "quit")...)
	iv := r.view().Step("papers").Item("locker")
	if first == "" || iv.Fingerprint == first {
		t.Errorf("the fingerprints are %q and %q", first, iv.Fingerprint)
	}
	r.types(append(before, "quit")...)
	r.shows("A secret is sealed; Enter keeps it")
}

// TestLongSecret refuses more than a secret can have, and goes on.
func TestLongSecret(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	r.types("secret locker", strings.Repeat("x", flows.MaxSecret+1), "secret locker", strings.Repeat("x", flows.MaxSecret), "quit")
	r.shows("A secret has at most 16 KiB. Nothing was taken.", "The secret is sealed.")
}

// TestMakingTheKey makes the key for secrets where there is none: what is too
// short or differs makes none, and the secret is not taken.
func TestMakingTheKey(t *testing.T) {
	r := harbour(t).begun("harbour", run.Real)
	r.types(
		"secret locker", "hunter2-hunter2", "short", "secret locker", "hunter2-hunter2", "a lighthouse", "another one", "secret locker",
	)
	r.shows("A passphrase needs at least 8 characters.", "The two are not the same.")
	if state, err := r.a.Vault().State(context.Background()); err != nil || state.Place != run.NoPlace {
		t.Fatalf("%+v %v", state, err)
	}
	r.types("secret locker", "hunter2-hunter2", "a lighthouse", "a lighthouse", "quit")
	r.shows("The key was made.", "The secret is sealed.")
	if iv := r.view().Step("papers").Item("locker"); !iv.Set {
		t.Error("the secret is not there")
	}
	if strings.Contains(r.said(), "hunter2") || strings.Contains(r.said(), "a lighthouse") {
		t.Errorf("a secret was shown:\n%s", r.said())
	}
}
