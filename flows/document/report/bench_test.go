package report_test

import (
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// many is a run with a list of so many rows.
func many(tb testing.TB, n int) *drive {
	tb.Helper()
	d := begin(tb, procedure(tb, "teccom-import"), run.Real, "Muster GmbH")
	d.do(run.Answer{At: flows.At("uses_connect5"), Value: "no"}, run.Complete{Step: "applies"})
	rows := make([]map[string]flows.Value, n)
	for i := range rows {
		rows[i] = map[string]flows.Value{
			"tecom_id": fmt.Sprint(1000000 + i), "name": fmt.Sprint("Muster ", i, " GmbH"), "org_admin": "yes", "sending": "enabled",
			"notify": []string{fmt.Sprintf("it%d@example.org", i)}, "customer_identification": "tecom_id", "stock_decrease": "no", "added": true,
		}
	}
	d.do(run.ReplaceRows{List: flows.At("organisations.organisations"), Rows: rows})
	return d
}

// BenchmarkReport writes the report of a run with 10,000 rows in each form, beside
// writing as many bytes as they are. held-KiB is what the writer holds in memory in
// the middle of its work, beyond the record.
func BenchmarkReport(b *testing.B) {
	d := many(b, 10_000)
	all := maps.Clone(forms)
	all["pdf"] = onPages
	for _, form := range slices.Sorted(maps.Keys(all)) {
		write := all[form]
		size := len(written(b, write, d.record("en", false)))
		b.Run(form, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			r := d.record("en", false)
			for b.Loop() {
				if err := write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
			b.StopTimer()
			b.ReportMetric(float64(held(b, write, r, size))/1024, "held-KiB")
		})
		b.Run(form+"-baseline", func(b *testing.B) {
			b.SetBytes(int64(size))
			text := strings.Repeat("x", size)
			for b.Loop() {
				if _, err := io.Copy(io.Discard, onlyReader{strings.NewReader(text)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("record", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.record("en", false)
		}
	})
}

// onlyReader hides that a reader can write itself.
type onlyReader struct{ io.Reader }

// held is how many bytes a writer holds once it has written half.
func held(b *testing.B, write func(io.Writer, *report.Record) error, r *report.Record, size int) int64 {
	m := &meter{at: size / 2}
	before := live()
	if err := write(m, r); err != nil {
		b.Fatal(err)
	}
	runtime.KeepAlive(r)
	return m.live - before
}

// meter measures the memory that is in use once so many bytes were written.
type meter struct {
	n, at int
	live  int64
}

func (m *meter) Write(p []byte) (int, error) {
	if m.n += len(p); m.n >= m.at && m.live == 0 {
		m.live = live()
	}
	return len(p), nil
}

// live are the bytes in use.
func live() int64 {
	var s runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc) //nolint:gosec // a heap is smaller
}
