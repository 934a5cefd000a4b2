package run_test

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// copied is the run as somebody else gets it.
func (w *world) copied() *run.Copy {
	w.t.Helper()
	c, err := run.NewCopy(w.env, w.Events(), stored(w.proc), flows.Decode)
	if err != nil {
		w.t.Fatal(err)
	}
	return c
}

// stored are versions of a procedure as a store has them.
func stored(versions ...*flows.Procedure) map[string][]byte {
	all := map[string][]byte{}
	for _, p := range versions {
		all[p.Digest] = p.Bytes()
	}
	return all
}

// elsewhere is the run in a store of somebody else's, who took the copy in.
func (w *world) elsewhere(c *run.Copy, by string) *world {
	w.t.Helper()
	other := *w
	other.store, other.env.By, other.env.Random = storetest.NewMemory(), by, random(2)
	if _, err := other.store.AddCustomer(w.t.Context(), run.Customer{ID: "own", Name: "Muster GmbH"}); err != nil {
		w.t.Fatal(err)
	}
	if err := c.Receive(w.t.Context(), other.store, 0, nil); err != nil {
		w.t.Fatal(err)
	}
	return other.opened()
}

// opened opens the stored run once more.
func (w *world) opened() *world {
	w.t.Helper()
	s, err := run.Resume(w.t.Context(), w.env, w.store, w.ID(), w.load)
	if err != nil {
		w.t.Fatal(err)
	}
	other := *w
	other.Session = s
	return &other
}

// take takes in what the copy has more.
func (w *world) take(c *run.Copy, want run.Relation) *world {
	w.t.Helper()
	r, since, err := c.Relate(w.Events())
	if err != nil || r != want {
		w.t.Fatalf("the copy is %s (%v), want %s", r, err, want)
	}
	if err := c.Receive(w.t.Context(), w.store, since, nil); err != nil {
		w.t.Fatal(err)
	}
	return w.opened()
}

func wantEqual(t *testing.T, a, b *world) {
	t.Helper()
	if !reflect.DeepEqual(a.Events(), b.Events()) {
		t.Fatalf("the two differ:\n%+v\n%+v", a.Events(), b.Events())
	}
	a.wantSame()
	b.wantSame()
}

// TestARunGoesToAndFro: what one adds comes to the other, events and all, and the
// customer is the one that each has by that name.
func TestARunGoesToAndFro(t *testing.T) {
	ann := newWorld(t)
	ann.must(based...)
	ann.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p1", "p2")})
	ann.flush()
	ben := ann.elsewhere(ann.copied(), "Ben")
	wantEqual(t, ann, ben)
	if got := ben.view().Customer; got != (run.Customer{ID: "own", Name: "Muster GmbH"}) {
		t.Errorf("the customer there is %+v", got)
	}
	if r, _, err := ann.copied().Relate(ben.Events()); r != run.CopySame || err != nil {
		t.Errorf("the same copy once more is %s, %v", r, err)
	}
	ben.must(run.Answer{At: flows.At("contact"), Value: "ben@example.org"})
	ben.flush()
	if r, since, err := ann.copied().Relate(ben.Events()); r != run.CopyBehind || since != int64(len(ann.Events())) || err != nil {
		t.Errorf("the older copy is %s since %d, %v", r, since, err)
	}
	ann = ann.take(ben.copied(), run.CopyAhead)
	wantEqual(t, ann, ben)
	ann.must(run.Answer{At: flows.At("name"), Value: "Nordkai II"})
	ann.flush()
	ben = ben.take(ann.copied(), run.CopyAhead)
	wantEqual(t, ann, ben)
}

// TestTwoWaysAreTwoCopies: where both went on, nothing is taken in.
func TestTwoWaysAreTwoCopies(t *testing.T) {
	ann := newWorld(t)
	ann.must(based...)
	ann.flush()
	both := int64(len(ann.Events()))
	ben := ann.elsewhere(ann.copied(), "Ben")
	ann.must(run.Answer{At: flows.At("contact"), Value: "ann@example.org"})
	ben.must(run.Answer{At: flows.At("contact"), Value: "ben@example.org"})
	ben.flush()
	ann.flush()
	r, since, err := ben.copied().Relate(ann.Events())
	if r != run.CopyDiverged || since != both || err != nil {
		t.Fatalf("it is %s since %d, %v", r, since, err)
	}
	if err := ben.copied().Receive(t.Context(), ann.store, since, nil); !errors.Is(err, flows.ErrConflict) {
		t.Errorf("it is taken in: %v", err)
	}
	ann.wantSame()
	// Another run that has the same id by chance is no copy at all.
	third := newWorld(t)
	third.now = third.now.Add(1)
	other := newWorldOf(t, "counts")
	if _, _, err := third.copied().Relate(ann.Events()); err != nil {
		t.Errorf("the run as it began is no copy: %v", err)
	}
	if _, _, err := other.copied().Relate(ann.Events()); asRefusal(err).Message.Code != "copy.other_run" {
		t.Errorf("another run of that id: %v", err)
	}
}

