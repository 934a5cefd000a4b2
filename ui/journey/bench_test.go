//go:build unix

package journey

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var benchRuns = flag.Int("bench.runs", 10_000, "runs in the store of the benchmarks")

// figures are the times of one thing, and of its baseline in the same run.
type figures struct{ ours, base []time.Duration }

// report reports medians and, from 100 figures on, the 99th percentile, each
// with its ratio to the baseline: the ratio is what to read.
func (f figures) report(b *testing.B, name, baseline string) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(millis(quantile(f.ours, 0.5)), "ms/"+name)
	b.ReportMetric(millis(quantile(f.base, 0.5)), "ms/"+baseline)
	b.ReportMetric(float64(quantile(f.ours, 0.5))/float64(quantile(f.base, 0.5)), name+"/"+baseline)
	if len(f.ours) >= 100 {
		b.ReportMetric(float64(quantile(f.ours, 0.99))/float64(quantile(f.base, 0.99)), "p99-"+name+"/"+baseline)
	}
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func quantile(all []time.Duration, q float64) time.Duration {
	s := slices.Sorted(slices.Values(all))
	return s[int(q*float64(len(s)-1))]
}

// filled is a house with many runs, made once and copied.
func filled(b *testing.B) *house {
	b.Helper()
	many, err := manyRuns(b)
	if err != nil {
		b.Fatal(err)
	}
	h := newHouse(b)
	if err := os.WriteFile(h.db, many, 0o600); err != nil {
		b.Fatal(err)
	}
	h.run("backup") // that of the day, which is not to be timed
	return h
}

var manyOnce struct {
	sync.Once
	db  []byte
	err error
}

// manyRuns is a database with many runs.
func manyRuns(b *testing.B) ([]byte, error) {
	writer := program(b, "writer")
	manyOnce.Do(func() {
		path := filepath.Join(bin, "many.db")
		if out, err := exec.Command(writer, "fill", path, strconv.Itoa(*benchRuns)).CombinedOutput(); err != nil {
			manyOnce.err = fmt.Errorf("fill %s: %w\n%s", path, err, out)
			return
		}
		manyOnce.db, manyOnce.err = os.ReadFile(path)
	})
	return manyOnce.db, manyOnce.err
}

// BenchmarkFirstFrame is the time from the start of the desk, with 10,000 runs
// in the store, to its first frame, beside a Bubble Tea program that shows one
// line; the terminal answers what they ask at once, late, or never.
func BenchmarkFirstFrame(b *testing.B) {
	h := filled(b)
	for _, how := range []struct {
		name string
		as   answering
	}{{"answering", atOnce}, {"late", late}, {"never", never}} {
		b.Run(how.name, func(b *testing.B) {
			var f figures
			for b.Loop() {
				f.ours = append(f.ours, firstFrame(b, h.lotse(), how.as, "Muster "))
				f.base = append(f.base, firstFrame(b, bare(b), how.as, "Bare"))
			}
			f.report(b, "desk", "bare")
		})
	}
}

// firstFrame times a program from its start until a text stands on the screen.
func firstFrame(b *testing.B, cmd *exec.Cmd, how answering, text string) time.Duration {
	b.Helper()
	begun := time.Now()
	p := open(b, 80, 24, how, cmd)
	p.Wait(text)
	took := time.Since(begun)
	p.Kill()
	return took
}

// BenchmarkKey is the time from a key to its letter on the screen, in a field
// of the wizard, beside a bare text input.
func BenchmarkKey(b *testing.B) {
	h := filled(b)
	run := h.start()
	h.run("set", run, "applies.uses_connect5=no")
	h.run("done", run, "applies")
	ours := h.wizard(80, 24, "resume", run)
	ours.at("sign-in")
	ours.Key("tab")
	ours.on("organisation")
	base := open(b, 80, 24, atOnce, bare(b, "input"))
	base.Wait(">")
	var f figures
	for b.Loop() {
		f.ours = append(f.ours, echo(ours.terminal))
		f.base = append(f.base, echo(base))
	}
	f.report(b, "wizard", "input")
}

// echo types a letter at any moment between two frames, times it, and takes it
// back.
func echo(p *terminal) time.Duration {
	p.t.Helper()
	const letter = "ÿ" // stands nowhere else
	time.Sleep(time.Duration(rand.IntN(9_000)) * time.Microsecond)
	begun := time.Now()
	p.Send(letter)
	p.Wait(letter)
	took := time.Since(begun)
	p.Key("backspace")
	p.WaitFor("no "+letter, func(s screen) bool { return !s.has(letter) })
	return took
}

// BenchmarkMemory is the peak memory of the desk with 10,000 runs in the store,
// beside a bare Bubble Tea program's.
func BenchmarkMemory(b *testing.B) {
	h := filled(b)
	var ours, base float64
	for b.Loop() {
		ours = peak(b, h.open(80, 24, atOnce), "Muster ")
		base = peak(b, open(b, 80, 24, atOnce, bare(b)), "Bare")
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ours, "MiB/desk")
	b.ReportMetric(base, "MiB/bare")
	b.ReportMetric(ours/base, "desk/bare")
}

// peak is the most memory that a program has had, in MiB, as Linux tells it.
func peak(b *testing.B, p *terminal, text string) float64 {
	b.Helper()
	p.Wait(text)
	for range 20 {
		p.Key("down")
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		b.Fatalf("read the memory of a program: %v", err)
	}
	p.Kill()
	for lines := bufio.NewScanner(bytes.NewReader(status)); lines.Scan(); {
		var kib float64
		if n, _ := fmt.Sscanf(lines.Text(), "VmHWM: %f kB", &kib); n == 1 {
			return kib / 1024
		}
	}
	b.Fatal("the system does not tell the most memory that a program has had")
	return 0
}

// BenchmarkCommand is a command from its decision until it is durable, beside a
// write of 4 KiB made durable.
func BenchmarkCommand(b *testing.B) { timed(b, "acknowledge", "command", "fdatasync") }

// BenchmarkResume is a run of 2,000 events from the store to its state, beside
// the reading alone.
func BenchmarkResume(b *testing.B) { timed(b, "resume", "resume", "read") }

// timed has the writer time a thing and its baseline, one by one in turns.
func timed(b *testing.B, what, name, baseline string) {
	h := newHouse(b)
	out, err := exec.Command(program(b, "writer"), what, h.db, strconv.Itoa(b.N)).Output()
	if err != nil {
		b.Fatalf("writer %s: %v", what, err)
	}
	var ours, base float64
	if _, err := fmt.Sscan(strings.TrimSpace(string(out)), &ours, &base); err != nil {
		b.Fatalf("read %q: %v", out, err)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ours/1000, "µs/"+name)
	b.ReportMetric(base/1000, "µs/"+baseline)
	b.ReportMetric(ours/base, name+"/"+baseline)
}
