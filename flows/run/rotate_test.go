package run_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

var key = flows.At("keys.key")

// newKey is a sealed value of the rotor's key.
func newKey(w *world, id string) *run.Sealed {
	return &run.Sealed{ID: id, Run: w.ID(), Field: "key", Fingerprint: "k1-" + id, Blob: []byte("sealed " + id)}
}

// turned is a finished run of the rotor, on disk, with the key s1 that was
// tested.
func turned(t testing.TB) *world {
	w := newWorldOf(t, "rotor")
	w.must(run.Answer{At: flows.At("holder"), Value: "us"}, run.Answer{At: flows.At("name"), Value: "x"},
		run.SetSecret{At: key, Sealed: newKey(w, "s1")}, tested("k1-s1"), run.Complete{Step: "keys"}, run.Complete{Step: "finish"})
	w.flush()
	w.wantStatus(run.StatusDone)
	return w
}

// tested is a check of the key that passed, on the value of a fingerprint.
func tested(fingerprint string) run.RecordCheck {
	return run.RecordCheck{At: flows.At("keys.fits"), Result: run.CheckResult{
		Status: "passed", Message: flows.Said("it fits"), Inputs: map[string]string{"keys.name": "x", "keys.key": fingerprint},
	}}
}

func (w *world) rotation() *run.RotationView {
	w.t.Helper()
	at, of := w.item("keys.key").Rotation, w.item("finish.renew").Rotation
	if (at == nil) != (of == nil) || at != nil && !reflect.DeepEqual(at, of) {
		w.t.Fatalf("the field's rotation is %+v, the action's %+v", at, of)
	}
	return at
}

// secrets are the ids of the sealed values that the store has.
func (w *world) secrets() string {
	w.t.Helper()
	all, err := w.store.Secrets(context.Background(), w.ID())
	if err != nil {
		w.t.Fatal(err)
	}
	var ids []string
	for _, s := range all {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, " ")
}

func (w *world) wantSecrets(want string) {
	w.t.Helper()
	if got := w.secrets(); got != want {
		w.t.Errorf("sealed are %q, want %q", got, want)
	}
}

// input is the secret that the check works on now.
func (w *world) input() string {
	w.t.Helper()
	all, err := w.CheckInputs(flows.At("keys.fits"))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, in := range all {
		if in.Param == "key" {
			return in.SecretID
		}
	}
	return ""
}

// TestRotate rotates a secret twice on a finished run: old and new lie side by
// side until every user has the new one, then the old one is gone.
func TestRotate(t *testing.T) {
	w := turned(t)
	for i, ids := range [][2]string{{"s1", "s2"}, {"s2", "s3"}} {
		was, is := ids[0], ids[1]
		w.now = w.now.Add(time.Hour)
		n := len(w.Events())
		w.must(run.BeginRotation{At: flows.At("finish.renew"), Users: []string{" ERP ", "Kim\n", "erp", ""}})
		if r := w.rotation(); r.State != run.RotationBegun || r.Old.ID != was || r.New.ID != "" || len(r.Left()) != 2 || !r.Open() {
			t.Fatalf("begun: %+v", r)
		}
		w.must(run.BeginRotation{At: key, Users: []string{"Portal", "kim"}})
		w.must(run.SealRotation{At: key, Sealed: newKey(w, is)})
		w.flush()
		if r, it := w.rotation(), w.item("keys.key"); r.State != run.RotationSealed || it.SecretID != was || r.New.ID != is || r.New.At != w.now {
			t.Fatalf("sealed: %+v, the answer is %s", r, it.SecretID)
		}
		w.wantSecrets(was + " " + is)
		w.wantStatus(run.StatusDone)
		if w.input() != is {
			t.Errorf("the check reads %s, want the new one", w.input())
		}
		if it := w.item("keys.fits"); it.Status != "stale" {
			t.Errorf("the check of the old one is %s", it.Status)
		}
		w.must(tested("k1-" + is))
		w.must(run.ConfirmRotation{At: key, Users: []string{"kim"}, New: is})
		w.flush()
		w.wantSecrets(was + " " + is)
		if got := strings.Join(w.rotation().Left(), " "); got != "ERP Portal" {
			t.Errorf("left are %s", got)
		}
		w.must(run.ConfirmRotation{At: key})
		if w.Pending() != 2 {
			t.Errorf("pending: %d, want the event and what is to be destroyed", w.Pending())
		}
		w.flush()
		w.wantSecrets(is)
		if r, it := w.rotation(), w.item("keys.key"); r.State != run.RotationConfirmed || r.Open() || r.Pending || it.SecretID != is || w.Pending() != 0 {
			t.Fatalf("confirmed: %+v, the answer is %s, pending %d", r, it.SecretID, w.Pending())
		}
		if it := w.item("keys.fits"); it.Status != "passed" || w.input() != is {
			t.Errorf("the check is %s, and reads %s", it.Status, w.input())
		}
		want := []string{"rotation_begun keys", "rotation_begun keys", "rotation_sealed keys", "checked keys", "rotation_confirmed keys", "rotation_confirmed keys", "secret_destroyed keys"}
		if got := w.kinds(n); !reflect.DeepEqual(got, want) {
			t.Errorf("round %d: events %q, want %q", i, got, want)
		}
		w.wantStatus(run.StatusDone)
	}
	w.wantSame()
	w.refused(flows.ErrNothing, run.Undo{})
}

