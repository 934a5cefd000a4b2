package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"strings"
	"sync"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// transfer copies from one office's store into another's.
func transfer(from, to *office) *Transfer {
	return &Transfer{From: from.store, To: to.store, Env: from.env, Load: flows.Decode}
}

// start begins a run of a customer.
func (o *office) start(customer string) string {
	o.t.Helper()
	c, err := o.store.AddCustomer(o.t.Context(), run.Customer{Name: customer})
	o.ok(err)
	return o.startFor(c)
}

func (o *office) seal(id, secret string) {
	o.t.Helper()
	o.do(id, run.SetSecret{At: flows.At("ship.key"), Sealed: &run.Sealed{ID: secret, Run: id, Field: "key", Fingerprint: "k1-" + secret, Blob: []byte("blob " + secret), At: o.env.Now()}})
}

func (o *office) redact(id, item string) {
	o.t.Helper()
	s, err := run.Resume(o.t.Context(), o.env, o.store, id, flows.Decode)
	o.ok(err)
	_, err = s.Redact(o.t.Context(), flows.At(item), "they asked")
	o.ok(err)
}

// furnish gives an office three customers with four runs, of which one was erased in
// part, files, secrets and an address.
func (o *office) furnish() (ids []string) {
	o.t.Helper()
	ids = append(ids, o.begin(), o.begin(), o.start("Nordkai Oy"))
	o.seal(ids[0], "s1")
	o.seal(ids[2], "s2")
	o.do(ids[1], run.Answer{At: flows.At("ship.name"), Value: "Beluga"})
	o.redact(ids[1], "ship.name")
	c, err := o.store.AddCustomer(o.t.Context(), run.Customer{Name: "Satama AS"})
	o.ok(err)
	o.ok(o.store.SetPage(o.t.Context(), c.ID, "Portal", "https://portal.example.org/satama"))
	return ids
}

// runs are the events of all runs.
func (o *office) runs() map[string][]run.Event {
	o.t.Helper()
	all := map[string][]run.Event{}
	page, err := o.store.Headers(o.t.Context(), run.Query{Limit: 500})
	o.ok(err)
	for _, h := range page.Runs {
		events, err := o.store.Events(o.t.Context(), h.ID, 0)
		o.ok(err)
		all[h.ID] = events
	}
	return all
}

// secretIDs are the sealed secrets, in order.
func (o *office) secretIDs() (ids []string) {
	o.t.Helper()
	all, err := o.store.Secrets(o.t.Context(), "")
	o.ok(err)
	for _, s := range all {
		ids = append(ids, s.ID)
	}
	return ids
}

// wantWhole wants every run to be whole: its chain, its procedure and its files.
func (o *office) wantWhole() {
	o.t.Helper()
	found, err := o.store.Examine(o.t.Context())
	o.ok(err)
	if len(found.Problems) > 0 {
		o.t.Fatalf("problems: %v", found.Problems)
	}
}

// wantEqual wants both to keep the same runs and secrets.
func wantEqual(t *testing.T, a, b *office) {
	t.Helper()
	b.wantWhole()
	if got, want := b.runs(), a.runs(); !reflect.DeepEqual(got, want) {
		t.Fatalf("runs %v, want %v", got, want)
	}
	if got, want := b.secretIDs(), a.secretIDs(); !reflect.DeepEqual(got, want) {
		t.Fatalf("secrets %v, want %v", got, want)
	}
}

func (o *office) transferred(t *Transfer) Transferred {
	o.t.Helper()
	done, err := t.Do(o.t.Context())
	o.ok(err)
	return done
}

