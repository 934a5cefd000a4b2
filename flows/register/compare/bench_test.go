package compare_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
)

// BenchmarkCompare compares customers with all rules, from the bytes of two
// files to the report, beside a plain program that reads the same two files and
// matches them without any rule. x-maps is our time over that one's, x-files our
// peak memory (in a process of its own) over the size of the files, and linear
// the time of ten times the rows over ten times the time.
func BenchmarkCompare(b *testing.B) {
	var perRow [2]float64
	for n, rows := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			files := sample.Many(compare.Customers, rows, 1)
			size := len(files.Netvisor) + len(files.Rackbeat)
			b.SetBytes(int64(size))
			var ours, reading, base time.Duration
			for b.Loop() {
				start := time.Now()
				matched := plain(b, files)
				base += time.Since(start)
				runtime.GC()

				start = time.Now()
				left, right := readBoth(b, files)
				reading += time.Since(start)
				r, err := compare.Compare(context.Background(), left, right, plan, nil)
				ours += time.Since(start)
				if err != nil || r.Matches.Code+r.Matches.BusinessID+r.Matches.Name < matched {
					b.Fatal(r.Matches, matched, err)
				}
				runtime.GC()
			}
			b.ReportMetric(float64(ours)/float64(base), "x-maps")
			b.ReportMetric(ms(reading)/float64(b.N), "read-ms")
			b.ReportMetric(ms(ours-reading)/float64(b.N), "compare-ms")
			b.ReportMetric(ms(base)/float64(b.N), "maps-ms")
			b.ReportMetric(float64(peakOf(b, files))/float64(size), "x-files")
			perRow[n] = float64(ours) / float64(b.N*rows)
			if n == 1 && perRow[0] > 0 {
				b.ReportMetric(perRow[1]/perRow[0], "linear")
			}
		})
	}
}

var plan = compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// peakFolder names, for the process that measures memory, the folder of the two
// files.
const peakFolder = "LOTSE_TEST_PEAK"

func TestMain(m *testing.M) {
	if dir := os.Getenv(peakFolder); dir != "" {
		if err := comparePeak(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// peakOf is the most memory that a process of its own needs, in bytes.
func peakOf(b *testing.B, files sample.Pair) uint64 {
	b.Helper()
	dir := b.TempDir()
	for name, file := range map[string][]byte{"left.csv": files.Netvisor, "right.csv": files.Rackbeat} {
		if err := os.WriteFile(filepath.Join(dir, name), file, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), peakFolder+"="+dir)
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	n, err := strconv.ParseUint(string(out), 10, 64)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// comparePeak compares two files, and says how much memory the process has got.
func comparePeak(dir string) error {
	var regs [2]*compare.Register
	var errs [2]error
	done := make(chan int)
	for n, name := range []string{"left.csv", "right.csv"} {
		go func() {
			defer func() { done <- n }()
			f, err := os.Open(filepath.Join(dir, name))
			if err != nil {
				errs[n] = err
				return
			}
			defer f.Close()
			info, err := f.Stat()
			if err != nil {
				errs[n] = err
				return
			}
			regs[n], errs[n] = compare.Read(context.Background(), register.Source{Name: name, R: f, Size: info.Size()}, compare.Customers, compare.Options{})
		}()
	}
	<-done
	<-done
	if err := errors.Join(errs[:]...); err != nil {
		return err
	}
	r, err := compare.Compare(context.Background(), regs[0], regs[1], plan, nil)
	if err != nil {
		return err
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	runtime.KeepAlive(r)
	_, err = fmt.Print(m.Sys)
	return err
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
