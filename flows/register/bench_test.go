package register

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// benchRows is how many rows the benchmarks read.
const benchRows = 100_000

// generated is a catalogue of many rows in 13 columns, always the same.
func generated(rows int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	b.WriteString("SKU;Product;Price;E-mail;EAN;Group;Unit;Currency;Cost;Stock;Country;Remark;Changed\n")
	for i := range rows {
		name := fmt.Sprintf("Rohr %d mm", r.IntN(500))
		if i%10 == 0 {
			name = fmt.Sprintf("\"Rohr %d mm; verzinkt\"", r.IntN(500))
		}
		fmt.Fprintf(&b, "%08d;%s;%d,%02d;person%d@example.org;40%011d;Metall;Stück;EUR;%d,00;%d;DE;;2026-11-%02d\n",
			i, name, r.IntN(1000), r.IntN(100), i, i, r.IntN(800), r.IntN(50), 1+r.IntN(28))
	}
	return b.Bytes()
}

// plain reads with encoding/csv alone: the baseline.
func plain(b *testing.B, file []byte) time.Duration {
	b.Helper()
	start := time.Now()
	r := csv.NewReader(bytes.NewReader(file))
	r.Comma, r.FieldsPerRecord = ';', -1
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return time.Since(start)
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

// beside runs f and the baseline in turn, and reports the ratio.
func beside(b *testing.B, file []byte, f func()) {
	b.SetBytes(int64(len(file)))
	var ours, base time.Duration
	for b.Loop() {
		base += plain(b, file)
		start := time.Now()
		f()
		ours += time.Since(start)
	}
	b.ReportMetric(float64(ours)/float64(base), "x-encoding/csv")
	b.ReportMetric(float64(ours.Microseconds())/1000/float64(b.N), "ms/file")
	b.ReportMetric(float64(base.Microseconds())/1000/float64(b.N), "base-ms")
}

// BenchmarkRead streams 100,000 rows: dialect found, checked, summed up.
func BenchmarkRead(b *testing.B) {
	file := generated(benchRows)
	beside(b, file, func() {
		if all, _, err := stream1(file); err != nil || all != benchRows+1 {
			b.Fatal(all, err)
		}
	})
}

// BenchmarkTable holds 100,000 rows for a list, its header found.
func BenchmarkTable(b *testing.B) {
	file := generated(benchRows)
	l := catalogue()
	beside(b, file, func() {
		if _, err := ReadTable(context.Background(), source(file), Options{}, l); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkCheck judges 100,000 rows under a mapping, as the list will.
func BenchmarkCheck(b *testing.B) {
	file := generated(benchRows)
	t, err := ReadTable(context.Background(), source(file), Options{}, catalogue())
	if err != nil {
		b.Fatal(err)
	}
	m := t.Propose()
	beside(b, file, func() {
		if _, err := t.Check(context.Background(), m, today); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkWorkbook reads 10,000 rows of a workbook, beside excelize.
func BenchmarkWorkbook(b *testing.B) {
	file := workbook(b, func(f *excelize.File) {
		for i := range 10_000 {
			row(b, f, first, fmt.Sprintf("A%d", i+1), fmt.Sprintf("%06d", i), "Rohr", i, "x")
		}
	})
	var ours, base time.Duration
	for b.Loop() {
		start := time.Now()
		if _, _, err := stream1(file); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		start = time.Now()
		f, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.GetRows(first); err != nil {
			b.Fatal(err)
		}
		base += time.Since(start)
	}
	b.ReportMetric(float64(ours)/float64(base), "x-excelize")
}

// stream1 reads a file and keeps nothing of it.
func stream1(file []byte) (n int, info Info, err error) {
	r, err := Open(context.Background(), source(file), Options{})
	if err != nil {
		return 0, Info{}, err
	}
	defer r.Close()
	for ; err == nil; n++ {
		_, err = r.Next()
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return n - 1, r.Info(), err
}
