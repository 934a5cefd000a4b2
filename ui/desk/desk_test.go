package desk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/outside"
)

// typist gives what is typed, and then holds the input open.
type typist struct {
	*strings.Reader
	held chan struct{}
}

func (t typist) Read(p []byte) (int, error) {
	if n, err := t.Reader.Read(p); err != io.EOF {
		return n, err
	}
	<-t.held
	return 0, io.EOF
}

// screenful collects what is written to the terminal.
type screenful struct {
	mu sync.Mutex
	bytes.Buffer
}

func (s *screenful) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Buffer.Write(p)
}

func (s *screenful) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Buffer.String()
}

// runWith runs the whole screen on a fresh rehearsal with keys typed ahead.
func runWith(t *testing.T, keys string, archive func(*storetest.Memory) run.Archive) (res Result, out string, err error) {
	t.Helper()
	r := newRig(t)
	s, err := outside.Start(context.Background(), &r.m.cfg, "harbour", "Muster GmbH", run.Rehearsal)
	if err != nil {
		t.Fatal(err)
	}
	cfg, screen := r.m.cfg, &screenful{}
	in := typist{strings.NewReader(keys), make(chan struct{})}
	defer close(in.held)
	cfg.Archive, cfg.Run, cfg.In, cfg.Out, cfg.NoColor = archive(r.a), s.ID(), in, screen, true
	type left struct {
		res Result
		err error
	}
	done := make(chan left, 1)
	go func() {
		res, err := Run(context.Background(), cfg)
		done <- left{res, err}
	}()
	select {
	case l := <-done:
		return l.res, screen.String(), l.err
	case <-time.After(20 * time.Second):
		t.Fatalf("the screen was not left:\n%s", screen.String())
		return Result{}, "", nil
	}
}

func TestKeysTypedBeforeTheFirstFrame(t *testing.T) {
	var kept *storetest.Memory
	res, _, err := runWith(t, "\rAurora\r\x03", func(m *storetest.Memory) run.Archive { kept = m; return m })
	if err != nil || res.Code != codeInterrupted {
		t.Fatalf("code %d, %v", res.Code, err)
	}
	if got := strings.Join(res.Lines, "\n"); !strings.Contains(got, "Muster GmbH, A berth in the harbour: 0 of 4 steps done.") {
		t.Errorf("the last words are %q", got)
	}
	page, err := kept.Headers(context.Background(), run.Query{})
	if err != nil || len(page.Runs) != 1 || page.Runs[0].Events != 2 {
		t.Errorf("kept %+v, %v", page.Runs, err)
	}
}

// The terminal's own bar is there while the run is, and taken back on leaving.
func TestTheBarIsTakenBackOnLeaving(t *testing.T) {
	_, out, err := runWith(t, "\x03", func(m *storetest.Memory) run.Archive { return m })
	if err != nil {
		t.Fatal(err)
	}
	set, reset := strings.LastIndex(out, "\x1b]9;4;1;"), strings.LastIndex(out, "\x1b]9;4;0")
	if set < 0 || reset < set {
		t.Errorf("set at %d, taken back at %d: %q", set, reset, out)
	}
}

func TestCtrlCTwiceWaitsForNothing(t *testing.T) {
	r := newRig(t)
	r.m.hold = 1 // something that never ends
	r.keys("ctrl+c")
	if r.quit {
		t.Fatal("what was typed ahead is dropped")
	}
	if r.keys("ctrl+c"); !r.quit || r.m.code != codeInterrupted {
		t.Errorf("quit %v, code %d", r.quit, r.m.code)
	}
}

func TestAFaultOfOurOwnTellsNoValue(t *testing.T) {
	for name, faulty := range map[string]func(*storetest.Memory) run.Archive{
		"in Update":    func(m *storetest.Memory) run.Archive { return breaking{m, true} },
		"in a command": func(m *storetest.Memory) run.Archive { return breaking{m, false} },
	} {
		t.Run(name, func(t *testing.T) {
			// form, ship, address, cargo, flags, arrival, remarks, then the locker
			talk := stderrOf(t)
			res, out, err := runWith(t, "\t\t\t\t\t\t\thush-hush\r", faulty)
			if !errors.As(err, new(*flows.Refusal)) || res.Code != codeFailed {
				t.Fatalf("code %d, %v", res.Code, err)
			}
			for _, s := range append(res.Lines, err.Error(), out, talk()) {
				if strings.Contains(s, "hush") || strings.Contains(s, "goroutine") {
					t.Errorf("it tells %q", s)
				}
			}
			if !strings.Contains(out, "\x1b[?1049l") && strings.Contains(out, "\x1b[?1049h") {
				t.Error("the alternate screen was not left")
			}
		})
	}
}

// stderrOf takes what this program writes to stderr from now on, and gives it.
func stderrOf(t *testing.T) (talk func() string) {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	was := os.Stderr
	os.Stderr = f
	t.Cleanup(func() {
		os.Stderr = was
		_ = f.Close() // it was read
	})
	return func() string {
		said, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		return string(said)
	}
}

// breaking is an archive with a fault of our own: it panics with a value.
type breaking struct {
	*storetest.Memory
	vault bool
}

func (b breaking) Vault() run.Vault {
	if b.vault {
		panic("hush-hush")
	}
	return b.Memory.Vault()
}

func (b breaking) SaveUnsaved(context.Context, run.Unsaved) error { panic("hush-hush") }

func (b breaking) Append(_ context.Context, _ run.Batch) error { panic("hush-hush") }
