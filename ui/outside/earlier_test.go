package outside

import (
	"crypto/rand"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/face"
	"lotse/ui/walk"
)

const portDoc = `version: 1
summary: Answers to be taken over.
source: {document: none.txt, read: 2026-11-21}
systems: [Portal]
steps:
  - id: ship
    title: The ship
    items:
      - {field: mail, type: email, label: Mail}
      - {field: name, type: text, label: Name}
      - {field: flags, type: choices, label: Flags, options: {red: Red, blue: Blue}}
      - {field: crew, type: choice, label: Crew, options: {yes: "yes", no: "no"}}
      - {field: mate, type: email, label: Mate, when: crew == "yes"}
      - {field: berth, type: number, label: Berth}
      - {field: lock, type: secret, label: Lock}
      - {field: chart, type: file, label: Chart}
`

// port is a house with two procedures that ask the same.
type port struct {
	t *testing.T
	s face.Screen
	a *storetest.Memory
	n time.Time
}

func newPort(t *testing.T) *port {
	t.Helper()
	other := fstest.MapFS{
		"in.yaml":  {Data: []byte("procedure: in\ntitle: Coming in\n" + portDoc)},
		"out.yaml": {Data: []byte("procedure: out\ntitle: Going out\n" + portDoc)},
		"other.yaml": {Data: []byte("procedure: other\ntitle: Another\n" +
			"version: 1\nsummary: Other types.\nsource: {document: none.txt, read: 2026-11-21}\nsteps:\n  - id: ship\n    title: The ship\n    items:\n" +
			"      - {field: mail, type: text, label: Mail}\n      - {field: flags, type: choices, label: Flags, options: {red: Red}}\n      - {field: berth, type: number, label: Berth}\n")},
	}
	p := &port{t: t, a: storetest.NewMemory(), n: time.Date(2026, 11, 12, 10, 0, 0, 0, time.UTC)}
	lib := flows.Open(other, flows.Specs{})
	now := func() time.Time { p.n = p.n.Add(time.Minute); return p.n }
	p.s = face.Screen{Archive: p.a, Library: lib, Load: lib.Decode, Lang: "en", Env: run.Env{Now: now, Random: rand.Reader, By: "Erika Muster"}}
	return p
}