// TestGiveUp ends rotations: the old value stays, and the new one goes.
func TestGiveUp(t *testing.T) {
	w := turned(t)
	w.must(run.BeginRotation{At: key, Users: []string{"ERP"}}, run.GiveUpRotation{At: key})
	w.flush()
	w.wantSecrets("s1")
	w.must(run.BeginRotation{At: key, Users: []string{"ERP"}}, run.SealRotation{At: key, Sealed: newKey(w, "s2")}, tested("k1-s2"))
	w.flush()
	w.must(run.GiveUpRotation{At: key, Why: "the portal is down"})
	w.flush()
	w.wantSecrets("s1")
	r := w.rotation()
	if r.State != run.RotationGivenUp || w.input() != "s1" || w.item("keys.key").SecretID != "s1" || w.item("keys.fits").Status != "stale" {
		t.Errorf("given up: %+v, the check is %s and reads %s", r, w.item("keys.fits").Status, w.input())
	}
	w.wantProblem("finish", "renew.rotation", false)
	w.wantSame()
}

// TestRotationRetyped seals another new value: the first is destroyed, and what
// was confirmed of it does not hold for the second.
func TestRotationRetyped(t *testing.T) {
	w := turned(t)
	w.must(run.BeginRotation{At: key, Users: []string{"ERP", "Kim"}}, run.SealRotation{At: key, Sealed: newKey(w, "s2")}, run.ConfirmRotation{At: key, Users: []string{"ERP"}})
	w.flush()
	w.must(run.SealRotation{At: key, Sealed: newKey(w, "s3"), Violations: []flows.RuleViolation{{Rule: "rackbeat-key"}}})
	w.flush()
	w.wantSecrets("s1 s3")
	if r := w.rotation(); len(r.Left()) != 2 || len(r.Problems) != 1 {
		t.Errorf("after the second: %+v", r)
	}
	if out := w.must(run.SealRotation{At: key, Sealed: newKey(w, "s3")}); len(out.Events) > 0 {
		t.Errorf("the same again made %d events", len(out.Events))
	}
	w.refused(flows.ErrConflict, run.ConfirmRotation{At: key, New: "s2"})
	w.must(run.ConfirmRotation{At: key, New: "s3"})
	w.flush()
	w.wantSecrets("s3")
	w.wantProblem("keys", "key.rackbeat-key", true)
	w.wantSame()
}

