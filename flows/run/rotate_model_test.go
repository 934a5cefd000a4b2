package run_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// errKilled is what a call gives in which the program died.
var errKilled = errors.New("killed")

// mortal is a store in which the program dies at a call that writes: before it
// is done, or after it, when nobody hears of it any more.
type mortal struct {
	*storetest.Memory
	calls int // left to live; negative: for ever
	after bool
}

func (m *mortal) write(do func() error) error {
	if m.calls == 0 {
		if m.after {
			if err := do(); err != nil {
				return err
			}
		}
		return errKilled
	}
	m.calls--
	return do()
}

func (m *mortal) Append(ctx context.Context, b run.Batch) error {
	return m.write(func() error { return m.Memory.Append(ctx, b) })
}

func (m *mortal) Forget(ctx context.Context, id string) error {
	return m.write(func() error { return m.Memory.Forget(ctx, id) })
}

// keyring is the model: what a person has said of the key, and so which values
// have to be there.
type keyring struct {
	answer, fresh string
	left          []string // who has not confirmed; nil: no rotation is open
}

func (k keyring) sealed() string {
	all := []string{k.answer}
	if k.fresh != "" {
		all = append(all, k.fresh)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// rotor gives random commands to a run that is killed again and again.
type rotor struct {
	*rand.Rand
	*world
	store *mortal
	next  int       // number of the next value
	after []keyring // the model after each event, those of destroyed values aside
}

// TestRotationKilled kills the program at every write of rotations: whenever it
// comes back, the value that holds and the new one can both be opened, and once
// it has written nothing else is kept.
func TestRotationKilled(t *testing.T) {
	killed := 0
	for seed := range *seeds {
		r := &rotor{Rand: rand.New(rand.NewPCG(uint64(seed), 11)), world: turned(t), next: 2}
		r.store = &mortal{Memory: r.world.store, calls: -1}
		r.reopen()
		for range r.kinds(0) {
			r.after = append(r.after, keyring{answer: "s1"})
		}
		for range 25 {
			r.act()
			if r.IntN(2) == 0 {
				continue
			}
			r.store.calls, r.store.after = r.IntN(5)-1, r.IntN(2) == 0
			err := r.Flush(context.Background())
			r.store.calls = -1
			if err != nil && !errors.Is(err, errKilled) {
				t.Fatal(err)
			}
			if err != nil {
				killed++
				r.reopen()
			}
			r.holds(err == nil)
			if t.Failed() {
				t.Fatalf("seed %d, after %q", seed, r.kinds(0))
			}
		}
	}
	if killed < 100 {
		t.Errorf("killed %d times only", killed)
	}
}

// reopen opens the run as the next program does.
func (r *rotor) reopen() {
	s, err := run.Resume(context.Background(), r.env, r.store, r.ID(), r.load)
	if err != nil {
		r.t.Fatal(err)
	}
	r.Session = s
	if n := r.said(); n < len(r.after) {
		r.after = r.after[:n] // the rest was lost with the program
	}
}

// said counts the events but those of destroyed values.
func (r *rotor) said() int {
	n := 0
	for _, e := range r.Events() {
		if e.Kind != run.EventSecretDestroyed {
			n++
		}
	}
	return n
}

func (r *rotor) now() keyring { return r.after[len(r.after)-1] }

// act does one command at random, and what it means in the model.
func (r *rotor) act() {
	k := r.now()
	k.left = slices.Clone(k.left)
	var c run.Command
	switch n := r.IntN(7); {
	case k.left == nil:
		k.left = []string{"ERP", "Kim"}
		c = run.BeginRotation{At: key, Users: k.left}
	case k.fresh == "" && n < 5, n == 5:
		k.fresh = fmt.Sprintf("s%d", r.next)
		k.left = []string{"ERP", "Kim"}
		c = run.SealRotation{At: key, Sealed: newKey(r.world, k.fresh)}
		r.next++
	case n == 6 || k.fresh == "":
		k.fresh, k.left = "", nil
		c = run.GiveUpRotation{At: key}
	default:
		user := k.left[r.IntN(len(k.left))]
		k.left = slices.DeleteFunc(k.left, func(u string) bool { return u == user })
		c = run.ConfirmRotation{At: key, Users: []string{user}}
		if len(k.left) == 0 {
			k = keyring{answer: k.fresh}
		}
	}
	r.must(c)
	r.after = append(r.after, k)
}

// holds compares the store and the run with the model; settled says that the
// last write has come to its end.
func (r *rotor) holds(settled bool) {
	r.t.Helper()
	k := r.now()
	if r.said() != len(r.after) {
		r.t.Fatalf("%d events, the model has %d", r.said(), len(r.after))
	}
	if got := r.item("keys.key").SecretID; got != k.answer {
		r.t.Errorf("the answer is %s, want %s", got, k.answer)
	}
	if got := r.rotation(); got.Open() != (k.left != nil) || k.left != nil && (got.New.ID != k.fresh || len(got.Left()) != len(k.left)) {
		r.t.Errorf("the rotation is %+v, want %+v", got, k)
	}
	there := strings.Fields(r.secrets())
	for _, id := range strings.Fields(k.sealed()) {
		if !slices.Contains(there, id) {
			r.t.Errorf("%s is gone: sealed are %q", id, there)
		}
	}
	slices.Sort(there)
	if got := strings.Join(there, " "); settled && got != k.sealed() {
		r.t.Errorf("sealed are %q, want %q", got, k.sealed())
	}
}
