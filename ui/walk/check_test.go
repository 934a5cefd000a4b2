package walk

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestACheckWaitsForWhatIsOnItsWay: a secret that is being sealed, or an answer that
// is being saved, is in the store before a check asks for it. If it can't be, the
// check is not run; with nothing on its way it is run at once.
func TestACheckWaitsForWhatIsOnItsWay(t *testing.T) {
	check := func(r *rig) flows.Address { return checksOf(r)[0] }
	runs := func(r *rig, turn Turn) bool { return slices.Contains(turn.Do, Request(RunCheck{At: check(r)})) }

	r := newRig(t, page(), 1)
	if !runs(r, r.Check(check(r))) {
		t.Error("nothing is on its way, and it waits")
	}

	seal := r.SecretAt(locker, run.NewSecret([]byte(canary)), Stay)
	if runs(r, r.Check(check(r))) {
		t.Error("it does not wait for the seal")
	}
	if sealed := r.carried(seal.Do[0], nil); runs(r, sealed) {
		t.Error("it does not wait until the seal is saved")
	}
	if turn := r.saved(); !runs(r, turn) {
		t.Errorf("what was saved does not let it run: %+v", turn)
	}
	if turn := r.Saved(nil); runs(r, turn) {
		t.Error("it runs twice")
	}

	seal = r.SecretAt(locker, run.NewSecret([]byte("other")), Stay)
	r.Check(check(r))
	r.carried(seal.Do[0], errors.New("no vault"))
	if turn := r.Saved(nil); runs(r, turn) {
		t.Error("it runs without the secret")
	}

	r.Record(Stay, answer("papers.ship", "Emma"))
	if turn := r.Check(check(r)); runs(r, turn) {
		t.Errorf("it does not wait for the answer: %+v", turn)
	}
	if turn := r.Saved(fs.ErrPermission); runs(r, turn) || !turn.Bad {
		t.Errorf("it runs on what is not saved: %+v", turn)
	}
	if err := r.s.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	if turn := r.Saved(nil); runs(r, turn) {
		t.Error("it runs though the person has been told that it was not")
	}
}
