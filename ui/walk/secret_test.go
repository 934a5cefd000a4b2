package walk

import (
	"errors"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// kept is a rig whose locker has a sealed secret.
func kept(t *testing.T) *rig {
	t.Helper()
	r := newRig(t, page(), 1)
	seal := r.SecretAt(locker, run.NewSecret([]byte(canary)), Stay)
	if came := r.carried(seal.Do[0], nil); !came.Done {
		t.Fatalf("not sealed: %+v", came)
	}
	r.saved()
	return r
}

// saved carries out the save that is under way, and gives what follows.
func (r *rig) saved() Turn {
	r.t.Helper()
	if err := r.s.Flush(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
	return r.Saved(nil)
}

// used are the purposes on record.
func (r *rig) used() []run.SecretPurpose {
	r.t.Helper()
	var all []run.SecretPurpose
	for _, e := range r.s.Events() {
		if e.Kind != run.EventSecretUsed {
			continue
		}
		p, err := e.Payload()
		if err != nil {
			r.t.Fatal(err)
		}
		all = append(all, p.(*run.SecretUsed).Purpose)
	}
	return all
}

// TestASecretIsOpenedAndThenOnRecord: opening is requested, and on record once
// it went well; a save comes with it.
func TestASecretIsOpenedAndThenOnRecord(t *testing.T) {
	r := kept(t)
	for want, begin := range map[run.SecretPurpose]func() Turn{
		run.SecretRevealed: func() Turn { return r.RevealSecret(locker) },
		run.SecretCopied:   func() Turn { return r.CopySecret(locker, Reach{Program: "xclip"}) },
	} {
		n := len(r.used())
		turn := begin()
		open, ok := turn.Do[0].(OpenSecret)
		if !ok || turn.Done || open.Unlock || open.Use.Purpose != want || open.Use.At != locker || len(r.used()) != n {
			t.Fatalf("%s: %+v", want, turn)
		}
		done := r.SecretOpened(open, false, nil)
		if used := r.used(); !done.Done || len(used) != n+1 || used[n] != want || len(done.Do) == 0 {
			t.Errorf("%s: %+v, on record %v", want, done, used)
		}
		r.saved()
	}
}

// TestAnUnlockedKeyIsAskedForAgain, as often as it takes, and nothing is on record
// until it fits.
func TestAnUnlockedKeyIsAskedForAgain(t *testing.T) {
	r := kept(t)
	open := r.RevealSecret(locker).Do[0].(OpenSecret)
	turn := r.SecretOpened(open, true, nil)
	for range 3 {
		q, ok := turn.Ask.(Unlock)
		if !ok || turn.Done {
			t.Fatalf("%+v", turn)
		}
		again := r.Unlock(q, run.NewSecret([]byte(canary)))
		hides(t, "a passphrase", again)
		if open = again.Do[0].(OpenSecret); !open.Unlock || open.Use != q.Use {
			t.Fatalf("%+v", again)
		}
		turn = r.SecretOpened(open, true, flows.Refuse(flows.ErrSealed, nil, "vault.wrong_passphrase", "file", "f"))
		if q := turn.Ask.(Unlock); q.Why.Code != "vault.wrong_passphrase" {
			t.Errorf("it says %+v", q.Why)
		}
	}
	if used := r.used(); len(used) != 0 {
		t.Errorf("on record: %v", used)
	}
	if !r.SecretOpened(open, false, nil).Done {
		t.Error("the right one does not open it")
	}
	if turn := r.SecretOpened(open, false, errors.New("gone")); !turn.Bad || turn.Ask != nil || len(r.used()) != 1 {
		t.Errorf("a failure: %+v", turn)
	}
}

// TestCopyingThroughAsksFirst, and names everything that lies between.
func TestCopyingThroughAsksFirst(t *testing.T) {
	r := kept(t)
	for _, tc := range []struct {
		by   Reach
		says []string
		fate string
	}{
		{Reach{Program: "xclip", Readable: true}, nil, "use.fate"},
		{Reach{Program: "clip.exe"}, nil, "use.fate_kept"},
		{Reach{}, nil, "use.fate_terminal"},
		{Reach{Program: "xclip", Readable: true, Through: []string{"tmux"}}, []string{"use.through_tmux_here"}, "use.fate"},
		{Reach{Program: "xclip", Readable: true, Through: []string{"screen"}}, []string{"use.through_screen_here"}, "use.fate"},
		{Reach{Through: []string{"tmux", "screen", "ssh"}}, []string{"use.through_tmux", "use.through_screen", "use.through_ssh"}, "use.fate_terminal"},
	} {
		turn := r.CopySecret(locker, tc.by)
		q, asks := turn.Ask.(Expose)
		var says []string
		for _, m := range q.Why {
			says = append(says, m.Code)
		}
		if asks != (tc.says != nil) || asks && len(turn.Do) > 0 || !slices.Equal(says, tc.says) {
			t.Errorf("%+v: asks %v, requests %v", tc.by, says, turn.Do)
		}
		if asks {
			if open := r.CopyAnyway(q).Do[0].(OpenSecret); open.Use.Purpose != run.SecretCopied {
				t.Errorf("%+v: %+v", tc.by, open)
			}
		}
		if m := tc.by.Fate(45); m.Code != tc.fate {
			t.Errorf("%+v: %s", tc.by, m.Code)
		}
	}
}

// TestNothingIsKept: an empty field, another kind of item, no item; and what was
// forgotten in between is refused.
func TestNothingIsKept(t *testing.T) {
	r := newRig(t, page(), 1)
	for _, at := range []flows.Address{locker, {}, flows.At("nowhere.nothing"), {Step: r.At().Step}} {
		for _, turn := range []Turn{r.RevealSecret(at), r.CopySecret(at, Reach{Through: []string{"ssh"}})} {
			if turn.Ask != nil || len(turn.Do) > 0 || len(turn.Tell) != 1 || turn.Tell[0].Code != "use.none" {
				t.Errorf("%s: %+v", at, turn)
			}
		}
	}
}
