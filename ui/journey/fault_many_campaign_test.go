//go:build campaign && unix

package journey

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestFaultOpeners has eight programs open one store at the same moment, which
// is not there yet, or is of an older version.
func TestFaultOpeners(t *testing.T) {
	const openers = 8
	dir := filepath.Join(inMemory(t), "home")
	opened := 0
	for i := range rounds(t, 12, 100) {
		s := []*scene{nothing(t), older(t)}[i%4/3] // one in four migrates
		h := s.replay(t, dir)
		for _, r := range together(openers, func() *exec.Cmd { return h.lotse("list", "--json") }) {
			if opened++; r.code != 0 {
				t.Errorf("exit %d: %s%s", r.code, r.stdout, r.err)
			}
		}
		if err := holdsAll(s, h, nil); err != nil {
			t.Error(err)
		}
	}
	if t.Failed() {
		return
	}
	report("8 open a new store at once (100 times)", "%d openings, 0 errors", opened)
}

// together runs a command as many times, all at once, as long as it takes.
func together(n int, cmd func() *exec.Cmd) []result {
	results := make([]result, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			var talk strings.Builder
			c := cmd()
			c.Stderr = &talk
			out, _ := c.Output() // the exit code tells
			results[i] = result{c.ProcessState.ExitCode(), string(out), talk.String()}
		})
	}
	all.Wait()
	return results
}

// clashed is what a writer says when another was first.
const clashed = "clash\n"

// TestFaultTwoWriters has two programs answer the same field of one run as fast
// as they can. Whoever is second is shown that, and no answer is lost.
func TestFaultTwoWriters(t *testing.T) {
	given := 400
	if *faultLong {
		given = 5000
	}
	s := livedIn(t)
	h := s.replay(t, filepath.Join(inMemory(t), "home"))
	writer := program(t, "writer")
	said := together(2, func() *exec.Cmd { return exec.Command(writer, "contend", h.db, s.run, strconv.Itoa(given)) })
	k, clashes, answers := s.kept, 0, 0
	for _, r := range said {
		if r.code != 0 {
			t.Fatalf("a writer failed: %s", r.err)
		}
		clashes += strings.Count(r.stdout, clashed)
		got := parsed(t, []byte(strings.ReplaceAll(r.stdout, clashed, "")))
		answers += len(got)
		k = k.and(ledger{s.run: got})
	}
	found, err := look(h.db)
	if err != nil {
		t.Fatal(err)
	}
	if err := found.lacks(k); err != nil {
		t.Error(err)
	}
	if is, want := len(found.events[s.run]), len(s.kept[s.run])+answers+s.begun(); answers != 2*given || is != want {
		t.Errorf("%d answers were acknowledged, and the run has %d events, not %d", answers, is, want)
	}
	switch {
	case clashes == 0:
		t.Error("no two answers met: this proves nothing")
	case !t.Failed():
		report("2 writers on one run (5,000 each)", "%d answers, %d clashes, all seen, 0 answers lost", answers, clashes)
	}
}

// begun is how many events of the run come before the first acknowledged one.
func (s *scene) begun() int { return int(s.kept[s.run][0].seq) - 1 }
