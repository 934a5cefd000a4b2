package walk

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

var specs = flows.Specs{Checks: []flows.CheckSpec{{
	Name: "probe", Title: "Probe", Inputs: []flows.Input{{Name: "must", Types: []flows.Type{flows.TypeText}}},
}}}

// safe is a vault that seals without a key.
type safe struct {
	run.Vault
	n     int
	makes bool // a key, for the first secret
}

// Seal is of run.Vault.
func (s *safe) Seal(_ context.Context, _ run.Mode, id, field, _ string, _ run.Secret) (run.Sealed, error) {
	s.n++
	return run.Sealed{ID: fmt.Sprintf("s%d", s.n), Run: id, Field: field, Fingerprint: fmt.Sprintf("k%d", s.n), Blob: []byte("sealed")}, nil
}

// Prepare is of run.Vault.
func (s *safe) Prepare(context.Context, run.Mode) (bool, error) { return s.n == 0 && s.makes, nil }

// SealUnsaved is of run.Vault.
func (s *safe) SealUnsaved(context.Context, run.Mode, string, string, run.Secret) ([]byte, error) {
	return []byte("sealed"), nil
}

// deaf is a store whose next write succeeds and is not heard to.
type deaf struct {
	*storetest.Memory
	next bool
}

// Append is of run.Store.
func (d *deaf) Append(ctx context.Context, b run.Batch) error {
	err := d.Memory.Append(ctx, b)
	if d.next && err == nil {
		d.next = false
		return flows.ErrFailed
	}
	return err
}

// rig is a run in memory, and the dialogue about it.
type rig struct {
	*Walk
	t     testing.TB
	store *deaf
	vault *safe
	env   run.Env
	lib   *flows.Library
	now   time.Time
	s     *run.Session
}

// lines and page are faces: one asks one thing at a time, the other does not.
func lines() Face { return Face{Stops: stops, StopsAtEnd: true, MaxMustMessages: 3} }
func page() Face  { return Face{Stops: stops} }

func stops(k flows.Kind) bool {
	switch k {
	case flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck:
		return true
	}
	return false
}

func newRig(t testing.TB, f Face, seed uint64) *rig {
	t.Helper()
	r := &rig{t: t, store: &deaf{Memory: storetest.NewMemory()}, vault: &safe{}, lib: flows.Open(os.DirFS("testdata"), specs), now: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
	var key [32]byte
	key[0], key[1], key[2] = byte(seed), byte(seed>>8), byte(seed>>16)
	r.env = run.Env{Now: func() time.Time { return r.now }, Random: rand.NewChaCha8(key), By: "Ann"}
	p, err := r.lib.Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.store.AddCustomer(context.Background(), run.Customer{ID: "c1", Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	if r.s, err = run.Create(r.env, r.store, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if err = r.s.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	f.Now = r.env.Now
	r.Walk = New(r.s, f, nil)
	return r
}

// elsewhere does commands in another program.
func (r *rig) elsewhere(commands ...run.Command) error {
	r.t.Helper()
	env := r.env
	env.By = "Bob"
	other, err := run.Resume(context.Background(), env, r.store, r.s.ID(), r.lib.Decode)
	if err != nil {
		r.t.Fatal(err)
	}
	if _, err = other.Do(true, commands...); err != nil {
		return err
	}
	return other.Flush(context.Background())
}

// has gives answers, which are saved.
func (r *rig) has(commands ...run.Command) *rig {
	r.t.Helper()
	if _, err := r.s.Do(true, commands...); err != nil {
		r.t.Fatal(err)
	}
	if err := r.s.Flush(context.Background()); err != nil {
		r.t.Fatal(err)
	}
	r.Refresh()
	return r
}

func answer(item string, v flows.Value) run.Command { return run.Answer{At: flows.At(item), Value: v} }

// stands holds where the dialogue stands.
func (r *rig) stands(want string) {
	r.t.Helper()
	if got := r.At().String(); got != want {
		r.t.Errorf("it stands at %q, want %q", got, want)
	}
}

// fulfil does what a turn requests, and what follows from that, at once. The
// question is the last one that was asked.
func (r *rig) fulfil(t Turn) (Question, []string) {
	r.t.Helper()
	told, q := codes(t), t.Ask
	for _, d := range t.Do {
		more, tells := r.fulfil(r.carried(d, nil))
		told = append(told, tells...)
		if more != nil {
			q = more
		}
	}
	return q, told
}

// carried does what is requested; where fail is set a write fails by it.
func (r *rig) carried(d Request, fail error) Turn {
	r.t.Helper()
	ctx := context.Background()
	switch d := d.(type) {
	case Save:
		err := fail
		for _, t := range d.Typing {
			if err == nil {
				err = r.store.SaveUnsaved(ctx, r.unsaved(t))
			}
		}
		if err == nil {
			err = r.s.Flush(ctx)
		}
		return r.Saved(err)
	case Reload:
		if fail != nil {
			return r.Reloaded(nil, fail)
		}
		return r.Reloaded(r.s.Reload(ctx))
	case CatchUp:
		if fail != nil {
			return r.CaughtUp(nil, fail)
		}
		return r.CaughtUp(r.s.Reload(ctx))
	case Seal:
		if fail != nil {
			return r.Sealed(run.SetSecret{}, fail)
		}
		return r.Sealed(r.s.Seal(ctx, r.vault, d.At, "", d.Secret))
	case NewKey:
		return r.KeyMade(fail)
	case KeepFile:
		if fail != nil {
			return r.FileKept(d, run.File{}, fail)
		}
		file, err := r.store.Put(ctx, d.Path, strings.NewReader(d.Path))
		return r.FileKept(d, file, err)
	case RunCheck:
		return r.Checked(run.RecordCheck{At: d.At, Result: run.CheckResult{Status: "passed", Message: flows.Said("It is.")}}, fail)
	}
	r.t.Fatalf("nobody does %T", d)
	return Turn{}
}

func (r *rig) unsaved(t Typing) run.Unsaved {
	u := run.Unsaved{Run: r.s.ID(), Step: t.At.Step, Item: t.At.Item, Row: t.At.Row, Column: t.At.Column, Text: t.Text, At: r.now}
	if t.Hidden && !t.Gone() {
		u.Text, u.Blob = "", []byte("sealed")
	}
	return u
}

// codes are what a turn tells.
func codes(t Turn) []string {
	var list []string
	for _, m := range t.Tell {
		list = append(list, m.Code)
	}
	return list
}

func encode(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
