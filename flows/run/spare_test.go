package run_test

import (
	"context"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// guarded is a store where one secret is not this member's to remove.
type guarded struct {
	*storetest.Memory
	secret string
}

func (g *guarded) Forget(ctx context.Context, id string) error {
	if _, err := g.Secret(ctx, id); id == g.secret && err == nil {
		return flows.ErrDenied
	}
	return g.Memory.Forget(ctx, id)
}

// TestRotationOfAnothersSecret: a rotation goes on where the old value is somebody else's
// to destroy, and says that it is still there; their program destroys it.
func TestRotationOfAnothersSecret(t *testing.T) {
	w := turned(t)
	owner := w.Session
	mine, err := run.Resume(t.Context(), w.env, &guarded{w.store, "s1"}, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	w.Session = mine
	w.must(run.BeginRotation{At: key, Users: []string{"ERP"}}, run.SealRotation{At: key, Sealed: newKey(w, "s2")}, run.ConfirmRotation{At: key})
	w.flush()
	w.wantSecrets("s1 s2")
	if r := w.rotation(); r.State != run.RotationConfirmed || !r.Pending || w.Pending() != 0 || w.item("keys.key").SecretID != "s2" {
		t.Fatalf("%+v, pending %d", r, w.Pending())
	}
	w.must(run.BeginRotation{At: key, Users: []string{"ERP"}}, run.SealRotation{At: key, Sealed: newKey(w, "s3")}, run.ConfirmRotation{At: key})
	w.flush() // one's own goes all the same
	w.wantSecrets("s1 s3")

	w.Session = owner
	if _, err := owner.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.flush()
	w.wantSecrets("s3")
	if r := w.rotation(); r.Pending {
		t.Errorf("%+v", r)
	}
}

// TestRedactAnothersSecret: what somebody else sealed goes with the answer, also where it
// is not this member's to forget.
func TestRedactAnothersSecret(t *testing.T) {
	w := turned(t)
	mine, err := run.Resume(t.Context(), w.env, &guarded{w.store, "s1"}, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mine.Redact(t.Context(), key, "they asked"); err != nil {
		t.Fatal(err)
	}
	w.wantSecrets("")
}

// TestForgetUnheldOfOthers leaves what is not one's own to remove.
func TestForgetUnheldOfOthers(t *testing.T) {
	w := turned(t)
	g := &guarded{w.store, "theirs"}
	if err := run.ForgetUnheld(t.Context(), leftover{g, *newKey(w, "theirs")}, w.ID()); err != nil {
		t.Error(err)
	}
	w.wantSecrets("s1")
}

// leftover is a store with a secret that no event holds.
type leftover struct {
	*guarded
	more run.Sealed
}

func (l leftover) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	all, err := l.guarded.Secrets(ctx, id)
	return append(all, l.more), err
}