// TestSomebodyWroteMeanwhile: a copy that is taken in while another program adds
// an event is a conflict, and nothing of it is there.
func TestSomebodyWroteMeanwhile(t *testing.T) {
	ann := newWorld(t)
	ann.must(based...)
	ann.flush()
	ben := ann.elsewhere(ann.copied(), "Ben")
	desk := ben.opened()
	ann.must(run.Answer{At: flows.At("contact"), Value: "ann@example.org"})
	ann.flush()
	c := ann.copied()
	_, since, err := c.Relate(ben.Events())
	if err != nil {
		t.Fatal(err)
	}
	desk.must(run.Answer{At: flows.At("colour"), Value: "green"})
	desk.flush()
	if err := c.Receive(t.Context(), ben.store, since, nil); !errors.Is(err, flows.ErrConflict) {
		t.Fatalf("it is taken in: %v", err)
	}
	wantEqual(t, desk, ben.opened())

	// And the other way round: what the desk has not saved yet is decided again on top.
	late := newWorld(t)
	late.flush()
	desk = late.elsewhere(late.copied(), "Ben")
	late.must(applies...)
	late.flush()
	open := desk.opened()
	open.must(run.Note{Step: "base", Text: "they called"})
	desk.take(late.copied(), run.CopyAhead)
	if err := open.Flush(t.Context()); !errors.Is(err, flows.ErrConflict) {
		t.Fatalf("the desk saves over it: %v", err)
	}
	if lost, err := open.Reload(t.Context()); err != nil || len(lost) > 0 {
		t.Fatalf("lost %v, %v", lost, err)
	}
	open.flush()
	open.wantSame()
}

// TestAnErasureComesWithTheCopy: what was erased there is erased here, in the store
// and in the vault, and a copy that still has it does not bring it back.
func TestAnErasureComesWithTheCopy(t *testing.T) {
	ann := newWorld(t)
	ann.must(based...)
	ann.must(run.Answer{At: flows.At("contact"), Value: "kim@example.org"}, run.SetSecret{At: flows.At("pass"), Sealed: ann.sealed("s1")})
	ann.flush()
	older := ann.copied()
	ben := ann.elsewhere(ann.copied(), "Ben")
	for _, at := range []string{"base.contact", "base.pass"} {
		if _, err := ben.Redact(t.Context(), flows.At(at), "they asked"); err != nil {
			t.Fatal(err)
		}
	}
	ann = ann.take(ben.copied(), run.CopyAhead)
	wantEqual(t, ann, ben)
	if _, err := ann.store.Secret(t.Context(), "s1"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("the secret is there: %v", err)
	}
	if r, _, err := older.Relate(ann.Events()); r != run.CopyBehind || err != nil {
		t.Errorf("the older copy is %s, %v", r, err)
	}
	// Events that hold what a later one erases: somebody has kept it.
	kept := ben.Events()
	copy(kept, older.Events())
	c, err := run.NewCopy(ann.env, kept, stored(ann.proc), flows.Decode)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.Events() {
		if bytes.Contains(e.Data, []byte("kim@example.org")) {
			t.Error("it is there again")
		}
	}
}