// TestRotationRefused holds what a rotation does not take.
func TestRotationRefused(t *testing.T) {
	users := []string{"ERP"}
	many := strings.Split(strings.Repeat("a b c d e f g h i j ", 11), " ")
	for i := range many {
		many[i] += strings.Repeat("x", i)
	}
	w := turned(t)
	w.refused(flows.ErrUsage, run.BeginRotation{At: flows.At("spare"), Users: users})
	w.refused(flows.ErrUsage, run.BeginRotation{At: flows.At("name"), Users: users})
	w.refused(flows.ErrUsage, run.BeginRotation{At: flows.At("finish.told"), Users: users})
	w.refused(flows.ErrNotFound, run.BeginRotation{At: flows.At("none"), Users: users})
	w.refused(flows.ErrUsage, run.BeginRotation{At: key})
	w.refused(flows.ErrUsage, run.BeginRotation{At: key, Users: []string{" ", "\n"}})
	w.refused(flows.ErrLimit, run.BeginRotation{At: key, Users: many})
	w.refused(flows.ErrBlocked, run.SealRotation{At: key, Sealed: newKey(w, "s2")})
	w.refused(flows.ErrBlocked, run.ConfirmRotation{At: key})
	w.refused(flows.ErrBlocked, run.GiveUpRotation{At: key})
	w.must(run.BeginRotation{At: key, Users: users})
	w.refused(flows.ErrBlocked, run.ConfirmRotation{At: key})
	w.refused(flows.ErrUsage, run.SealRotation{At: key})
	w.refused(flows.ErrUsage, run.SealRotation{At: key, Sealed: newKey(w, "s1")})
	w.refused(flows.ErrBlocked, run.SetSecret{At: key, Sealed: newKey(w, "s2")})
	w.refused(flows.ErrBlocked, run.SetSecret{At: key})
	w.refused(flows.ErrBlocked, run.Answer{At: key, Value: ""})
	w.must(run.SealRotation{At: key, Sealed: newKey(w, "s2")})
	w.refused(flows.ErrNotFound, run.ConfirmRotation{At: key, Users: []string{"ERP", "CRM"}})
	w.must(run.Abandon{Outcome: "over", Why: "they left"})
	w.refused(flows.ErrClosed, run.ConfirmRotation{At: key})
	w.flush()
	w.wantSecrets("s1 s2")

	w = newWorldOf(t, "rotor")
	w.must(run.Answer{At: flows.At("holder"), Value: "us"})
	w.refused(flows.ErrNotFound, run.BeginRotation{At: key, Users: users})
	w.must(run.SetSecret{At: key, Sealed: newKey(w, "s1")}, run.Answer{At: flows.At("holder"), Value: "them"})
	w.refused(flows.ErrBlocked, run.BeginRotation{At: key, Users: users})
}

// TestRotationUndo holds that undo takes back nothing of a secret while it is
// rotated, and nothing at all of it once that is confirmed.
func TestRotationUndo(t *testing.T) {
	w := newWorldOf(t, "rotor")
	w.must(run.Answer{At: flows.At("holder"), Value: "us"}, run.SetSecret{At: key, Sealed: newKey(w, "s1")}, run.SetSecret{At: key, Sealed: newKey(w, "s2")},
		run.BeginRotation{At: key, Users: []string{"ERP"}}, run.SealRotation{At: key, Sealed: newKey(w, "s3")}, run.Answer{At: flows.At("name"), Value: "x"})
	w.must(run.Undo{}) // the name
	w.must(run.Undo{}) // the holder, past the secret
	if w.item("keys.holder").Value != nil || w.item("keys.key").SecretID != "s2" {
		t.Fatalf("the holder is %v, the key %s", w.item("keys.holder").Value, w.item("keys.key").SecretID)
	}
	w.refused(flows.ErrNothing, run.Undo{})
	w.must(run.ConfirmRotation{At: key})
	w.refused(flows.ErrNothing, run.Undo{})
	w.must(run.SetSecret{At: key, Sealed: newKey(w, "s4")})
	w.must(run.Undo{})
	if got := w.item("keys.key").SecretID; got != "s3" {
		t.Errorf("undone to %s, want what the rotation left", got)
	}
	w.flush()
	w.wantSame()
}