// TestTransfer copies a store into another, where there is one of its customers
// under another id: all of it, once.
func TestTransfer(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	ann.furnish()
	ben.start("Nordkai Oy")
	was := ben.runs()

	first := transfer(ann, ben)
	want := Transferred{
		Customers: 3, NewCustomers: 2, Pages: 1, NewPages: 1, Runs: 3, Relations: map[run.Relation]int{run.CopyNew: 3},
		Files: 2, Bytes: 16, Secrets: map[string]int{"": 2},
	}
	for _, events := range ann.runs() {
		want.Events += int64(len(events))
	}
	trial := *first
	trial.Trial = true
	before := ben.sum()
	if got := ben.transferred(&trial); !reflect.DeepEqual(got, want) || ben.sum() != before {
		t.Errorf("a trial:\n%+v, want\n%+v; the store is as it was: %t", got, want, ben.sum() == before)
	}
	var told []string
	first.Tell = func(done, total int, customer string) {
		told = append(told, fmt.Sprintf("%d %d %s", done, total, customer))
	}
	if got := ben.transferred(first); !reflect.DeepEqual(got, want) {
		t.Errorf("\n%+v, want\n%+v", got, want)
	}
	if got := strings.Join(told, "; "); got != "1 3 Muster GmbH; 2 3 Muster GmbH; 3 3 Nordkai Oy" {
		t.Errorf("told: %s", got)
	}
	got := ben.runs()
	maps.DeleteFunc(got, func(id string, _ []run.Event) bool { return was[id] != nil })
	if want := ann.runs(); !reflect.DeepEqual(got, want) {
		t.Errorf("runs %v, want %v", got, want)
	}
	ben.wantWhole()

	before = ben.sum()
	want.NewCustomers, want.NewPages, want.Events, want.Files, want.Bytes, want.Secrets = 0, 0, 0, 0, 0, map[string]int{}
	want.Relations = map[run.Relation]int{run.CopySame: 3}
	if got := ben.transferred(transfer(ann, ben)); !reflect.DeepEqual(got, want) || ben.sum() != before {
		t.Errorf("once more:\n%+v, want\n%+v; the store is as it was: %t", got, want, ben.sum() == before)
	}
}

// TestTransferOnward copies runs that went on, here, there and on both sides.
func TestTransferOnward(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	ids := ann.furnish()
	ben.transferred(transfer(ann, ben))
	name := flows.At("ship.name")
	ann.redact(ids[0], "ship.key") // and its secret
	ann.seal(ids[0], "s3")
	ben.do(ids[1], run.Answer{At: name, Value: "Cachalot"})
	ann.do(ids[2], run.Answer{At: name, Value: "Dolphin"})
	ben.do(ids[2], run.Answer{At: name, Value: "Delfin"})
	was := ben.runs()

	done := ben.transferred(transfer(ann, ben))
	want := map[run.Relation]int{run.CopyAhead: 1, run.CopyBehind: 1, run.CopyDiverged: 1}
	if !reflect.DeepEqual(done.Relations, want) || done.Events != 2 || done.Secrets[""] != 1 {
		t.Errorf("%+v, want %v", done, want)
	}
	kinds := map[string]flows.RefusalKind{ids[1]: "", ids[2]: flows.ErrConflict}
	for _, s := range done.Stayed {
		if kind, is := kinds[s.Run.ID]; !is || kind != s.Kind {
			t.Errorf("stayed: %+v", s)
		}
		delete(kinds, s.Run.ID)
	}
	if len(kinds) > 0 {
		t.Errorf("%v is not named", kinds)
	}
	got := ben.runs()
	if want := ann.runs()[ids[0]]; !reflect.DeepEqual(got[ids[0]], want) {
		t.Errorf("what went on is %v, want %v", got[ids[0]], want)
	}
	for _, id := range ids[1:] {
		if !reflect.DeepEqual(got[id], was[id]) {
			t.Errorf("what was left is %v, was %v", got[id], was[id])
		}
	}
	if got := strings.Join(ben.secretIDs(), " "); got != "s2 s3" {
		t.Errorf("secrets %s", got)
	}
	ben.wantWhole()
}

// errFault is what a faulty store fails with.
var errFault = errors.New("a fault")

// faulty fails at a write: before it or, its answer lost, after it.
type faulty struct {
	run.Archive
	mu    sync.Mutex
	in    int // writes until the fault
	after bool
	fail  error
}

func (f *faulty) do(write func() error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.in--; f.in != 0 {
		return write()
	}
	if f.after {
		return errors.Join(write(), f.fail)
	}
	return f.fail
}

func (f *faulty) AddCustomer(ctx context.Context, c run.Customer) (there run.Customer, err error) {
	return there, f.do(func() error { there, err = f.Archive.AddCustomer(ctx, c); return err })
}

func (f *faulty) SetPage(ctx context.Context, customer, system, address string) error {
	return f.do(func() error { return f.Archive.SetPage(ctx, customer, system, address) })
}

