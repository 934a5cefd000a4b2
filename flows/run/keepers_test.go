package run_test

import (
	"context"
	"errors"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// keeping is a store that says who can open the secrets of a run.
type keeping struct {
	*storetest.Memory
	keepers *run.Keepers
	fails   *error
}

func (k keeping) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	all, err := k.Memory.Secrets(ctx, id)
	for i := range all {
		all[i].By, all[i].For, all[i].Me = k.keepers.By, k.keepers.For, k.keepers.Me
	}
	return all, errors.Join(err, *k.fails)
}

// TestKeepers: a session knows who can open a secret, also where that has changed
// without an event; whoever may see no secret works on without.
func TestKeepers(t *testing.T) {
	w := turned(t)
	k, fails := run.Keepers{By: "ben", Me: "ann"}, error(nil)
	store := keeping{w.store, &k, &fails}
	resume := func() error {
		s, err := run.Resume(t.Context(), w.env, store, w.ID(), w.load)
		if err == nil {
			w.Session = s
		}
		return err
	}
	shows := func(code string, opens bool) {
		t.Helper()
		for _, v := range []*run.View{w.View(w.now), w.ViewIn("de", w.now)} {
			got := v.Step("keys").Item("key").Keepers
			if m := got.Message(); m.Code != code || got.Opens() != opens {
				t.Errorf("%+v is said as %q", got, m.Code)
			}
		}
	}
	if err := resume(); err != nil {
		t.Fatal(err)
	}
	shows("team.opens_alone", false)
	k.For = []string{"ann"}
	if _, err := w.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	shows("team.opens_with", true)
	fails = flows.ErrAway
	if _, err := w.Reload(t.Context()); !errors.Is(err, flows.ErrAway) {
		t.Errorf("of a store that is away: %v", err)
	}
	if err := resume(); !errors.Is(err, flows.ErrAway) {
		t.Errorf("of a store that is away: %v", err)
	}
	fails, k = flows.ErrDenied, run.Keepers{}
	if err := resume(); err != nil {
		t.Fatal(err)
	}
	shows("", true)
}