// TestRotationWarns holds that an open rotation is a warning where it is
// offered, which can be accepted, and is open again with the next one.
func TestRotationWarns(t *testing.T) {
	w := turned(t)
	if n := *w.view().Progress.Warnings; n != 0 {
		t.Fatalf("%d warnings before", n)
	}
	w.must(run.BeginRotation{At: key, Users: []string{"ERP"}})
	w.wantProblem("finish", "renew.rotation", true)
	if n := *w.view().Progress.Warnings; n != 1 {
		t.Errorf("%d warnings of an open rotation", n)
	}
	w.must(run.Accept{Step: "finish", Problem: "renew.rotation", Why: "next week"})
	if n := *w.view().Progress.Warnings; n != 0 {
		t.Errorf("%d warnings, accepted", n)
	}
	w.must(run.GiveUpRotation{At: key}, run.BeginRotation{At: key, Users: []string{"ERP"}})
	if n := *w.view().Progress.Warnings; n != 1 {
		t.Errorf("%d warnings of the next one", n)
	}
}

// TestRotationRedacted erases a secret whose rotation is open: nothing of it is
// left, the new value no more than the old one.
func TestRotationRedacted(t *testing.T) {
	w := turned(t)
	w.must(run.BeginRotation{At: key, Users: []string{"Kim"}}, run.SealRotation{At: key, Sealed: newKey(w, "s2")})
	w.flush()
	if _, err := w.Redact(context.Background(), key, "they asked"); err != nil {
		t.Fatal(err)
	}
	w.wantSecrets("")
	if r := w.rotation(); r != nil || w.item("keys.key").Set {
		t.Errorf("after it: %+v", r)
	}
	for _, e := range w.Events() {
		if strings.Contains(string(e.Data), "Kim\"]") {
			t.Errorf("event %d still has %s", e.Seq, e.Data)
		}
	}
	w.flush()
	w.wantSame()
}

// TestRotationElsewhere has two programs rotate at once.
func TestRotationElsewhere(t *testing.T) {
	ctx := context.Background()
	begun := func(t *testing.T) (mine, theirs *world) {
		mine = turned(t)
		mine.must(run.BeginRotation{At: key, Users: []string{"ERP", "Kim"}}, run.SealRotation{At: key, Sealed: newKey(mine, "s2")})
		return mine, mine.resume()
	}
	for name, tt := range map[string]struct {
		mine, theirs func(w *world) run.Command
		lost         int
		want         string // sealed values, once mine is reloaded and flushed
		state        run.RotationState
	}{
		"both confirm": {
			func(*world) run.Command { return run.ConfirmRotation{At: key, Users: []string{"ERP"}, New: "s2"} },
			func(*world) run.Command { return run.ConfirmRotation{At: key, Users: []string{"Kim"}, New: "s2"} }, 0, "s2", run.RotationConfirmed,
		},
		"a confirmation of what was replaced": {
			func(*world) run.Command { return run.ConfirmRotation{At: key, New: "s2"} },
			func(w *world) run.Command { return run.SealRotation{At: key, Sealed: newKey(w, "s3")} }, 1, "s1 s3", run.RotationSealed,
		},
		"two new values": {
			func(w *world) run.Command { return run.SealRotation{At: key, Sealed: newKey(w, "s4")} },
			func(w *world) run.Command { return run.SealRotation{At: key, Sealed: newKey(w, "s3")} }, 1, "s1 s3", run.RotationSealed,
		},
		"a confirmation of what was given up": {
			func(*world) run.Command { return run.ConfirmRotation{At: key} },
			func(*world) run.Command { return run.GiveUpRotation{At: key} }, 1, "s1", run.RotationGivenUp,
		},
		"giving up what was confirmed": {
			func(*world) run.Command { return run.GiveUpRotation{At: key} },
			func(*world) run.Command { return run.ConfirmRotation{At: key} }, 1, "s2", run.RotationConfirmed,
		},
	} {
		t.Run(name, func(t *testing.T) {
			mine, theirs := begun(t)
			mine.must(tt.mine(mine))
			theirs.must(tt.theirs(theirs))
			theirs.flush()
			if err := mine.Flush(ctx); !errors.Is(err, flows.ErrConflict) {
				t.Fatalf("flush: %v, want a conflict", err)
			}
			lost, err := mine.Reload(ctx)
			if err != nil || len(lost) != tt.lost {
				t.Fatalf("lost %v (%v), want %d", lost, err, tt.lost)
			}
			mine.flush()
			mine.wantSecrets(tt.want)
			if got := mine.rotation().State; got != tt.state {
				t.Errorf("it is %s, want %s", got, tt.state)
			}
			mine.wantSame()
		})
	}
}
