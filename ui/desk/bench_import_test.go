package desk

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/register"
)

// BenchmarkKeyWhileReading is the work of a key while 100,000 rows are read and
// judged in the same process, beside the same key when nothing else runs. A key
// comes every 5 milliseconds, faster than anybody types.
func BenchmarkKeyWhileReading(b *testing.B) {
	m := benched(b, 0)
	goTo(m, "crew")
	list := register.NewList(m.page.Item().Item)
	var file bytes.Buffer
	for i := range 100_000 {
		fmt.Fprintf(&file, "%d;cook;Aft\n", i)
	}
	goTo(m, "papers")
	focus(m, "ship")
	quiet := keyTimes(m, b.N)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- readOver(ctx, file.Bytes(), list) }()
	b.ResetTimer()
	busy := keyTimes(m, b.N)
	b.StopTimer()
	cancel()
	if err := <-done; err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(percentile(busy, 50).Microseconds()), "p50-us")
	b.ReportMetric(float64(percentile(busy, 99).Microseconds()), "p99-us")
	b.ReportMetric(float64(percentile(quiet, 50).Microseconds()), "quiet-p50-us")
	b.ReportMetric(float64(percentile(quiet, 99).Microseconds()), "quiet-p99-us")
}

// readOver reads and judges a file until its context ends.
func readOver(ctx context.Context, file []byte, list *register.List) error {
	for ctx.Err() == nil {
		t, err := register.ReadTable(ctx, register.Source{R: bytes.NewReader(file), Size: int64(len(file))}, register.Options{}, list)
		if err == nil {
			_, err = t.Check(ctx, t.Propose(), time.Now())
		}
		if err != nil && ctx.Err() == nil {
			return err
		}
	}
	return nil
}

// keyTimes are the times of n keys, counted from when each was due.
func keyTimes(m *model, n int) []time.Duration {
	keys := []tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyBackspace}}
	all := make([]time.Duration, n)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for i := range all {
		due := <-tick.C
		m.Update(keys[i%2])
		_ = m.View()
		all[i] = time.Since(due)
	}
	return all
}

func percentile(all []time.Duration, percent int) time.Duration {
	slices.Sort(all)
	return all[len(all)*percent/100]
}
