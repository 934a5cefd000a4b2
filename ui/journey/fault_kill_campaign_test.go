//go:build campaign && unix

package journey

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

// killed runs a command and kills it once enough is said.
func killed(t testing.TB, cmd *exec.Cmd, enough func(said []byte) bool) []byte {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	for part := make([]byte, 4096); err == nil; {
		var n int
		n, err = out.Read(part)
		said.Write(part[:n])
		if enough(said.Bytes()) {
			_ = cmd.Process.Kill() // Wait tells
		}
	}
	_ = cmd.Wait()
	if !errors.Is(err, io.EOF) || cmd.ProcessState.Exited() {
		t.Fatalf("%s was not killed, it ended by itself: %v, %v", cmd, cmd.ProcessState, err)
	}
	return said.Bytes()
}

// TestFaultKill kills the program with -9 at random moments, in everything that
// it does to a store, and now and then in the start that comes next. Nothing
// acknowledged is lost, and every store opens.
func TestFaultKill(t *testing.T) {
	var all tally
	t.Run("deeds", func(t *testing.T) {
		for _, d := range deeds {
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				killDeeds(t, &d, &all)
			})
		}
		for _, n := range []int{1, 2} {
			t.Run([]string{"one writer", "two writers"}[n-1], func(t *testing.T) {
				t.Parallel()
				killWriters(t, n, &all)
			})
		}
	})
	if t.Failed() {
		return
	}
	report("kill -9 (1,000 rounds, 100,000 acknowledged)", "%d rounds, %d killed, %d acknowledged, 0 lost, 0 that do not open", all.rounds.Load(), all.killed.Load(), all.acknowledged.Load())
	if *faultRound < 0 && *faultLong && all.acknowledged.Load() < 100_000 {
		t.Errorf("only %d answers were acknowledged", all.acknowledged.Load())
	}
}

// tally counts what was done, over tests that run side by side.
type tally struct{ rounds, killed, acknowledged, other atomic.Int64 }

func killDeeds(t *testing.T, d *deed, all *tally) {
	dir := filepath.Join(inMemory(t), "home")
	took := d.whole(t, dir)
	s := d.scene(t)
	for _, r := range rounds(t, 12, 60) {
		h := s.replay(t, dir)
		said, ended := killAfter(t, d.cmd(s, h), moment(r, took))
		if !ended {
			all.killed.Add(1)
		}
		if r.IntN(3) == 0 && !d.torn { // the next start is killed, too
			killAfter(t, h.lotse("list", "--json"), moment(r, took))
		}
		all.rounds.Add(1)
		all.acknowledged.Add(int64(s.acknowledgedBy(t, said).size()))
		if err := d.holds(s, h, said); err != nil {
			t.Errorf("%v\nsaid: %s", err, said)
		}
	}
}

// moment is a moment in something that takes so long, or shortly after it.
func moment(r *rand.Rand, took time.Duration) time.Duration {
	return time.Duration(r.Int64N(int64(took * 5 / 4)))
}

func (k ledger) size() (n int) {
	for _, all := range k {
		n += len(all)
	}
	return n
}

// killWriters kills so many programs that answer as fast as they can, each on a
// run of its own, a few times on the same store.
func killWriters(t *testing.T, n int, all *tally) {
	dir := filepath.Join(inMemory(t), "home")
	s := livedIn(t)
	for _, r := range rounds(t, 30, 250) {
		h := s.replay(t, dir)
		k := s.kept
		for range 1 + r.IntN(3) {
			k = k.and(writeUntilKilled(t, h, []string{s.run, s.other}[:n], r))
			all.killed.Add(int64(n))
		}
		all.rounds.Add(1)
		all.acknowledged.Add(int64(k.size() - s.kept.size()))
		found, err := look(h.db)
		if err == nil {
			err = found.lacks(k)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// writeUntilKilled kills each writer after a while, from its start on, or after
// a number of answers.
func writeUntilKilled(t *testing.T, h *house, runs []string, r *rand.Rand) ledger {
	got := make(chan ledger)
	for _, run := range runs {
		after, number := time.Duration(r.IntN(80_000))*time.Microsecond, r.IntN(400)
		if r.IntN(3) > 0 {
			after = 0
		}
		go func() {
			k := ledger{}
			defer func() { got <- k }()
			cmd := exec.Command(program(t, "writer"), "answer", h.db, run)
			if after > 0 {
				k[run] = answerUntilKilled(t, cmd, after)
				return
			}
			said := killed(t, cmd, func(said []byte) bool { return bytes.Count(said, []byte("\n")) > number })
			k[run] = parsed(t, said)
		}()
	}
	k := ledger{}
	for range runs {
		k = k.and(<-got)
	}
	return k
}
