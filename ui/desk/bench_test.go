package desk

import (
	"context"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// benched is a model on a run, without the checks of a test.
func benched(b *testing.B, rows int) *model {
	b.Helper()
	a := storetest.NewMemory()
	now := func() time.Time { return time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC) }
	env := run.Env{Now: now, Random: rand.NewChaCha8([32]byte{1}), By: "Ann"}
	lib := flows.Open(os.DirFS("testdata/procedures"), testSpecs)
	m := newModel(context.Background(), Config{Archive: a, Library: lib, Env: env, Now: now, Dark: true})
	s, err := outside.Start(context.Background(), &m.cfg, "harbour", "Muster GmbH", run.Rehearsal)
	if err != nil {
		b.Fatal(err)
	}
	cells := make([]map[string]flows.Value, rows)
	for i := range cells {
		cells[i] = map[string]flows.Value{"badge": strconv.Itoa(i + 1)}
	}
	if rows > 0 {
		if _, err := s.Do(true, run.ReplaceRows{List: flows.At("crew.people"), Rows: cells}); err != nil {
			b.Fatal(err)
		}
	}
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	m.Update(openedMsg{ResumedRun: outside.ResumedRun{Session: s}})
	return m
}

// BenchmarkScenes is a key that changes something and one that takes it back, in
// every scene and at the size with most to draw: Update and View, without the
// tick.
func BenchmarkScenes(b *testing.B) {
	for _, sc := range scenes {
		b.Run(sc.name, func(b *testing.B) {
			r := begun(b).size(160, 50)
			sc.set(r)
			r.wait()
			keys := [2]tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyBackspace}}
			if m := r.m; m.over == nil && (m.page == nil && !m.list.filtering || m.page != nil && !m.page.engaged) {
				keys = [2]tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
			}
			for i := 0; b.Loop(); i++ {
				r.m.Update(keys[i%2])
				_ = r.m.View()
			}
		})
	}
}

// BenchmarkDesk1k is moving down a desk of 1,000 runs.
func BenchmarkDesk1k(b *testing.B) {
	r := begun(b).size(160, 50)
	desk(r)
	open := r.m.list.sections[1]
	for i := range 1000 {
		h := open.rows[0]
		h.ID = strconv.Itoa(i)
		open.rows = append(open.rows, h)
	}
	keys := [2]tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
	for i := 0; b.Loop(); i++ {
		r.m.Update(keys[i/50%2])
		_ = r.m.View()
	}
}

// BenchmarkKey is a key typed into a field: Update and View, without the tick.
func BenchmarkKey(b *testing.B) {
	m := benched(b, 0)
	focus(m, "ship")
	keys := []tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyBackspace}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%2])
		_ = m.View()
	}
}

// BenchmarkKeyRows10k is the same in a cell of a list of 10,000 rows.
func BenchmarkKeyRows10k(b *testing.B) {
	m := benched(b, 10_000)
	goTo(m, "crew")
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	keys := []tea.KeyPressMsg{{Code: '1', Text: "1"}, {Code: tea.KeyBackspace}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%2])
		_ = m.View()
	}
}

// BenchmarkRow is moving down a list of 10,000 rows.
func BenchmarkRow(b *testing.B) {
	m := benched(b, 10_000)
	goTo(m, "crew")
	keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i/50%2])
		_ = m.View()
	}
}

// BenchmarkCell10k takes a cell of a list of 10,000 rows as its answer: decided,
// folded, judged and drawn.
func BenchmarkCell10k(b *testing.B) { benchCell(b, 10_000) }

// BenchmarkCell1 is its baseline: a list of one row.
func BenchmarkCell1(b *testing.B) { benchCell(b, 1) }

func benchCell(b *testing.B, rows int) {
	b.Helper()
	m := benched(b, rows)
	goTo(m, "crew")
	typed := []tea.KeyPressMsg{{Code: '7', Text: "7"}, {Code: tea.KeyBackspace}}
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		m.Update(typed[i%2])
		b.StartTimer()
		m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		_ = m.View()
		b.StopTimer()
		m.Update(tea.KeyPressMsg{Code: tea.KeyUp})
		b.StartTimer()
	}
	if m.over != nil || m.page.View().Events < int64(b.N) {
		b.Fatalf("%d events of %d, %T over the page", m.page.View().Events, b.N, m.over)
	}
}

// BenchmarkProblem10k goes to the next problem in a list of 10,000 rows.
func BenchmarkProblem10k(b *testing.B) {
	m := benched(b, 10_000)
	goTo(m, "crew")
	for b.Loop() {
		m.Update(tea.KeyPressMsg{Code: tea.KeyF8})
		_ = m.View()
	}
}

// BenchmarkOpenList10k shows the step of a list of 10,000 rows.
func BenchmarkOpenList10k(b *testing.B) {
	m := benched(b, 10_000)
	for b.Loop() {
		goTo(m, "papers")
		goTo(m, "crew")
		_ = m.View()
	}
}

// BenchmarkImport takes rows into an empty list, and takes them back.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			m := benched(b, 0)
			goTo(m, "crew")
			rows := make([]map[string]flows.Value, n)
			for i := range rows {
				rows[i] = map[string]flows.Value{"badge": strconv.Itoa(i + 1), "rank": "mate"}
			}
			for b.Loop() {
				m.page.Propose(walk.Stay, run.ReplaceRows{List: flows.At("crew.people"), Rows: rows, Append: true})
				_ = m.View()
				b.StopTimer()
				m.page.Propose(walk.Stay, run.Undo{})
				b.StartTimer()
			}
		})
	}
}
