package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// bin is the folder with the programs under test.
var bin string

// TestMain builds lotse once.
func TestMain(m *testing.M) {
	flag.Parse()
	err := waitTogether()
	code := 1
	if err == nil {
		code, err = testAll(m)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// waitTogether lets at least four tests run at once, unless the caller says how many:
// the tests wait half of their time, for the disk and for clocks.
func waitTogether() error {
	const flagName, least = "test.parallel", 4
	said := false
	flag.Visit(func(f *flag.Flag) { said = said || f.Name == flagName })
	if said || runtime.GOMAXPROCS(0) >= least {
		return nil
	}
	return flag.Set(flagName, strconv.Itoa(least))
}

func testAll(m *testing.M) (code int, err error) {
	if bin, err = os.MkdirTemp("", "lotse-journey-"); err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(bin)) }()
	// Others than the owner run it too, where a test has to be nobody.
	if err := os.Chmod(bin, 0o755); err != nil {
		return 1, err
	}
	if err := build("lotse", "lotse"); err != nil {
		return 1, err
	}
	debug.SetGCPercent(400) // much garbage beside little memory
	code = m.Run()
	for _, end := range atEnd {
		end()
	}
	return code, nil
}

// atEnd is what is left to do when all tests have run.
var atEnd []func()

// TestSources looks at every file that the program is built from. The go
// command gives a cached result only while the files that a test looked at are
// unchanged, and what a build reads it does not see.
func TestSources(t *testing.T) {
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		_, err = os.Stat(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// build builds a package into bin, without what only a debugger reads: that is half of
// the linking.
func build(name, pkg string) error {
	out, err := exec.Command("go", "build", "-ldflags=-w", "-o", filepath.Join(bin, name), pkg).CombinedOutput()
	if err != nil {
		return fmt.Errorf("build %s: %w\n%s", pkg, err, out)
	}
	return nil
}

// program gives the path of a program under testdata, built when it is first
// asked for.
func program(t testing.TB, name string) string {
	t.Helper()
	once, _ := programs.LoadOrStore(name, sync.OnceValue(func() error { return build(name, "./testdata/"+name) }))
	if err := once.(func() error)(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(bin, name)
}

var programs sync.Map

// house is a home of its own, with one database in it.
type house struct {
	t   testing.TB
	dir string
	db  string
	env []string

	// here runs a command without starting the program; nil: each is started.
	here func(stdin string, args ...string) result
}

// newHouse makes a home. Nothing of the machine's user is seen in it: no
// settings, no session bus, no keychain.
func newHouse(t testing.TB) *house {
	t.Helper()
	h := houseIn(t.TempDir())
	h.t = t
	return h
}

func houseIn(dir string) *house {
	return &house{dir: dir, db: filepath.Join(dir, "lotse.db"), env: []string{
		"HOME=" + dir, "XDG_DATA_HOME=" + filepath.Join(dir, "data"), "XDG_CONFIG_HOME=" + filepath.Join(dir, "config"),
		"XDG_RUNTIME_DIR=" + filepath.Join(dir, "none"), "LOTSE_DB=" + filepath.Join(dir, "lotse.db"),
		"PATH=" + os.Getenv("PATH"), "USER=erika", "LANG=en_US.UTF-8", "TERM=xterm-256color", "TZ=UTC",
		"LOTSE_NETWORK=off", // nothing here asks a portal
	}}
}

// lotse is a call of the program.
func (h *house) lotse(args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(bin, "lotse"), args...)
	cmd.Env, cmd.Dir = h.env, h.dir
	return cmd
}

// result is what a call came to.
type result struct {
	code        int
	stdout, err string
}

// call runs a command with a text on stdin. One that does not end is killed.
func call(t testing.TB, cmd *exec.Cmd, stdin string) result {
	t.Helper()
	var out, talk bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &talk
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", cmd, err)
	}
	hangs := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatalf("run %s: %v", cmd, err)
	}
	if !hangs.Stop() {
		t.Fatalf("%s did not end:\n%s%s", cmd, out.String(), talk.String())
	}
	return result{cmd.ProcessState.ExitCode(), out.String(), talk.String()}
}

