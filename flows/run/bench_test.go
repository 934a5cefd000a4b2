package run_test

import (
	"context"
	"fmt"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// longWorld is a flushed run of at least n events.
func longWorld(b *testing.B, n int) *world {
	w := newWorld(b)
	w.must(based...)
	for i := 0; len(w.Events()) < n; i++ {
		w.must(person(fmt.Sprintf("p%d", i), "plain"))
	}
	w.flush()
	return w
}

// BenchmarkResume loads 2,000 events from memory and folds them: work only. The
// whole program's benchmark of that name has the disk and a baseline.
func BenchmarkResume(b *testing.B) {
	w := longWorld(b, 2000)
	for b.Loop() {
		if _, err := run.Resume(context.Background(), w.env, w.store, w.ID(), func([]byte) (*flows.Procedure, error) { return w.proc, nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswer decides one answer that nothing reads, and one that others
// read.
func BenchmarkAnswer(b *testing.B) {
	for name, item := range map[string]flows.Address{"unread": flows.At("contact"), "read": flows.At("name")} {
		b.Run(name, func(b *testing.B) {
			w := longWorld(b, 50)
			for i := 0; b.Loop(); i++ {
				if _, err := w.Do(true, run.Answer{At: item, Value: fmt.Sprintf("kim%d@example.org", i)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkView makes the view anew after one cell has changed, in a list of
// 10,000 rows.
func BenchmarkView(b *testing.B) {
	w := newWorld(b)
	w.must(based...)
	rows := make([]map[string]flows.Value, 10_000)
	for i := range rows {
		rows[i] = map[string]flows.Value{"code": fmt.Sprintf("p%d", i), "kind": "plain", "added": true}
	}
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: rows})
	w.view()
	for i := 0; b.Loop(); i++ {
		w.must(run.SetCell{At: flows.At("people").In(fmt.Sprintf("r%d", i%10_000+1), "code"), Value: fmt.Sprintf("q%d", i)})
		w.view()
	}
}

// BenchmarkFlush is what a flush costs beside the store: the header and the
// search text of a run.
func BenchmarkFlush(b *testing.B) {
	w := longWorld(b, 50)
	s := w.over(&failing{before: 1 << 60})
	if _, err := s.Do(true, run.Answer{At: flows.At("contact"), Value: "kim@example.org"}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := s.Flush(context.Background()); err == nil {
			b.Fatal("flushed")
		}
	}
}