func (f *faulty) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (kept run.File, err error) {
	return kept, f.do(func() error { kept, err = f.Archive.PutLarge(ctx, name, most, r); return err })
}

func (f *faulty) Append(ctx context.Context, b run.Batch) error {
	return f.do(func() error { return f.Archive.Append(ctx, b) })
}

func (f *faulty) Erase(ctx context.Context, seqs []int64, b run.Batch) error {
	return f.do(func() error { return f.Archive.Erase(ctx, seqs, b) })
}

func (f *faulty) Forget(ctx context.Context, id string) error {
	return f.do(func() error { return f.Archive.Forget(ctx, id) })
}

// TestTransferGoesOn: whichever write fails, each run is whole or absent, and the same
// once more brings the rest.
func TestTransferGoesOn(t *testing.T) {
	ann := newOffice(t, "Ann", 1)
	ids := ann.furnish()
	// ripe is a store with runs that are to go on, and to lose something.
	ripe := func() *office {
		ben := newOffice(t, "Ben", 2)
		ben.transferred(transfer(ann, ben))
		return ben
	}
	olds := [][2]*office{}
	for range 40 {
		olds = append(olds, [2]*office{newOffice(t, "Ben", 2), ripe()})
	}
	ann.redact(ids[0], "ship.key")
	ann.seal(ids[0], "s3")
	ann.do(ids[2], run.Answer{At: flows.At("ship.name"), Value: "Dolphin"})
	writes := 0
	for i, pair := range olds {
		for _, ben := range pair {
			broken := &faulty{Archive: ben.store, in: i/2 + 1, after: i%2 == 1, fail: errFault}
			cut := transfer(ann, ben)
			cut.To = broken
			_, err := cut.Do(t.Context())
			if broken.in > 0 != (err == nil) || err != nil && !errors.Is(err, errFault) {
				t.Fatalf("write %d: %v", i/2+1, err)
			}
			if err != nil {
				writes++
			}
			ben.wantWhole()
			for id, events := range ben.runs() {
				if all := ann.runs()[id]; !isBegin(events, all) && !isBegin(all, events) {
					t.Fatalf("write %d: run %s is neither", i/2+1, id)
				}
			}
			ben.transferred(transfer(ann, ben))
			wantEqual(t, ann, ben)
		}
	}
	if writes < 20 {
		t.Errorf("%d writes have failed", writes)
	}
}

// TestTransferLeaves: what is about one run is named, and the rest is copied.
func TestTransferLeaves(t *testing.T) {
	for _, kind := range []flows.RefusalKind{flows.ErrDenied, flows.ErrLimit, flows.ErrConflict} {
		ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
		ann.furnish()
		for in := 1; ; in++ {
			refusing := &faulty{Archive: ben.store, in: in, fail: flows.Refuse(kind, nil, "store.no_name")}
			some := transfer(ann, ben)
			some.To = refusing
			done := ben.transferred(some)
			ben.wantWhole()
			if refusing.in > 0 {
				break
			}
			if retried := kind == flows.ErrConflict; len(done.Stayed) != 1 && !retried || len(done.Stayed) > 0 && done.Stayed[0].Kind != kind {
				t.Errorf("%s at write %d: stayed %+v", kind, in, done.Stayed)
			}
		}
		wantEqual(t, ann, ben)
	}
}

// hasty is a store that somebody else writes to just before we do.
type hasty struct {
	run.Archive
	once   sync.Once
	before func()
}

func (h *hasty) Append(ctx context.Context, b run.Batch) error {
	h.once.Do(h.before)
	return h.Archive.Append(ctx, b)
}