// TestADestroyedSecretGoesWithTheCopy: the old value of a rotation goes where the copy
// is taken in, too; what the events hold stays.
func TestADestroyedSecretGoesWithTheCopy(t *testing.T) {
	ann := turned(t)
	ann.must(run.BeginRotation{At: key, Users: []string{"ERP"}}, run.SealRotation{At: key, Sealed: newKey(ann, "s2")})
	ann.flush()
	kept, err := ann.store.Secrets(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	there := *ann
	there.store = storetest.NewMemory()
	if err := ann.copied().Receive(t.Context(), there.store, 0, kept); err != nil {
		t.Fatal(err)
	}
	ben := there.opened()
	ben.wantSecrets("s1 s2")
	ann.must(run.ConfirmRotation{At: key})
	ann.flush()
	ben.take(ann.copied(), run.CopyAhead).wantSecrets("s2")
}

// TestWhatIsNoCopy: events that are no run are refused, each for its reason.
func TestWhatIsNoCopy(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	other := newWorldOf(t, "counts")
	for _, tt := range []struct {
		name, code string
		events     func(e []run.Event) []run.Event
		document   []byte
	}{
		{"no event", "copy.no_start", func([]run.Event) []run.Event { return nil }, nil},
		{"without its start", "copy.no_start", func(e []run.Event) []run.Event { return e[1:] }, nil},
		{"a kind of tomorrow", "copy.newer", func(e []run.Event) []run.Event { e[2].Kind = "dreamt"; return e }, nil},
		{"a mode of tomorrow", "copy.no_start", func(e []run.Event) []run.Event { e[0].Mode = "dream"; return e }, nil},
		{"an event of another mode", "copy.broken", func(e []run.Event) []run.Event { e[1].Mode = run.Demo; return e }, nil},
		{"another id", "copy.broken", func(e []run.Event) []run.Event { e[1].Run = "zz"; return e }, nil},
		{"an id that is a way", "copy.no_start", func(e []run.Event) []run.Event { e[0].Run = "../x"; return e }, nil},
		{"two in the wrong order", "copy.broken", func(e []run.Event) []run.Event { e[1], e[2] = e[2], e[1]; return e }, nil},
		{"another procedure", "copy.procedure", func(e []run.Event) []run.Event { return e }, other.proc.Bytes()},
		{"no procedure", "copy.procedure", func(e []run.Event) []run.Event { return e }, []byte("{}")},
	} {
		document := tt.document
		if document == nil {
			document = w.proc.Bytes()
		}
		_, err := run.NewCopy(w.env, tt.events(slices.Clone(w.Events())), map[string][]byte{w.proc.Digest: document}, flows.Decode)
		if asRefusal(err).Message.Code != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
}

// TestAForkIsOnRecord: the other copy is an event that names its file, once; what
// is taken from it names where it comes from; erasing an answer erases the copy.
func TestAForkIsOnRecord(t *testing.T) {
	ann := newWorld(t)
	ann.must(based...)
	ann.must(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p1", "kind": "plain"}})
	ann.flush()
	ben := ann.elsewhere(ann.copied(), "Ben")
	ann.must(run.Answer{At: flows.At("contact"), Value: "ann@example.org"}, run.Answer{At: flows.At("name"), Value: "Nordkai"})
	ben.must(run.Answer{At: flows.At("contact"), Value: "ben@example.org"}, run.SetCell{At: flows.At("people[r1].code"), Value: "p7"}, run.SetCell{At: flows.At("people[r1].added"), Value: true},
		run.SetSecret{At: flows.At("pass"), Sealed: ben.sealed("s2")}, run.Complete{Step: "rows"})
	ben.flush()
	theirs := ben.copied()
	_, since, err := theirs.Relate(ann.Events())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := ann.store.Put(t.Context(), "ben.lotse", bytes.NewReader([]byte("the copy")))
	if err != nil {
		t.Fatal(err)
	}
	fork := run.RecordFork{Forked: run.Forked{Head: theirs.View(ann.now).Head, Events: 9, Since: since, By: "Ben", At: ann.now, File: &kept}}
	ann.must(fork)
	if out := ann.must(fork); len(out.Events) != 0 {
		t.Errorf("it is on record twice: %+v", out.Events)
	}
	ann.flush()
	if forks := ann.opened().Forks(); len(forks) != 1 || forks[0].Head != fork.Head || *forks[0].File != kept {
		t.Errorf("the forks are %+v", forks)
	}
	if theirs.Holds(ann.Events()) || !ann.copied().Holds(ben.Events()) {
		t.Error("it is said which copy holds the other, and it is the other way round")
	}

	found := map[string][2]flows.Value{}
	for _, d := range run.Differ(ann.view(), theirs.View(ann.now), ann.Events(), theirs.Events(), since) {
		found[d.At.String()] = [2]flows.Value{d.Ours.Value, d.Theirs.Value}
		if d.At == flows.At("base.contact") && (d.Ours.By != "Kim" || d.Theirs.By != "Ben" || d.Theirs.Seq != since+1) {
			t.Errorf("it was changed by %+v", d)
		}
	}
	want := map[string][2]flows.Value{
		"base.contact":         {"ann@example.org", "ben@example.org"},
		"base.pass":            {"", "k1-s2"},
		"rows.people[r1].code": {"p1", "p7"},
		"rows":                 {"open", "done"},
	}
	for at := range want {
		if found[at] != want[at] {
			t.Errorf("%s differs as %v, want %v", at, found[at], want[at])
		}
	}

	from := run.Origin{Head: fork.Head, Seq: since + 1, By: "Ben"}
	for _, at := range []string{"base.contact", "rows.people[r1].code"} {
		c, err := run.TakeCommand(theirs.View(ann.now), flows.At(at))
		if err != nil {
			t.Fatal(err)
		}
		out := ann.must(run.Take{Command: c, From: from})
		payload, err := out.Events[0].Payload()
		if err != nil {
			t.Fatal(err)
		}
		switch d := payload.(type) {
		case *run.Answered:
			if d.From == nil || *d.From != from || d.Value != "ben@example.org" {
				t.Errorf("taken as %+v", d)
			}
		case *run.CellSet:
			if d.From == nil || *d.From != from {
				t.Errorf("taken as %+v", d)
			}
		default:
			t.Errorf("%s is taken as %T", at, payload)
		}
	}
	for at, code := range map[string]string{"base.pass": "fork.secret", "compare.equal": "fork.not_taken", "base.nothing": "fork.not_taken", "people[r9].code": "fork.not_taken"} {
		if _, err := run.TakeCommand(theirs.View(ann.now), flows.At(at)); asRefusal(err).Message.Code != code {
			t.Errorf("%s: %v, want %s", at, err, code)
		}
	}
	ann.flush()
	ann.wantSame()

	if _, err := ann.Redact(context.Background(), flows.At("base.contact"), "they asked"); err != nil {
		t.Fatal(err)
	}
	if forks := ann.Forks(); len(forks) != 0 {
		t.Errorf("the copy that holds the answer is kept: %+v", forks)
	}
	if _, err := ann.store.Open(t.Context(), kept.Sum); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("its file is there: %v", err)
	}
	ann.wantSame()
}

// TestAWholeChainMayBeNoCopy: events whose chain holds, and that are no run all the
// same.
func TestAWholeChainMayBeNoCopy(t *testing.T) {
	p := procedure(t, "harbour")
	muster := run.Customer{ID: "c1", Name: "Muster GmbH"}
	begun := run.Started{Procedure: p.ID, Version: p.Version, Digest: p.Digest, Customer: muster, Lang: "en"}
	for _, tt := range []struct {
		name, code, id string
		begin          func(d *run.Started)
		then           func(l *storetest.Log)
	}{
		{"a run", "", "aa11", nil, func(l *storetest.Log) { l.Answer("base.name", "Aurora") }},
		{"an id that is a way", "copy.no_start", "../x", nil, nil},
		{"another procedure's name", "copy.procedure", "aa11", func(d *run.Started) { d.Procedure = "quay" }, nil},
		{"another version", "copy.procedure", "aa11", func(d *run.Started) { d.Version++ }, nil},
		{"a customer whom a terminal obeys", "copy.no_start", "aa11", func(d *run.Started) { d.Customer.Name = "Muster\x1b[31m" }, nil},
		{"a customer without a name", "copy.no_start", "aa11", func(d *run.Started) { d.Customer.Name = "" }, nil},
		{"an event of another mode", "copy.event", "aa11", nil, func(l *storetest.Log) {
			l.Header.Mode = run.Demo
			l.Answer("base.name", "Aurora")
		}},
		{"a second start", "copy.event", "aa11", nil, func(l *storetest.Log) { l.Add(run.EventStarted, begun) }},
		{"an erasure of the start", "copy.event", "aa11", nil, func(l *storetest.Log) { l.Add(run.EventErased, run.Erased{Seqs: []int64{1}}) }},
		{"an erasure of what comes later", "copy.event", "aa11", nil, func(l *storetest.Log) { l.Add(run.EventErased, run.Erased{Seqs: []int64{9}}) }},
		{"data that is none", "copy.event", "aa11", nil, func(l *storetest.Log) { l.Add(run.EventAnswered, []byte(`{"item":7}`)) }},
	} {
		d := begun
		if tt.begin != nil {
			tt.begin(&d)
		}
		l := storetest.NewLog(tt.id, muster)
		l.Add(run.EventStarted, d)
		if tt.then != nil {
			tt.then(l)
		}
		if _, err := run.NewCopy(run.Env{}, l.Events, stored(p), flows.Decode); asRefusal(err).Message.Code != tt.code || (tt.code == "") != (err == nil) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
}

// TestACopyWithAFaultyTranslation: what comes from elsewhere is proven whole, also the
// languages that nobody here reads.
func TestACopyWithAFaultyTranslation(t *testing.T) {
	doc := procedure(t, "quay").Bytes()
	faulty := bytes.Replace(doc, []byte("of: quay"), []byte("of: berth"), 1)
	if bytes.Equal(faulty, doc) {
		t.Fatal("the procedure has no translation")
	}
	p, err := flows.Decode(faulty)
	if err != nil {
		t.Fatal(err)
	}
	muster := run.Customer{ID: "c1", Name: "Muster GmbH"}
	l := storetest.NewLog("aa11", muster)
	l.Add(run.EventStarted, run.Started{Procedure: p.ID, Version: p.Version, Digest: p.Digest, Customer: muster, Lang: "en"})
	if _, err := run.NewCopy(run.Env{}, l.Events, stored(p), flows.Decode); asRefusal(err).Message.Code != "refuse.procedure_faulty" {
		t.Errorf("it is taken in: %v", err)
	}
}
