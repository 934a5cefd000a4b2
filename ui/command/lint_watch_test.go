package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/ui/command"
)

const (
	watchedWell  = "procedure: quay\nversion: 1\ntitle: Quay\nsummary: To the quay.\nsteps:\n  - id: moor\n    title: Moor\n    items:\n      - {task: tied, label: The ship is tied}\n"
	watchedBadly = watchedWell + "colour: red\n"
)

// watched is lotse lint --watch with a clock that the test moves.
type watched struct {
	t           *testing.T
	out, err    bytes.Buffer
	asked       chan time.Duration // what the watch waits for, once it has said all
	tick        chan time.Time
	code        chan int
	stop        context.CancelFunc
	read, heard int // how much of out and err the test has seen
}

func watchFile(t *testing.T, args ...string) *watched {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	w := &watched{t: t, asked: make(chan time.Duration), tick: make(chan time.Time), code: make(chan int, 1), stop: stop}
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	p := command.Program{
		Store: realStore(), Library: flows.Open(fstest.MapFS{}, specs), Specs: specs,
		In: strings.NewReader(""), Out: &w.out, Err: &w.err,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 30, 9, 5, 7, 0, time.UTC) },
		After: func(d time.Duration) <-chan time.Time {
			select {
			case w.asked <- d:
			case <-ctx.Done():
			}
			return w.tick
		},
		Random: rand.Reader, User: func() string { return "Erika Muster" }, Data: t.TempDir(), Version: "test",
	}
	go func() { w.code <- command.Main(ctx, p, append([]string{"lint", "--watch"}, args...)) }()
	return w
}

// round is what was said until the watch waits again.
func (w *watched) round() (out, err string) {
	w.t.Helper()
	select {
	case <-w.asked:
	case code := <-w.code:
		w.t.Fatalf("ends with %d:\n%s%s", code, &w.out, &w.err)
	}
	out, err = w.out.String()[w.read:], w.err.String()[w.heard:]
	w.read, w.heard = w.out.Len(), w.err.Len()
	return out, err
}

// next lets the watch look again.
func (w *watched) next() (out, err string) {
	w.t.Helper()
	w.tick <- time.Time{}
	return w.round()
}

// Each save is proved, however an editor saves; what has not changed says nothing,
// and an interrupt ends it.
func TestLintWatchesAFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "quay.yaml")
	save := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save(file, watchedWell)
	w := watchFile(t, file)
	said := func(what, out, err, wantOut, wantErr string) {
		t.Helper()
		if wantOut == "" && out != "" || !strings.Contains(out, wantOut) || wantErr == "" && err != "" || !strings.Contains(err, wantErr) {
			t.Errorf("%s: says %q and %q, want %q and %q", what, out, err, wantOut, wantErr)
		}
	}

	out, err := w.round()
	said("at the beginning", out, err, "", "09:05:07 · faults: 0")
	out, err = w.next()
	said("without a change", out, err, "", "")

	save(file, watchedBadly)
	out, err = w.next()
	said("saved", out, err, "quay.yaml:10:1: ", "fault: 1")

	save(file+"~", watchedWell)
	if err := os.Rename(file+"~", file); err != nil {
		t.Fatal(err)
	}
	out, err = w.next()
	said("saved by a rename", out, err, "", "faults: 0")

	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	out, err = w.next()
	said("while it is away", out, err, "", "quay.yaml")
	save(file, watchedBadly)
	out, err = w.next()
	said("once it is back", out, err, "quay.yaml:10:1: ", "fault: 1")

	w.stop()
	if code := <-w.code; code != 130 {
		t.Errorf("an interrupted watch ends with %d, want 130", code)
	}
}

// A procedure that is not there at the beginning is a slip, not something to wait for.
func TestLintWatchesNothing(t *testing.T) {
	t.Parallel()
	w := watchFile(t, filepath.Join(t.TempDir(), "quay.yaml"))
	select {
	case <-w.asked:
		t.Error("waits for a file that is not there")
	case code := <-w.code:
		if code != 5 || !strings.Contains(w.err.String(), "quay.yaml") {
			t.Errorf("ends with %d: %s", code, &w.err)
		}
	}
}
