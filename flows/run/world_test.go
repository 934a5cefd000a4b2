package run_test

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

//go:embed testdata
var documents embed.FS

var specs = flows.Specs{Checks: []flows.CheckSpec{{
	Name:     "test.equal",
	Inputs:   []flows.Input{{Name: "left", Types: []flows.Type{flows.TypeText}, Required: true}, {Name: "right", Types: []flows.Type{flows.TypeEmail}}},
	Findings: []string{"soft", "hard"},
}, {
	Name: "test.all",
	Inputs: []flows.Input{
		{Name: "names", Types: []flows.Type{flows.TypeText}, Required: true, Many: true},
		{Name: "key", Types: []flows.Type{flows.TypeSecret}},
		{Name: "way", Types: []flows.Type{flows.TypeChoice}},
	},
	Findings: []string{"names", "missing"},
}, {
	Name:     "test.files",
	Inputs:   []flows.Input{{Name: "netvisor", Types: []flows.Type{flows.TypeFile}, Required: true}, {Name: "rackbeat", Types: []flows.Type{flows.TypeFile}}, {Name: "way", Types: []flows.Type{flows.TypeText}}},
	Findings: []string{"odd"},
}}}

// random is a source of bytes that is the same in every test run.
func random(seed uint64) io.Reader {
	var key [32]byte
	key[0], key[1], key[2] = byte(seed), byte(seed>>8), byte(seed>>16)
	return rand.NewChaCha8(key)
}

func procedure(t testing.TB, id string) *flows.Procedure {
	t.Helper()
	sub, err := fs.Sub(documents, "testdata")
	if err != nil {
		t.Fatal(err)
	}
	p, err := flows.Open(sub, specs).Procedure(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// world is a run in a memory store, with a clock that only tests move.
type world struct {
	t     testing.TB
	store *storetest.Memory
	env   run.Env
	now   time.Time
	proc  *flows.Procedure
	*run.Session
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return newWorldOf(t, "harbour")
}

func newWorldOf(t testing.TB, id string) *world {
	t.Helper()
	w := &world{t: t, store: storetest.NewMemory(), now: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC), proc: procedure(t, id)}
	w.env = run.Env{Now: func() time.Time { return w.now }, Random: random(1), By: "Kim"}
	c, err := w.store.AddCustomer(context.Background(), run.Customer{ID: "c1", Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	w.Session, err = run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: c, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// must decides commands, confirmed, and fails the test where one is refused.
func (w *world) must(commands ...run.Command) run.Outcome {
	w.t.Helper()
	out, err := w.Do(true, commands...)
	if err != nil {
		w.t.Fatalf("%#v: %v", commands, err)
	}
	return out
}

func (w *world) flush() {
	w.t.Helper()
	if err := w.Flush(context.Background()); err != nil {
		w.t.Fatal(err)
	}
}

// resume opens the flushed run a second time, as another program would.
func (w *world) resume() *world {
	w.t.Helper()
	w.flush()
	s, err := run.Resume(context.Background(), w.env, w.store, w.ID(), w.load)
	if err != nil {
		w.t.Fatal(err)
	}
	other := *w
	other.Session = s
	return &other
}

func (w *world) load(doc []byte) (*flows.Procedure, error) { return flows.Decode(doc) }

func (w *world) view() *run.View { return w.View(w.now) }

func (w *world) step(id string) *run.StepView {
	w.t.Helper()
	s := w.view().Step(id)
	if s == nil {
		w.t.Fatalf("no step %s", id)
	}
	return s
}

func (w *world) item(name string) *run.ItemView {
	w.t.Helper()
	step, id, _ := strings.Cut(name, ".")
	it := w.step(step).Item(id)
	if it == nil {
		w.t.Fatalf("no item %s", name)
	}
	return it
}

func (w *world) wantState(step string, want run.StepState) {
	w.t.Helper()
	if got := w.step(step).State; got != want {
		w.t.Errorf("step %s is %s, want %s (blocked by %v)", step, got, want, w.step(step).BlockedBy)
	}
}

func (w *world) wantItem(name string, want run.ItemState) {
	w.t.Helper()
	if got := w.item(name).State; got != want {
		w.t.Errorf("item %s is %s, want %s", name, got, want)
	}
}

func (w *world) wantStatus(want run.Status) {
	w.t.Helper()
	if got := w.view().Status; got != want {
		w.t.Errorf("the run is %s, want %s", got, want)
	}
}

// problems lists the ids of a step's problems of one level.
func (w *world) problems(step string, level flows.Level) []string {
	ids := []string{}
	for _, p := range w.step(step).Problems() {
		if p.Level == level {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func (w *world) wantProblem(step, id string, want bool) {
	w.t.Helper()
	got := false
	for _, p := range w.step(step).Problems() {
		got = got || p.ID == id
	}
	if got != want {
		w.t.Errorf("problem %s of %s: %t, want %t", id, step, got, want)
	}
}

// refused decides commands unconfirmed and demands a refusal of one code.
func (w *world) refused(code flows.RefusalKind, commands ...run.Command) run.Outcome {
	w.t.Helper()
	n := len(w.Events())
	out, err := w.Do(false, commands...)
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Kind != code {
		w.t.Fatalf("%#v: got %v, want a refusal %s", commands, err, code)
	}
	if r.Message.IsZero() {
		w.t.Errorf("the refusal says nothing")
	}
	if len(w.Events()) != n {
		w.t.Errorf("a refused command left events")
	}
	return out
}

// kinds lists the events since a seq as "kind step".
func (w *world) kinds(since int) []string {
	var list []string
	for _, e := range w.Events()[since:] {
		list = append(list, strings.TrimSpace(string(e.Kind)+" "+e.Step))
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

func (w *world) sealed(id string) *run.Sealed {
	return &run.Sealed{ID: id, Run: w.ID(), Field: "pass", Fingerprint: "k1-" + id, Blob: []byte("sealed " + id)}
}

func checked(status, finding string) run.RecordCheck {
	return run.RecordCheck{At: flows.At("compare.equal"), Result: run.CheckResult{Status: status, Finding: finding, Message: flows.Said(fmt.Sprint("it ", status))}}
}

// asRefusal is the refusal in an error; a zero one where there is none.
func asRefusal(err error) *flows.Refusal {
	r := &flows.Refusal{}
	errors.As(err, &r)
	return r
}
