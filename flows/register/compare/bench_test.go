package compare_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
)

// BenchmarkCompare compares customers with all rules, from the bytes of two
// files to the report, beside a plain program that reads the same two files and
// matches them without any rule. x-maps is the time of ours over that.
func BenchmarkCompare(b *testing.B) {
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			files := sample.Many(compare.Customers, rows, 1)
			b.SetBytes(int64(len(files.Netvisor) + len(files.Rackbeat)))
			var ours, reading, base time.Duration
			for b.Loop() {
				start := time.Now()
				matched := plain(b, files)
				base += time.Since(start)

				start = time.Now()
				left, right := readBoth(b, files)
				reading += time.Since(start)
				r, err := compare.Compare(context.Background(), left, right, compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat}, nil)
				ours += time.Since(start)
				if err != nil || r.Matches.Code+r.Matches.BusinessID+r.Matches.Name < matched {
					b.Fatal(r.Matches, matched, err)
				}
			}
			b.ReportMetric(float64(ours)/float64(base), "x-maps")
			b.ReportMetric(float64(reading.Milliseconds())/float64(b.N), "read-ms")
			b.ReportMetric(float64((ours-reading).Milliseconds())/float64(b.N), "compare-ms")
			b.ReportMetric(float64(base.Milliseconds())/float64(b.N), "maps-ms")
		})
	}
}

// readBoth reads both files side by side.
func readBoth(b *testing.B, files sample.Pair) (left, right *compare.Register) {
	b.Helper()
	read := func(name string, file []byte) *compare.Register {
		r, err := compare.Read(context.Background(), register.Source{Name: name, R: bytes.NewReader(file), Size: int64(len(file))}, compare.Customers, compare.Options{})
		if err != nil {
			b.Error(err)
		}
		return r
	}
	done := make(chan struct{})
	go func() {
		left = read("netvisor.csv", files.Netvisor)
		close(done)
	}()
	right = read("rackbeat.csv", files.Rackbeat)
	<-done
	if b.Failed() {
		b.FailNow()
	}
	return left, right
}

// plain is the baseline: what one would write in an hour.
func plain(b *testing.B, files sample.Pair) (matched int) {
	b.Helper()
	left := plainRows(b, files.Netvisor, ';', "Asiakaskoodi", "Y-tunnus", "Nimi")
	right := plainRows(b, files.Rackbeat, ',', "number", "company_vat", "name")
	mate := make([]bool, len(left))
	taken := make([]bool, len(right))
	for field := range 3 {
		byKey := map[string]int{}
		for i, row := range right {
			if !taken[i] && row[field] != "" {
				byKey[row[field]] = i
			}
		}
		for i, row := range left {
			if j, ok := byKey[row[field]]; ok && !mate[i] && !taken[j] {
				mate[i], taken[j] = true, true
				matched++
			}
		}
	}
	return matched
}

// plainRows reads the three columns of a file.
func plainRows(b *testing.B, file []byte, comma rune, headers ...string) [][]string {
	b.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	r.Comma = comma
	header, err := r.Read()
	if err != nil {
		b.Fatal(err)
	}
	at := make([]int, len(headers))
	for i, name := range headers {
		for k, cell := range header {
			if cell == name {
				at[i] = k
			}
		}
	}
	var rows [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			b.Fatal(err)
		}
		id := strings.ReplaceAll(strings.TrimPrefix(strings.ToUpper(row[at[1]]), "FI"), "-", "")
		rows = append(rows, []string{strings.TrimSpace(row[at[0]]), id, strings.TrimSpace(row[at[2]])})
	}
}
