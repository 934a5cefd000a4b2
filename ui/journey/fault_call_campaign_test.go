//go:build campaign && unix

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// failing are the system calls that fail, and how.
var failing = []struct {
	calls, errno string
	anywhere     bool // only the store makes them: paths that are not known before count, too
}{
	{"pwrite64", "EIO", true},
	{"pwrite64", "ENOSPC", true},
	{"fsync,fdatasync", "EIO", true},
	{"ftruncate", "EIO", true},
	{"unlink,unlinkat", "EIO", true},
	{"rename,renameat,renameat2", "EIO", true},
	{"link,linkat", "EPERM", true},
	{"mkdir,mkdirat", "ENOSPC", true},
	{"pread64", "EIO", false},
	{"fcntl", "EIO", false},
	{"openat", "EIO", false},
	{"openat", "EMFILE", false},
	{"fstat,newfstatat", "EIO", false},
	{"mmap", "ENOMEM", false},
	{"flock", "EIO", false},
}

// failure is the nth call of a kind, which fails: it alone, or it and all later ones.
type failure struct {
	kind, n int
	ever    bool
}

// TestFaultCalls has the nth system call of each kind fail, once and for ever,
// under everything that a person does to a store. The state is right each time,
// and what is said is a sentence.
func TestFaultCalls(t *testing.T) {
	var all tally
	t.Run("deeds", func(t *testing.T) {
		for _, d := range deeds {
			if d.tool {
				continue
			}
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				failCalls(t, &d, &all)
			})
		}
	})
	if t.Failed() {
		return
	}
	report("a system call fails, once or for ever (600 runs)", "%d runs, %d of them refused in words, 0 wrong states", all.rounds.Load(), all.other.Load())
}

func failCalls(t *testing.T, d *deed, all *tally) {
	dir := filepath.Join(inMemory(t), "home")
	s := d.scene(t)
	every := countCalls(t, d, s, dir)
	rand.New(rand.NewPCG(*faultSeed, 0)).Shuffle(len(every), func(i, j int) { every[i], every[j] = every[j], every[i] })
	for i := range rounds(t, 8, min(100, len(every))) {
		f := every[i%len(every)]
		h := s.replay(t, dir)
		r := call(t, f.under(d.cmd(s, h), dir), "")
		all.rounds.Add(1)
		if r.code != 0 {
			all.other.Add(1)
		}
		if err := d.rightly(s, h, r); err != nil {
			t.Errorf("%s: exit %d, %v\n%s%s", f, r.code, err, r.stdout, r.err)
		}
	}
}

// countCalls counts the calls of each kind that a deed makes, by the thread
// that makes most of them, for that is how they are counted when one fails.
func countCalls(t *testing.T, d *deed, s *scene, dir string) (every []failure) {
	t.Helper()
	most := map[string]int{} // by call and whether it is counted anywhere
	for _, anywhere := range []bool{false, true} {
		h := s.replay(t, dir)
		var names []string
		for _, f := range failing {
			if f.anywhere == anywhere {
				names = append(names, f.calls)
			}
		}
		trace := filepath.Join(inMemory(t), "trace")
		args := append(paths(anywhere, dir), "-e", "trace="+strings.Join(names, ","), "-o", trace)
		if r := call(t, strace(d.cmd(s, h), args...), ""); r.code != 0 {
			t.Fatalf("%s: exit %d: %s", d.name, r.code, r.err)
		}
		for name, n := range mostCalls(t, trace) {
			most[name] = n
		}
	}
	for kind, f := range failing {
		n := 0
		for _, name := range strings.Split(f.calls, ",") {
			n = max(n, most[name])
		}
		for i := range min(n, 60) {
			every = append(every, failure{kind, i + 1, false}, failure{kind, i + 1, true})
		}
	}
	return every
}

// mostCalls counts the calls in a trace by their name, each in the thread that
// made most of them.
func mostCalls(t *testing.T, trace string) map[string]int {
	t.Helper()
	b, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	threads, most := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(b)) {
		thread, what, _ := strings.Cut(line, " ")
		name, _, is := strings.Cut(strings.TrimSpace(what), "(")
		if !is || strings.HasPrefix(name, "<") {
			continue
		}
		threads[thread+name]++
		most[name] = max(most[name], threads[thread+name])
	}
	return most
}

// paths limits a call to the files of the store.
func paths(anywhere bool, dir string) (args []string) {
	if anywhere {
		return nil
	}
	folders := []string{dir, dir + "/backups", dir + "/backups/lotse.db", dir + "/evidence", dir + "/evidence/lotse.db"}
	for _, end := range []string{"", "-wal", "-shm", "-journal", "-lock", "-restore.tmp", "-restore.tmp-journal"} {
		folders = append(folders, dir+"/lotse.db"+end, dir+"/new/folder/lotse.db"+end)
	}
	for _, path := range folders {
		args = append(args, "-P", path)
	}
	return args
}

// under is a command in which a call fails.
func (f failure) under(cmd *exec.Cmd, dir string) *exec.Cmd {
	when := strconv.Itoa(f.n)
	if f.ever {
		when += "+"
	}
	k := failing[f.kind]
	return strace(cmd, append(paths(k.anywhere, dir), "-e", "trace="+k.calls, "-e", "inject="+k.calls+":error="+k.errno+":when="+when, "-o", "/dev/null")...)
}

func (f failure) String() string {
	k := failing[f.kind]
	ever := "once"
	if f.ever {
		ever = "and all after it"
	}
	return fmt.Sprintf("call %d of %s fails with %s, %s", f.n, k.calls, k.errno, ever)
}

// rightly looks at what a command came to that met a fault: at what it says,
// and at what is left.
func (d *deed) rightly(s *scene, h *house, r result) error {
	said := []byte(r.stdout)
	if err := inWords(r); err != nil {
		return err
	}
	if r.code != 0 {
		said = nil
	}
	return d.holds(s, h, said)
}

// raw is what nobody should have to read: the words of SQLite, of Go, of the
// system.
var raw = regexp.MustCompile(`(?i)panic:|goroutine |sql:|sqlite_|disk I/O error|unable to open database|database disk image|` +
	`database is locked|database or disk is full|readonly database|locking protocol|logic error|out of memory|` +
	`input/output error|no space left|no such file|too many open files|operation not permitted|cannot allocate|` +
	`\b(openat?|fsync|fstat|ftruncate|pwrite64|pread64|rename|unlinkat?|link|mkdirat?|flock|fcntl|mmap) (/|"|failed)|0x[0-9a-f]{6}|%!|<nil>`)

// inWords holds that what was refused was refused in a sentence.
func inWords(r result) error {
	said := r.err
	if i := strings.Index(r.stdout, `"message"`); i >= 0 {
		said += r.stdout[i:]
	}
	if m := raw.FindString(said); m != "" {
		return fmt.Errorf("it says %q", m)
	}
	if r.code != 0 && !strings.ContainsAny(said, ".!") {
		return fmt.Errorf("it fails without a sentence")
	}
	if !slices.Contains([]int{0, exitFailed, exitConflict}, r.code) {
		return fmt.Errorf("an exit code that is none")
	}
	return nil
}