// TestTransferAtOnce: of two who copy the same, or while somebody works there, nothing
// is there twice and nothing is called refused.
func TestTransferAtOnce(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	ids := ann.furnish()
	at := transfer(ann, ben)
	at.To = &hasty{Archive: ben.store, before: func() { ben.transferred(transfer(ann, ben)) }}
	if done := ben.transferred(at); done.Relations[run.CopySame] != 3 || len(done.Stayed) > 0 {
		t.Errorf("two at once: %+v", done)
	}
	wantEqual(t, ann, ben)
	name := flows.At("ship.name")
	ann.do(ids[2], run.Answer{At: name, Value: "Dolphin"})
	at.To = &hasty{Archive: ben.store, before: func() { ben.do(ids[2], run.Answer{At: name, Value: "Delfin"}) }}
	if done := ben.transferred(at); done.Relations[run.CopyDiverged] != 1 || len(done.Stayed) != 1 {
		t.Errorf("while somebody works: %+v", done)
	}
	ben.wantWhole()

	at = transfer(ann, newOffice(t, "Ben", 2))
	at.To = &faulty{Archive: at.To, in: 6, fail: flows.ErrConflict} // a run that whoever copies may not see
	done := ben.transferred(at)
	if done.Relations[run.CopyNew] != 2 || len(done.Stayed) != 1 || done.Stayed[0].Message.Code != "transfer.taken" {
		t.Errorf("where the id is taken: %+v", done)
	}
}

// TestTransferOfDamage: a run that is not as it was written is named.
func TestTransferOfDamage(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	id := ann.begin()
	ann.start("Nordkai Oy")
	bad := transfer(ann, ben)
	bad.From = altered{ann.store, id}
	done := ben.transferred(bad)
	if len(done.Stayed) != 1 || done.Stayed[0].Run.ID != id || done.Stayed[0].Kind != flows.ErrDamaged || done.Stayed[0].Message.Code != "transfer.broken" {
		t.Errorf("stayed: %+v", done.Stayed)
	}
	if got := ben.runs(); len(got) != 1 || got[id] != nil {
		t.Errorf("there are %v", got)
	}
	lossy := transfer(ann, ben)
	lossy.To = altered{ben.store, id}
	if _, err := lossy.Do(t.Context()); !errors.Is(err, flows.ErrFailed) {
		t.Errorf("a store that gives back something else: %v", err)
	}
}

// altered gives an event of a run back changed.
type altered struct {
	run.Archive
	run string
}

func (s altered) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	events, err := s.Archive.Events(ctx, id, after)
	if id == s.run && len(events) > 1 {
		events[1].By = "Somebody"
	}
	return events, err
}

// shared is a store of a team.
type shared struct {
	run.Archive
	me run.Member
}

func (s shared) Team() run.Team { return team{me: s.me} }

type team struct {
	run.Team
	me run.Member
}

func (t team) Me() run.Member { return t.me }

// Secrets shows an auditor none.
func (s shared) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	all, err := s.Archive.Secrets(ctx, id)
	if s.me.Role == run.Auditor {
		return nil, flows.Refuse(flows.ErrDenied, nil, "store.no_name")
	}
	for i := range all {
		all[i].By, all[i].For = "erika", []string{"kim"}
	}
	return all, err
}

// TestTransferOfATeam: whose secrets there are is told, and who may write nothing is
// refused before anything is tried.
func TestTransferOfATeam(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	ann.furnish()
	for _, role := range run.Roles {
		there := newOffice(t, "Ben", 2)
		to := transfer(ann, there)
		to.To = shared{Archive: there.store, me: run.Member{Name: "kim", Role: role}}
		if _, err := to.Do(t.Context()); role.Writes() && err != nil || !role.Writes() && (!errors.Is(err, flows.ErrDenied) || len(there.runs()) > 0) {
			t.Errorf("to a team as its %s: %v, %d runs", role, err, len(there.runs()))
		}
	}
	from := transfer(ann, ben)
	from.From = shared{Archive: ann.store, me: run.Member{Name: "kim", Role: run.Auditor}}
	if done := ben.transferred(from); done.Withheld != 2 || len(ben.secretIDs()) > 0 {
		t.Errorf("as an auditor: %+v, %v", done, ben.secretIDs())
	}
	ben.store = storetest.NewMemory()
	from = transfer(ann, ben)
	from.From = shared{Archive: ann.store, me: run.Member{Name: "kim", Role: run.Reader}}
	if done := ben.transferred(from); !reflect.DeepEqual(done.Secrets, map[string]int{"erika": 2}) {
		t.Errorf("as a reader: %+v", done)
	}
	if s, err := ben.store.Secret(t.Context(), "s1"); err != nil || s.By != "" || s.For != nil || string(s.Blob) != "blob s1" {
		t.Errorf("%+v, %v", s, err)
	}
}
