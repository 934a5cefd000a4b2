package run_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// failing is a store that fails its next appends, before or after they reached
// the store behind it.
type failing struct {
	run.Store
	before, after int
}

var errDisk = errors.New("the disk is full")

func (f *failing) Append(ctx context.Context, b run.Batch) error {
	if f.before > 0 {
		f.before--
		return errDisk
	}
	if err := f.Store.Append(ctx, b); err != nil {
		return err
	}
	if f.after > 0 {
		f.after--
		return errDisk
	}
	return nil
}

func (f *failing) Erase(ctx context.Context, seqs []int64, b run.Batch) error {
	if f.before > 0 {
		f.before--
		return errDisk
	}
	return f.Store.Erase(ctx, seqs, b)
}

func (w *world) over(f *failing) *run.Session {
	w.t.Helper()
	w.flush()
	f.Store = w.store
	s, err := run.Resume(context.Background(), w.env, f, w.ID(), w.load)
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

func TestFlushFailsAndIsTriedAgain(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	f := &failing{before: 1}
	s := w.over(f)
	if _, err := s.Do(false, run.Answer{At: flows.At("name"), Value: "Nordkai"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(context.Background()); !errors.Is(err, errDisk) {
		t.Fatalf("flush: %v", err)
	}
	if s.Pending() != 1 {
		t.Errorf("%d pending", s.Pending())
	}
	if err := s.Flush(context.Background()); err != nil || s.Pending() != 0 {
		t.Fatalf("flush again: %v, %d pending", err, s.Pending())
	}
	w.Session = s
	w.wantSame()
}

func TestAnAnswerLostOnTheWayIsRecognised(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	s := w.over(&failing{after: 1})
	if _, err := s.Do(false, person("p1", "plain")); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(context.Background()); !errors.Is(err, errDisk) {
		t.Fatalf("flush: %v", err)
	}
	if err := s.Flush(context.Background()); !errors.Is(err, flows.ErrConflict) {
		t.Fatalf("flush again: %v", err)
	}
	n := len(s.Events())
	lost, err := s.Reload(context.Background())
	if err != nil || len(lost) != 0 || s.Pending() != 0 || len(s.Events()) != n {
		t.Fatalf("reload: %v, lost %v, %d pending, %d events", err, lost, s.Pending(), len(s.Events()))
	}
}

func TestVerifySeesWhatWasChanged(t *testing.T) {
	w := newWorld(t)
	w.must(onePlain...)
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: []map[string]flows.Value{{"code": "a"}}})
	w.flush()
	h := w.view().Header
	if v := run.Verify(h, w.Events()); !v.Intact || v.Events != h.Events || v.Head != h.Head {
		t.Fatalf("%+v", v)
	}
	for i := range w.Events() {
		for name, change := range damages {
			events := w.Events()
			for k := range events { // deep enough for every damage
				events[k].Data = bytes.Clone(events[k].Data)
				events[k].Content = bytes.Clone(events[k].Content)
			}
			events = change(events, i)
			if v := run.Verify(h, events); v.Intact || v.Fault == nil {
				t.Errorf("event %d: %s is not seen", i+1, name)
			}
		}
	}
}

func TestVerifySeesAForkAndAWrongHeader(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	other := w.resume()
	w.must(run.Answer{At: flows.At("name"), Value: "here"}, run.Answer{At: flows.At("mode"), Value: "alpha"})
	other.must(run.Answer{At: flows.At("name"), Value: "there"}, run.Answer{At: flows.At("mode"), Value: "beta"})
	theirs := other.Events()
	n := len(theirs)
	mixed := append(w.Events()[:n-1:n-1], theirs[n-1])
	if v := run.Verify(other.view().Header, mixed); v.Intact || v.Fault.Seq != int64(n) {
		t.Errorf("an event of a fork is not seen: %+v", v)
	}
	h := w.view().Header
	h.Events++
	if v := run.Verify(h, w.Events()); v.Intact {
		t.Errorf("a header that counts more events is not seen")
	}
}

var damages = map[string]func([]run.Event, int) []run.Event{
	"a changed name": func(e []run.Event, i int) []run.Event { e[i].By = "Eve"; return e },
	"a changed time": func(e []run.Event, i int) []run.Event { e[i].At = e[i].At.AddDate(0, 0, 1); return e },
	"a changed byte": func(e []run.Event, i int) []run.Event { e[i].Data[len(e[i].Data)/2] ^= 1; return e },
	"a changed step": func(e []run.Event, i int) []run.Event { e[i].Step += "x"; return e },
	"data taken out": func(e []run.Event, i int) []run.Event { e[i].Data, e[i].Content = nil, nil; return e },
	"a missing event": func(e []run.Event, i int) []run.Event {
		return slices.Delete(e, i, i+1)
	},
	"a cut tail": func(e []run.Event, i int) []run.Event { return e[:i] },
}

func TestRedact(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")}, run.Answer{At: flows.At("contact"), Value: "kim@example.org"}, run.Complete{Step: "base"})
	w.flush()
	if _, err := w.Redact(context.Background(), flows.At("base.name"), ""); err == nil {
		t.Fatal("no reason was asked for")
	}
	seqs, err := w.Redact(context.Background(), flows.At("base.contact"), "they asked")
	if err != nil || len(seqs) != 1 {
		t.Fatalf("redact: %v %v", seqs, err)
	}
	if _, err := w.Redact(context.Background(), flows.At("pass"), "no longer needed"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.store.Secret(context.Background(), "s1"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("the blob is there: %v", err)
	}
	w.wantSame()
	for _, e := range w.resume().Events() {
		if strings.Contains(string(e.Data), "kim@example.org") {
			t.Errorf("event %d still has the address", e.Seq)
		}
	}
	if w.item("base.contact").Value != nil || w.item("base.pass").Set {
		t.Errorf("the answer is still shown")
	}
	if _, err := w.Redact(context.Background(), flows.At("rights.how"), "they asked"); err == nil {
		t.Errorf("nothing is there to erase, and it says nothing")
	}
	again, err := w.Redact(context.Background(), flows.At("base.contact"), "a copy was left")
	if err != nil || !slices.Equal(again, seqs) {
		t.Errorf("erased again: %v %v, want %v", again, err, seqs)
	}
	w.wantSame()
}

// TestAnErasedContentIsForgotten takes the rows that came with an event out of
// memory too.
func TestAnErasedContentIsForgotten(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p1", "p2")})
	w.flush()
	seqs, err := w.Redact(context.Background(), flows.At("people"), "they asked")
	if err != nil || len(seqs) != 1 {
		t.Fatal(seqs, err)
	}
	if e := w.Events()[seqs[0]-1]; e.Data != nil || e.Salt != nil || e.Content != nil {
		t.Errorf("event %d still has %s %x %s", e.Seq, e.Data, e.Salt, e.Content)
	}
}

func TestAnErasureThatFailsErasesNothing(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	f := &failing{before: 1}
	w.Session = w.over(f)
	before := encode(t, w.view())
	if _, err := w.Redact(context.Background(), flows.At("base.name"), "they asked"); !errors.Is(err, errDisk) {
		t.Fatalf("redact: %v", err)
	}
	if got := encode(t, w.view()); got != before || w.Pending() != 0 {
		t.Errorf("%d pending, and the run is\n%s\nwant\n%s", w.Pending(), got, before)
	}
	if seqs, err := w.Redact(context.Background(), flows.At("base.name"), "they asked"); err != nil || len(seqs) != 1 {
		t.Fatalf("redact again: %v, %v", seqs, err)
	}
	w.wantSame()
}

func TestUnsavedInputGoesWithItsAnswer(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.flush()
	u := run.Unsaved{Run: w.ID(), Step: "base", Item: "name", Text: "Nord"}
	if err := w.store.SaveUnsaved(context.Background(), u); err != nil {
		t.Fatal(err)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"})
	w.Taken(u)
	w.flush()
	if left, err := w.store.Unsaved(context.Background(), w.ID()); err != nil || len(left) != 0 {
		t.Errorf("left: %v %v", left, err)
	}
}
