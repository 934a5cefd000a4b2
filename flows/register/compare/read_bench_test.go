package compare_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
)

// BenchmarkRead reads the customers of both systems side by side, beside
// encoding/csv, which does no more than take the same two files apart. x-csv is
// our time over that one's, and held what a register needs over the size of its
// file, when it was read.
func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			files := sample.Many(compare.Customers, rows, 1)
			size := len(files.Netvisor) + len(files.Rackbeat)
			b.SetBytes(int64(size))
			var ours, base time.Duration
			var held uint64
			for b.Loop() {
				start := time.Now()
				takeApart(b, files)
				base += time.Since(start)
				before := heap()

				start = time.Now()
				left, right := readBoth(b, files)
				ours += time.Since(start)
				held = heap() - before
				if left.Len() != rows || right.Len() != rows {
					b.Fatal(left.Len(), right.Len())
				}
			}
			b.ReportMetric(float64(ours)/float64(base), "x-csv")
			b.ReportMetric(ms(ours)/float64(b.N), "read-ms")
			b.ReportMetric(ms(base)/float64(b.N), "csv-ms")
			b.ReportMetric(float64(held)/float64(size), "held")
		})
	}
}

// heap is what is in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// takeApart reads both files side by side with encoding/csv, and keeps nothing.
func takeApart(b *testing.B, files sample.Pair) {
	b.Helper()
	all := func(file []byte, comma rune) {
		r := csv.NewReader(bytes.NewReader(file))
		r.Comma, r.ReuseRecord = comma, true
		for {
			if _, err := r.Read(); errors.Is(err, io.EOF) {
				return
			} else if err != nil {
				b.Error(err)
				return
			}
		}
	}
	done := make(chan struct{})
	go func() {
		all(files.Netvisor, ';')
		close(done)
	}()
	all(files.Rackbeat, ',')
	<-done
}
