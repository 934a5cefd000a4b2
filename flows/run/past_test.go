package run_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// stand is a view as text, to be compared.
func stand(t *testing.T, v *run.View) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestThePastIsAsItWas compares the past at every event with what the run showed
// when that event had just happened, on the way there, back, and by leaps.
func TestThePastIsAsItWas(t *testing.T) {
	w := newWorldOf(t, "lock")
	seen := []string{stand(t, w.view())}
	do := func(all ...run.Command) {
		for _, c := range all {
			w.must(c)
			seen = append(seen, stand(t, w.view()))
		}
	}
	do(atTheLock...)
	do(run.Note{Step: "cross", Text: "Seen"}, run.SetLanguage{Lang: "fi"}, run.Note{Step: "cross", Text: "Nähty"}, run.SetLanguage{Lang: "en"})
	if len(seen) != len(w.Events()) {
		t.Fatalf("%d views of %d events", len(seen), len(w.Events()))
	}
	p, err := w.Past()
	if err != nil {
		t.Fatal(err)
	}
	at := func(n int) {
		t.Helper()
		if err := p.Seek(n); err != nil {
			t.Fatal(err)
		}
		if got := stand(t, p.Session().View(w.now)); got != seen[p.At()-1] {
			t.Errorf("at event %d it stands otherwise than then:\n%s\n%s", p.At(), got, seen[p.At()-1])
		}
		if s := p.Session(); s.Pending() != 0 || len(s.Events()) != p.At() || p.Event(p.At()).Seq != int64(p.At()) {
			t.Errorf("at event %d there are %d events, %d of them pending", p.At(), len(s.Events()), s.Pending())
		}
	}
	for n := range seen {
		at(n + 1)
	}
	for n := range slices.Backward(seen) {
		at(n + 1)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		at(1 + random.IntN(len(seen)))
	}
	for n, want := range map[int]int{-3: 1, 0: 1, len(seen) + 7: len(seen)} {
		if at(n); p.At() != want {
			t.Errorf("sought %d: at event %d", n, p.At())
		}
	}
	if got := stand(t, w.view()); got != seen[len(seen)-1] {
		t.Error("the run itself was changed by looking back")
	}
}

// TestThePastOfWhatWasErased goes over events without data.
func TestThePastOfWhatWasErased(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.flush()
	if _, err := w.Redact(t.Context(), flows.At("name"), "asked to"); err != nil {
		t.Fatal(err)
	}
	p, err := w.Past()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= p.Len(); n++ {
		if err := p.Seek(n); err != nil {
			t.Fatal(err)
		}
		if v := p.Session().View(w.now).Field("name"); v.Given() {
			t.Errorf("at event %d the erased answer is %v", n, v.Value)
		}
	}
}

// BenchmarkPast steps forward at the beginning and at the end of a run of 5,000
// events, and back at its end, which folds all before it again.
func BenchmarkPast(b *testing.B) {
	w := newWorld(b)
	w.must(based...)
	for i := 0; len(w.Events()) < 5000; i++ {
		w.must(run.Answer{At: flows.At("contact"), Value: fmt.Sprintf("kim%d@example.org", i)})
	}
	p, err := w.Past()
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ from, by int }{{10, 1}, {4990, 1}, {4990, -1}} {
		b.Run(fmt.Sprintf("from %d by %d", c.from, c.by), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				if err := p.Seek(c.from); err != nil {
					b.Fatal(err)
				}
				p.Session().View(w.now)
				b.StartTimer()
				if err := p.Seek(c.from + c.by); err != nil {
					b.Fatal(err)
				}
				p.Session().View(w.now)
			}
		})
	}
}
