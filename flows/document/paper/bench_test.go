package paper_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"lotse/flows/document/paper"
)

// writers are the formats.
var writers = []struct {
	name  string
	write func(io.Writer, *paper.Document) error
}{{"markdown", paper.Markdown}, {"html", paper.HTML}, {"pdf", paper.PDF}}

// BenchmarkWriters writes a report with 10,000 rows in each format, and beside it
// the same bytes as they are, line by line.
func BenchmarkWriters(b *testing.B) {
	const rows = 10_000
	for _, w := range writers {
		var file bytes.Buffer
		if err := w.write(&file, long(rows)); err != nil {
			b.Fatal(err)
		}
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(io.Discard, long(rows)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(file.Len()), "bytes")
			b.ReportMetric(float64(live(b, w.write, rows))/1024, "live-KiB")
		})
		lines := strings.SplitAfter(file.String(), "\n")
		b.Run(w.name+"-raw", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				out := bufio.NewWriterSize(io.Discard, 64<<10)
				for _, l := range lines {
					if _, err := out.WriteString(l); err != nil {
						b.Fatal(err)
					}
				}
				if err := out.Flush(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// live is how much memory is in use when the last of many rows is asked for.
func live(tb testing.TB, write func(io.Writer, *paper.Document) error, rows int) int64 {
	tb.Helper()
	used := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	var end int64
	d := &paper.Document{Title: "t", Blocks: []paper.Block{paper.Table{Head: []string{"row", "name"}, Rows: func(yield func([]string) bool) {
		for i := range rows {
			if i == rows-1 {
				end = used()
			}
			if !yield([]string{fmt.Sprint(i), "a name that is as long as names are"}) {
				return
			}
		}
	}}}}
	if err := write(io.Discard, d); err != nil { // what is read once is read
		tb.Fatal(err)
	}
	begin := used()
	if err := write(io.Discard, d); err != nil {
		tb.Fatal(err)
	}
	return end - begin
}

// TestManyRowsNeedNoMemory: a hundred times the rows need no more of it, but for
// PDF, whose pages the library keeps until the end.
func TestManyRowsNeedNoMemory(t *testing.T) {
	for _, w := range writers[:2] {
		few, many := live(t, w.write, 100), live(t, w.write, 10_000)
		if many-few > 64<<10 {
			t.Errorf("%s: %d bytes with 100 rows, %d with 10,000", w.name, few, many)
		}
	}
}