// begin begins a run, and gives answers in it.
func (p *port) begin(procedure, customer string, mode run.Mode, answers ...any) *run.Session {
	p.t.Helper()
	s, err := Start(p.t.Context(), &p.s, procedure, customer, mode)
	if err != nil {
		p.t.Fatal(err)
	}
	for i := 0; i < len(answers); i += 2 {
		if _, err := s.Do(true, run.Answer{At: flows.At(answers[i].(string)), Value: answers[i+1]}); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := s.Flush(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
	return s
}

// offered are the values of the earlier answers for an item, in their order.
func (p *port) offered(of *run.Session, item string) []flows.Value {
	p.t.Helper()
	all, err := EarlierAnswers(p.t.Context(), &p.s, of.View(p.n).Header)
	if err != nil {
		p.t.Fatal(err)
	}
	var values []flows.Value
	for i := range all {
		if all[i].Fits(of.View(p.n).Step("ship").Item(item).Item) {
			values = append(values, all[i].Value)
		}
	}
	return values
}

func (p *port) offers(of *run.Session, item string, want ...flows.Value) {
	p.t.Helper()
	if got := p.offered(of, item); !slices.EqualFunc(got, want, func(a, b flows.Value) bool { return reflect.DeepEqual(a, b) }) {
		p.t.Errorf("for %s there is %v, want %v", item, got, want)
	}
}

// TestEarlierAnswers: those of the customer's other runs in the same mode, by id and
// type, the newest first.
func TestEarlierAnswers(t *testing.T) {
	p := newPort(t)
	p.begin("in", "Muster GmbH", run.Real, "mail", "a@example.org", "flags", []string{"red", "blue"}, "berth", "4")
	p.begin("in", "Beispiel Oy", run.Real, "mail", "theirs@example.org", "name", "Theirs")
	p.begin("in", "Muster GmbH", run.Rehearsal, "mail", "practice@example.org", "name", "Practice")
	second := p.begin("out", "Muster GmbH", run.Real, "mail", "b@example.org")
	now := p.begin("in", "Muster GmbH", run.Real, "mail", "own@example.org")
	p.offers(now, "mail", "b@example.org", "a@example.org")
	p.offers(now, "name")
	p.offers(now, "flags", []string{"red", "blue"})
	if got := p.offered(now, "berth"); len(got) != 1 || flows.Format(got[0]) != "4" {
		t.Errorf("for berth there is %v", got)
	}
	other := p.begin("other", "Muster GmbH", run.Real)
	p.offers(other, "mail")  // another type
	p.offers(other, "flags") // an option that it has not
	practice := p.begin("out", "Muster GmbH", run.Rehearsal)
	p.offers(practice, "name", "Practice")

	if err := p.a.DeleteRun(t.Context(), second.ID()); err != nil {
		t.Fatal(err)
	}
	p.offers(now, "mail", "a@example.org")
}

// TestNoSuchAnswerIsPassedOn: invalid, hidden, cleared, redacted ones, secrets and
// files stay with their run.
func TestNoSuchAnswerIsPassedOn(t *testing.T) {
	p := newPort(t)
	old := p.begin("in", "Muster GmbH", run.Real, "mail", "no address", "crew", "yes", "mate", "mate@example.org", "name", "Aurora", "chart", "sha256:"+"0000000000000000000000000000000000000000000000000000000000000000"+"/chart.txt")
	now := p.begin("out", "Muster GmbH", run.Real, "crew", "yes")
	p.offers(now, "mail")
	p.offers(now, "chart")
	p.offers(now, "mate", "mate@example.org")
	p.offers(now, "name", "Aurora")
	if _, err := old.Do(true, run.Answer{At: flows.At("crew"), Value: "no"}); err != nil {
		t.Fatal(err)
	}
	if err := old.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.offers(now, "mate")
	if _, err := old.Redact(t.Context(), flows.At("name"), "they asked"); err != nil {
		t.Fatal(err)
	}
	p.offers(now, "name")
	if _, err := old.Do(true, run.SetSecret{At: flows.At("lock"), Sealed: &run.Sealed{ID: "s1", Run: old.ID(), Field: "lock", Fingerprint: "k1-abc", Blob: []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	for _, e := range old.Given() {
		if e.Item == "lock" || e.Item == "name" || e.Item == "chart" || e.Item == "mail" {
			t.Errorf("%+v is given", e)
		}
	}
}

// TestAnEarlierAnswerIsTakenOver: never by itself, with where it comes from on
// record, and the next one behind it.
func TestAnEarlierAnswerIsTakenOver(t *testing.T) {
	p := newPort(t)
	first := p.begin("in", "Muster GmbH", run.Real, "mail", "a@example.org")
	p.begin("out", "Muster GmbH", run.Real, "mail", "a@example.org", "mail", "b@example.org")
	now := p.begin("in", "Muster GmbH", run.Real)
	w := walk.New(now, walk.Face{Now: func() time.Time { return p.n }, Stops: func(flows.Kind) bool { return true }}, nil)
	earlier, err := EarlierAnswers(t.Context(), &p.s, now.View(p.n).Header)
	if err != nil {
		t.Fatal(err)
	}
	before := len(now.Events())
	w.Remember(earlier)
	if e := w.Earlier(); e == nil || e.Value != "b@example.org" || e.Title != "Going out" || e.From.By != "Erika Muster" || len(now.Events()) != before {
		t.Fatalf("offered is %+v, and there are %d events", e, len(now.Events())-before)
	}
	w.Share(true)
	if w.Earlier() != nil {
		t.Error("it is offered while others look on")
	}
	w.Share(false)
	for _, want := range []string{"b@example.org", "a@example.org", "b@example.org", "a@example.org"} {
		if turn := w.TakeEarlier(); !turn.Done || turn.Bad || w.ItemAt(flows.At("mail")).Value != want || w.At().Item != "mail" {
			t.Fatalf("%+v, and the answer is %v, want %s", turn, w.ItemAt(flows.At("mail")).Value, want)
		}
	}
	events := now.Events()
	last := events[len(events)-1]
	payload, err := last.Payload()
	taken, ok := payload.(run.Answered)
	if pointed, is := payload.(*run.Answered); is {
		taken, ok = *pointed, true
	}
	if err != nil || !ok || taken.From == nil || taken.From.Run != first.ID() || taken.From.Seq == 0 || taken.From.Head == "" {
		t.Errorf("on record is %+v (%v)", payload, err)
	}
	if said := last.Describe(now.Procedure()); !contains(said, "event.taken_run_of") {
		t.Errorf("it is described as %+v", said)
	}
	w.Type(walk.Typing{At: flows.Address{Step: "ship", Item: "name"}, Text: "x"})
	if turn := w.Answer("own@example.org", walk.Stay); !turn.Done || w.Earlier() != nil {
		t.Errorf("over an answer of one's own %+v is offered", w.Earlier())
	}
	if turn := w.TakeEarlier(); turn.Done || len(turn.Tell) != 1 || turn.Tell[0].Code != "earlier.none" {
		t.Errorf("%+v", turn)
	}
}

// contains reports whether a message, or one in it, has a code.
func contains(m flows.Message, code string) bool {
	if m.Code == code {
		return true
	}
	for _, arg := range m.Args {
		if in, ok := arg.(flows.Message); ok && contains(in, code) {
			return true
		}
		if list, ok := arg.([]flows.Message); ok && slices.ContainsFunc(list, func(in flows.Message) bool { return contains(in, code) }) {
			return true
		}
	}
	return false
}
