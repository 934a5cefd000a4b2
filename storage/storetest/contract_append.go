package storetest

import (
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

func testRoundTrip(t *testing.T, a *store) {
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

	l.At = Epoch.Add(-time.Hour) // the clock was set back
	l.Answer("name", "second")
	l.Header.Status, l.Header.Due, l.Header.Title, l.Header.Lang = run.StatusWaiting, nil, "Import von TecCom", "de"
	ok(t, a.Append(ctx, l.Batch(5)))
	h, err = a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "header after the second batch", h, l.Batch(5).Header)
	events, err = a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events after the second batch", events, l.Events)
	events, err = a.Events(ctx, "no such run", 0)
	ok(t, err)
	same(t, "events of no run", len(events), 0)
}

func testConflict(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	other := NewLog("ab12", c)
	other.Events = append([]run.Event(nil), l.Events...)
	l.Answer("name", "mine")
	ok(t, a.Append(ctx, l.Batch(2)))
	other.Answer("name", "theirs")
	other.Answer("city", "Bonn")
	b := other.Batch(2)
	b.Index, b.Secrets = Index("theirs", ""), []run.Sealed{{ID: "s1", Run: "ab12", Blob: []byte("x"), At: Epoch}}
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

func testTornBatch(t *testing.T, a *store) {
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

func testNeeds(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	is(t, a.Append(ctx, NewLogAt("ab12", run.Customer{ID: "nobody", Name: "x"}, 1)), flows.ErrNotFound)
	b := NewLogAt("ab12", c, 1)
	b.Documents = nil
	is(t, a.Append(ctx, b), flows.ErrNotFound)
	_, err := a.Header(ctx, "ab12")
	is(t, err, flows.ErrNotFound)
	started(t, a, "ab12", c)
	b = NewLogAt("cd34", c, 1)
	b.Documents = nil // it is there already
	ok(t, a.Append(ctx, b))
}

func testTravel(t *testing.T, a *store) {
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
