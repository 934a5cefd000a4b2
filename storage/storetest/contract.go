package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Run is the contract of a run.Archive. Each test gets an empty archive from
// open, which closes it when the test ends.
func Run(t *testing.T, open func(t *testing.T) run.Archive) {
	tests := []struct {
		name string
		test func(t *testing.T, a run.Archive)
	}{
		{"a batch comes back as it was written", testRoundTrip},
		{"a taken seq is a conflict and nothing is written", testConflict},
		{"a batch that is not whole is refused", testTornBatch},
		{"a run needs its customer and its procedure", testNeeds},
		{"secrets and taken input travel with the events", testTravel},
		{"a run is found by its id and by a unique prefix", testPrefix},
		{"pages follow each other without gap or repeat", testPaging},
		{"pages hold still while runs change", testPagingWhileWriting},
		{"a query names runs by status, due time and customer", testQuery},
		{"the limits of a page", testLimit},
		{"a search finds words and the beginning of the last", testSearch},
		{"a search takes any text", testSearchHostile},
		{"customers are one by name", testCustomers},
		{"customers are found by the beginning of their name", testCustomerPrefix},
		{"unsaved input is kept until it is taken", testUnsaved},
		{"sealed secrets are kept until they are forgotten", testSecrets},
		{"settings are kept until they are emptied", testSettings},
		{"erased events keep the chain", testErase},
		{"a deleted run leaves nothing", testDeleteRun},
		{"a deleted customer leaves nothing", testDeleteCustomer},
		{"evidence comes back by its sum", testEvidence},
		{"evidence over the limit is refused", testEvidenceLimit},
		{"large evidence is streamed, under its own limit", testEvidenceLarge},
		{"evidence goes with the last event that names it", testEvidenceGoes},
		{"a backup brings back what was there", testBackup},
		{"what is deleted is deleted from backups", testBackupDelete},
		{"an examination counts and finds nothing", testExamine},
		{"a procedure that is not as it was stored is found", testProcedure},
		{"of each kind of event the files are missed that it names", testEveryKind},
		{"many write at once", testConcurrent},
		{"a page and its total are of one moment", testOneMoment},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}

var ctx = context.Background()

// customer adds a customer.
func customer(t *testing.T, a run.Archive, name string) run.Customer {
	t.Helper()
	c, err := a.AddCustomer(ctx, run.Customer{Name: name})
	ok(t, err)
	return c
}

// started writes a run with a started event.
func started(t *testing.T, a run.Archive, id string, c run.Customer) *Log {
	t.Helper()
	l := NewLog(id, c)
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	ok(t, a.Append(ctx, l.Batch(1)))
	return l
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("error %v, want %v", err, want)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func testRoundTrip(t *testing.T, a run.Archive) {
	l := NewLog("ab12", customer(t, a, "Muster GmbH"))
	due := Epoch.Add(time.Hour)
	l.Header.Due = &due
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	l.Answer("name", "Straße 1\nzweite Zeile \u202e")
	l.Add(run.EventChecked, []byte(`{"text":""}`)).Content = []byte("findings")
	l.Add(run.EventRowsReplaced, []byte(`{"count":1}`)).Content = []byte("a;b\x00\xff")
	ok(t, a.Append(ctx, l.Batch(1)))

	h, err := a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "header", h, l.Batch(1).Header)
	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", events, l.Events)
	events, err = a.Events(ctx, "ab12", 3)
	ok(t, err)
	same(t, "events after 3", events, l.Events[3:])
	doc, err := a.Document(ctx, ProcedureDigest)
	ok(t, err)
	same(t, "document", string(doc), Procedure)
	_, err = a.Document(ctx, "d2")
	is(t, err, flows.ErrNotFound)

	l.Answer("name", "second")
	l.Header.Status, l.Header.Due, l.Header.Title, l.Header.Lang = run.StatusWaiting, nil, "Import von TecCom", "de"
	ok(t, a.Append(ctx, l.Batch(5)))
	h, err = a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "header after the second batch", h, l.Batch(5).Header)
	events, err = a.Events(ctx, "no such run", 0)
	ok(t, err)
	same(t, "events of no run", len(events), 0)
}

func testConflict(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	other := NewLog("ab12", c)
	other.Events = append([]run.Event(nil), l.Events...)
	l.Answer("name", "mine")
	ok(t, a.Append(ctx, l.Batch(2)))
	other.Answer("name", "theirs")
	other.Answer("city", "Bonn")
	b := other.Batch(2)
	b.Search, b.Secrets = "theirs", []run.Sealed{{ID: "s1", Run: "ab12", Blob: []byte("x"), At: Epoch}}
	is(t, a.Append(ctx, b), flows.ErrConflict)
	is(t, a.Append(ctx, other.Batch(3)), flows.ErrConflict) // follows, but not from our event 2
	is(t, a.Append(ctx, other.Batch(1)), flows.ErrConflict)

	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", events, l.Events)
	secrets, err := a.Secrets(ctx, "ab12")
	ok(t, err)
	same(t, "secrets", len(secrets), 0)
	same(t, "found", found(t, a, run.Query{Text: "theirs"}), "")
}

