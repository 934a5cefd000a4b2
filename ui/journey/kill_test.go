package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"testing"
	"time"
)

var (
	killRounds = flag.Int("kill.rounds", 25, "rounds of kill -9 while answers are given")
	killSeed   = flag.Uint64("kill.seed", uint64(time.Now().UnixNano()), "seed of the moments of kill -9")
)

// A run gets this many rounds before the next one begins, so that looking at
// it does not become the longer part.
const roundsOfRun = 20

// acknowledged is an event that a program said was durable.
type acknowledged struct {
	seq  int64
	hash string
}

// TestKill kills a program that gives answers as fast as it can, at random
// moments, from its start on. Everything that it had acknowledged is there, the
// chain is intact, and the next start works.
func TestKill(t *testing.T) {
	t.Parallel()
	t.Logf("%d rounds, -kill.seed=%d", *killRounds, *killSeed)
	h, random := newHouse(t), rand.New(rand.NewPCG(*killSeed, 0))
	writer := program(t, "writer")
	var run string
	var all []acknowledged
	acks, late := 0, 0
	for round := range *killRounds {
		if round%roundsOfRun == 0 {
			run, all = h.start(), nil
		}
		got := answerUntilKilled(t, exec.Command(writer, "answer", h.db, run), time.Duration(random.IntN(60_000))*time.Microsecond)
		all = append(all, got...)
		acks += len(got)
		late += h.compare(run, all)
	}
	t.Logf("%d answers acknowledged, %d more were durable before that could be said", acks, late)
	if acks == 0 {
		t.Error("no answer was acknowledged: every kill came too early")
	}
}

// answerUntilKilled runs a program that acknowledges answers, kills it after a
// while and gives what it acknowledged.
func answerUntilKilled(t testing.TB, cmd *exec.Cmd, after time.Duration) []acknowledged {
	t.Helper()
	out, ended := killAfter(t, cmd, after)
	if ended {
		t.Fatalf("the program was not killed, it ended by itself: %s", out)
	}
	return parsed(t, out)
}

// parsed is what a writer's lines acknowledge. One without its end was not said
// whole.
func parsed(t testing.TB, said []byte) (all []acknowledged) {
	t.Helper()
	for line := range bytes.Lines(said) {
		var a acknowledged
		if !bytes.HasSuffix(line, []byte("\n")) {
			continue
		}
		if _, err := fmt.Sscan(string(line), &a.seq, &a.hash); err != nil {
			t.Fatalf("read %q: %v", line, err)
		}
		all = append(all, a)
	}
	return all
}

// compare compares what was acknowledged with what is there, proves the chain,
// and counts the events behind the last acknowledged one.
func (h *house) compare(run string, all []acknowledged) (more int) {
	h.t.Helper()
	var s shown
	h.read(&s, "show", run)
	events := h.log(run)
	if int64(len(events)) != s.Run.Events {
		h.t.Fatalf("the log of run %s has %d events, its header says %d", run, len(events), s.Run.Events)
	}
	last := int64(1)
	for _, a := range all {
		if a.seq > int64(len(events)) {
			h.t.Fatalf("event %d of run %s was acknowledged and is lost: there are %d", a.seq, run, len(events))
		}
		if is := events[a.seq-1].Hash; is != a.hash {
			h.t.Fatalf("event %d of run %s was acknowledged as %s and is %s", a.seq, run, a.hash, is)
		}
		last = a.seq
	}
	h.verify(run)
	return int(int64(len(events)) - last)
}

// TestKillOfCommands kills the real command, which has acknowledged when it
// has printed the run.
func TestKillOfCommands(t *testing.T) {
	t.Parallel()
	h, random := newHouse(t), rand.New(rand.NewPCG(*killSeed, 1))
	run := h.start()
	set := func(n int) *exec.Cmd {
		return h.lotse("set", run, fmt.Sprintf("sign-in.organisation=Muster %d GmbH", n), "--json")
	}
	begun := time.Now()
	call(t, set(-1), "")
	whole := time.Since(begun)
	var all []acknowledged
	rounds, killed := max(10, *killRounds/5), 0
	for round := 0; round < rounds || (len(all) == 0 || killed == 0) && round < 50*rounds; round++ {
		out, ended := killAfter(t, set(round), time.Duration(random.Int64N(int64(whole*3/2))))
		if !ended {
			killed++
		}
		if a, ok := acknowledgement(out); ok {
			all = append(all, a)
		}
		h.compare(run, all)
	}
	t.Logf("%d commands killed, %d acknowledged, -kill.seed=%d", killed, len(all), *killSeed)
	if len(all) == 0 || killed == 0 {
		t.Error("the kills came all too early or all too late to prove anything")
	}
}

// killAfter runs a command, kills it after a while, and gives what it printed
// and whether it had ended by itself.
func killAfter(t testing.TB, cmd *exec.Cmd, after time.Duration) (out []byte, ended bool) {
	t.Helper()
	var talk bytes.Buffer
	cmd.Stderr = &talk
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	if out, err = io.ReadAll(pipe); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && (!errors.As(err, &exit) || exit.Exited()) {
		t.Fatalf("%s: %v\n%s%s", cmd, err, out, talk.String())
	}
	return out, cmd.ProcessState.Exited()
}

// acknowledgement is what a printed run acknowledges: its newest event.
func acknowledgement(out []byte) (acknowledged, bool) {
	var s shown
	if err := json.Unmarshal(out, &s); err != nil || s.Run.Events == 0 {
		return acknowledged{}, false // killed before, or while, it was printed
	}
	return acknowledged{s.Run.Events, s.Run.Head}, true
}