// patience bounds every wait. It is far above what anything takes, so that only
// what would never come runs into it.
var patience = 30 * time.Second

func init() {
	flag.DurationVar(&patience, "patience", patience, "how long a test waits for what would never come")
}

// run starts a command that has to succeed.
func (h *house) run(args ...string) result {
	h.t.Helper()
	return h.succeeded(call(h.t, h.lotse(args...), ""), args)
}

// ask runs a command with a text on stdin.
func (h *house) ask(stdin string, args ...string) result {
	h.t.Helper()
	if h.here != nil {
		return h.here(stdin, args...)
	}
	return call(h.t, h.lotse(args...), stdin)
}

func (h *house) succeeded(r result, args []string) result {
	h.t.Helper()
	if r.code != 0 {
		h.t.Fatalf("lotse %q: exit %d\n%s%s", args, r.code, r.stdout, r.err)
	}
	return r
}

// read runs a command with --json and decodes what it prints.
func (h *house) read(into any, args ...string) {
	h.t.Helper()
	args = append(args, "--json")
	r := h.succeeded(h.ask("", args...), args)
	if err := json.Unmarshal([]byte(r.stdout), into); err != nil {
		h.t.Fatalf("lotse %q: %v\n%s", args, err, r.stdout)
	}
}

// shown is what show, start and every change print.
type shown struct {
	Run struct {
		ID, Status, Head string
		Events           int64
	}
	Current string
	Steps   []struct {
		ID, State string
		Items     []shownItem
	}
	Ripple []struct {
		Step, Effect string
	}
	Error struct{ Code, Message string } // where the call was refused
}

type shownItem struct {
	ID       string
	State    string
	Problems []shownProblem
	Rows     []struct {
		Row      string
		Problems []shownProblem
	}
}

type shownProblem struct {
	ID, Level, Text string
	Accepted        *string
}

// state is the state of a step.
func (s *shown) state(step string) string {
	for _, st := range s.Steps {
		if st.ID == step {
			return st.State
		}
	}
	return ""
}

// item is an item of a step; nil where there is none.
func (s *shown) item(step, id string) *shownItem {
	for _, st := range s.Steps {
		for i := range st.Items {
			if st.ID == step && st.Items[i].ID == id {
				return &st.Items[i]
			}
		}
	}
	return nil
}

// problem is a problem by STEP.PROBLEM; nil where there is none.
func (s *shown) problem(name string) *shownProblem {
	step, id, _ := strings.Cut(name, ".")
	for _, st := range s.Steps {
		if st.ID != step {
			continue
		}
		for _, it := range st.Items {
			all := it.Problems
			for _, r := range it.Rows {
				all = append(all[:len(all):len(all)], r.Problems...)
			}
			for i := range all {
				if all[i].ID == id {
					return &all[i]
				}
			}
		}
	}
	return nil
}

// event is one event of a log.
type event struct {
	Seq          int64
	At, By, Kind string
	Step, Hash   string
	Data         json.RawMessage
}

// data is an event's data on one line.
func (e event) data(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, e.Data); err != nil {
		t.Fatalf("event %d: %v", e.Seq, err)
	}
	return b.String()
}

// log is a run's log.
func (h *house) log(run string) []event {
	h.t.Helper()
	var l struct{ Events []event }
	h.read(&l, "log", run)
	return l.Events
}

// verify proves a run's chain.
func (h *house) verify(run string) {
	h.t.Helper()
	var v struct {
		Intact     bool
		FirstFault any `json:"first_fault"`
	}
	h.read(&v, "verify", run)
	if !v.Intact {
		h.t.Fatalf("the chain of run %s is broken: %v", run, v.FirstFault)
	}
}

// start starts a run of the import.
func (h *house) start() string {
	h.t.Helper()
	var s shown
	h.read(&s, "start", "teccom-import", "--customer", "Muster GmbH")
	return s.Run.ID
}