func testTornBatch(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	for range 3 {
		l.Answer("name", "x")
	}
	gap := l.Batch(2)
	gap.Events = append(gap.Events[:1], gap.Events[2:]...)
	foreign := l.Batch(2)
	foreign.Events[1].Run = "cd34"
	unchained := l.Batch(2)
	unchained.Events[1].Prev = make([]byte, 32)
	for name, b := range map[string]run.Batch{"gap": gap, "foreign": foreign, "unchained": unchained} {
		if err := a.Append(ctx, b); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	is(t, a.Append(ctx, NewLogAt("cd34", c, 2)), flows.ErrNotFound)
	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", len(events), 1)
}

// NewLogAt is a batch of a run that goes on from a seq which nobody wrote.
func NewLogAt(id string, c run.Customer, from int64) run.Batch {
	l := NewLog(id, c)
	for range from {
		l.Answer("name", "x")
	}
	return l.Batch(from)
}

func testNeeds(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	is(t, a.Append(ctx, NewLogAt("ab12", run.Customer{ID: "nobody", Name: "x"}, 1)), flows.ErrNotFound)
	b := NewLogAt("ab12", c, 1)
	b.Document = nil
	is(t, a.Append(ctx, b), flows.ErrNotFound)
	_, err := a.Header(ctx, "ab12")
	is(t, err, flows.ErrNotFound)
	started(t, a, "ab12", c)
	b = NewLogAt("cd34", c, 1)
	b.Document = nil // it is there already
	ok(t, a.Append(ctx, b))
}

// testProcedure stores a procedure whose bytes do not fit its digest, as a store
// has it in which a bit was flipped: the runs that have it are named.
func testProcedure(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	started(t, a, "ab12", c)
	b := NewLogAt("cd34", c, 1)
	b.Header.Digest, b.Document = strings.Repeat("0f", 32), []byte("procedure: teccom-impord")
	ok(t, a.Append(ctx, b))
	f, err := a.Examine(ctx)
	ok(t, err)
	if len(f.Problems) != 1 || f.Problems[0].Code != "store.procedure_changed" {
		t.Fatalf("problems %v", f.Problems)
	}
	if runs, _ := f.Problems[0].Arg("runs"); !reflect.DeepEqual(runs, []string{"cd34"}) {
		t.Errorf("it names the runs %v", runs)
	}
}

func testTravel(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	for _, item := range []string{"client.name", "client.city"} {
		ok(t, a.SaveUnsaved(ctx, run.Unsaved{Run: "ab12", Step: "client", Item: item, Text: "typing", At: Epoch}))
	}
	l.Add(run.EventSecretSet, map[string]string{"secret": "s1"})
	b := l.Batch(2)
	b.Secrets = []run.Sealed{{ID: "s1", Run: "ab12", Field: "client.secret", Origin: "https://example.org:443", Fingerprint: "f", Blob: []byte("age"), At: Epoch}}
	b.Taken = []run.Unsaved{{Run: "ab12", Item: "client.name"}}
	ok(t, a.Append(ctx, b))
	s, err := a.Secret(ctx, "s1")
	ok(t, err)
	same(t, "secret", s, b.Secrets[0])
	left, err := a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved", len(left), 1)
	same(t, "unsaved", left[0].Item, "client.city")

	l.Add(run.EventSecretSet, map[string]string{"secret": "s1"})
	again := l.Batch(3)
	again.Secrets = b.Secrets
	is(t, a.Append(ctx, again), flows.ErrConflict)
	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", len(events), 2)
}

func testConcurrent(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	done := make(chan error)
	const writers, events = 4, 20
	for i := range writers {
		go func() { done <- writeMany(a, fmt.Sprintf("run%d", i), c, events) }()
	}
	for range writers {
		ok(t, <-done)
	}
	p, err := a.Headers(ctx, run.Query{})
	ok(t, err)
	same(t, "total", p.Total, writers)
	for _, h := range p.Runs {
		all, err := a.Events(ctx, h.ID, 0)
		ok(t, err)
		same(t, "verdict of "+h.ID, run.Verify(h, all), run.Verdict{Intact: true, Events: events, Head: h.Head})
	}
}

func writeMany(a run.Archive, id string, c run.Customer, n int) error {
	l := NewLog(id, c)
	for i := range n {
		l.Answer("name", fmt.Sprint(i))
		if err := a.Append(ctx, l.Batch(int64(i+1))); err != nil {
			return err
		}
		if _, err := a.Header(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func testOneMoment(t *testing.T, a run.Archive) {
	c := customer(t, a, "Muster GmbH")
	done := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < 150 && err == nil; i++ {
			err = writeMany(a, fmt.Sprintf("run%d", i), c, 1)
		}
		done <- err
	}()
	for {
		p, err := a.Headers(ctx, run.Query{Limit: 500})
		ok(t, err)
		same(t, "total", p.Total, len(p.Runs))
		select {
		case err := <-done:
			ok(t, err)
			return
		default:
		}
	}
}
