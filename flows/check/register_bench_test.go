package check

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"testing"
	"time"

	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
)

// BenchmarkRegisterCheck100k is the whole check of 100,000 customers a side, in
// this process: both files read, all rules, what was found packed and kept;
// beside encoding/csv and maps, which match by code, business id and name and
// judge nothing.
func BenchmarkRegisterCheck100k(b *testing.B) {
	files := sample.Many(compare.Customers, 100_000, 1)
	var s shelf
	inputs := []run.CheckInput{
		{Param: "netvisor", Value: s.put("netvisor.csv", string(files.Netvisor))},
		{Param: "rackbeat", Value: s.put("rackbeat.csv", string(files.Rackbeat))},
	}
	var ours, base time.Duration
	var packed int64
	for b.Loop() {
		begun := time.Now()
		got, err := NewRunner(s.env()).Run(context.Background(), Request{Check: "register.customers", Inputs: inputs}, nil)
		ours += time.Since(begun)
		if err != nil || got.Report == nil {
			b.Fatalf("%+v, %v", got, err)
		}
		packed = got.Report.Size
		begun = time.Now()
		if n := plainly(b, files); n == 0 {
			b.Fatal("nothing matches")
		}
		base += time.Since(begun)
	}
	b.ReportMetric(float64(ours)/float64(base), "x-maps")
	b.ReportMetric(float64(packed)/(1<<20), "MiB-kept")
}

// plainly matches by code, then business id, then name, and counts the pairs.
func plainly(b *testing.B, files sample.Pair) (pairs int) {
	left, right := plainRows(b, files.Netvisor), plainRows(b, files.Rackbeat)
	for column := range 3 {
		at := make(map[string]int, len(left))
		for i, row := range left {
			if row != nil && row[column] != "" {
				at[row[column]] = i
			}
		}
		for i, row := range right {
			if row == nil || row[column] == "" {
				continue
			}
			if j, ok := at[row[column]]; ok && left[j] != nil {
				left[j], right[i] = nil, nil
				pairs++
			}
		}
	}
	return pairs
}

// plainRows are code, business id and name of each row, in the order in which
// the columns stand: it is the time that counts.
func plainRows(b *testing.B, file []byte) (rows [][]string) {
	r := csv.NewReader(bytes.NewReader(file))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = ';', true, -1
	if bytes.Count(file[:200], []byte(",")) > bytes.Count(file[:200], []byte(";")) {
		r.Comma = ','
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil || len(row) < 3 {
			b.Fatalf("%q, %v", row, err)
		}
		rows = append(rows, row[:3])
	}
}
