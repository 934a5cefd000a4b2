//go:build campaign && unix

package journey

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// ledger is what a store has to hold: of each run the events that were
// acknowledged.
type ledger map[string][]acknowledged

// and is what both hold.
func (k ledger) and(more ledger) ledger {
	both := ledger{}
	for _, one := range []ledger{k, more} {
		for run, all := range one {
			both[run] = append(both[run], all...)
		}
	}
	return both
}

// scene is a store as a fault finds it: files in a folder, and what was
// acknowledged of them. Nobody changes it; each round plays on a copy.
type scene struct {
	dir    string
	kept   ledger
	backup string // the name of a backup in it; "" where there is none
	held   ledger // what that backup holds
	run    string // the run that is worked on
	other  string // another one
}

// inMemory makes a folder where a sync costs nothing: what a sync is worth is
// what the power cuts look at.
func inMemory(t testing.TB) string {
	t.Helper()
	at := "/dev/shm"
	if _, err := os.Stat(at); err != nil {
		at = ""
	}
	dir, err := os.MkdirTemp(at, "lotse-fault-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// replay is a house with the files of a scene.
func (s *scene) replay(t testing.TB, dir string) *house {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	h := houseIn(dir)
	h.t = t
	return h
}

// newScene makes an empty scene, and the house in which it is prepared. It
// lasts as long as the tests.
func newScene(t testing.TB) (*scene, *house) {
	t.Helper()
	dir, err := os.MkdirTemp(bin, "scene-")
	if err != nil {
		t.Fatal(err)
	}
	h := houseIn(dir)
	h.t = t
	return &scene{dir: dir, kept: ledger{}, held: ledger{}}, h
}

// redacted is an answer that is erased.
const redacted = "Redigierte Werke GmbH"

// livedIn is a store with two runs, of which a backup is older than the last
// answers.
var livedIn = once(func(t testing.TB) *scene {
	s, h := newScene(t)
	s.run, s.other = h.start(), h.start()
	if err := os.WriteFile(filepath.Join(s.dir, "list.csv"), []byte("Buyer;Grouping\n1;2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run("set", s.other, "sign-in.organisation="+redacted)
	s.kept[s.run] = h.answered(s.run, 60)
	for _, e := range h.log(s.other) {
		s.kept[s.other] = append(s.kept[s.other], acknowledged{e.Seq, e.Hash})
	}
	s.held = s.kept.and(nil)
	s.backup = strings.TrimPrefix(h.backup(), s.dir+"/")
	s.kept[s.run] = append(s.kept[s.run], h.answered(s.run, 20)...)
	return s
})

// cutOff is the same with a writer killed in it, whose log was left behind.
var cutOff = once(func(t testing.TB) *scene {
	from := livedIn(t)
	s, _ := newScene(t)
	h := from.replay(t, s.dir)
	s.backup, s.held, s.run, s.other, s.kept = from.backup, from.held, from.run, from.other, from.kept.and(nil)
	cmd := exec.Command(program(t, "writer"), "answer", h.db, s.run)
	said := killed(t, cmd, func(said []byte) bool { return bytes.Count(said, []byte("\n")) > 40 })
	s.kept[s.run] = append(s.kept[s.run], parsed(t, said)...)
	if _, err := os.Stat(h.db + "-wal"); err != nil {
		t.Fatalf("the writer that was killed left no log: %v", err)
	}
	return s
})

// damaged is the same again, with pages of the database overwritten.
var damaged = once(func(t testing.TB) *scene {
	from := cutOff(t)
	s, _ := newScene(t)
	h := from.replay(t, s.dir)
	s.backup, s.held, s.run, s.other = from.backup, from.held, from.run, from.other
	b, err := os.ReadFile(h.db)
	if err == nil {
		err = os.WriteFile(h.db, append(b[:4096:4096], bytes.Repeat([]byte("Z"), len(b)-4096)...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
})

// older is a store of version 1, see storage/sqlite/testdata.
var older = once(func(t testing.TB) *scene {
	const from = "../../storage/sqlite/testdata/version1/"
	s, h := newScene(t)
	unzip(t, from+"store.db.gz", h.db)
	if err := os.CopyFS(filepath.Join(s.dir, "evidence", "lotse.db", "flat"), os.DirFS(from+"evidence")); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(s.dir, "evidence", "lotse.db", "flat", "*"))
	for _, f := range files {
		to := filepath.Join(s.dir, "evidence", "lotse.db", filepath.Base(f)[:2])
		err = errors.Join(err, os.MkdirAll(to, 0o700), os.Rename(f, filepath.Join(to, filepath.Base(f))))
	}
	if err := errors.Join(err, os.Remove(filepath.Join(s.dir, "evidence", "lotse.db", "flat"))); err != nil {
		t.Fatal(err)
	}
	found, err := look(s.replay(t, inMemory(t)).db)
	if err != nil || len(found.events) != 9 {
		t.Fatalf("the older store has %d runs: %v", len(found.events), err)
	}
	for id, hashes := range found.events {
		for i, hash := range hashes {
			s.kept[id] = append(s.kept[id], acknowledged{int64(i + 1), hash})
		}
	}
	return s
})

// nothing is a home without a store.
var nothing = once(func(t testing.TB) *scene {
	s, _ := newScene(t)
	return s
})

// once makes a scene when it is first asked for.
func once(make func(t testing.TB) *scene) func(t testing.TB) *scene {
	var made sync.Once
	var s *scene
	return func(t testing.TB) *scene {
		t.Helper()
		made.Do(func() { s = make(t) })
		if s == nil {
			t.Fatal("what this begins with could not be made")
		}
		return s
	}
}

func unzip(t testing.TB, from, to string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err := errors.Join(err, os.WriteFile(to, b, 0o600)); err != nil {
		t.Fatal(err)
	}
}

// answered gives a number of answers and what was acknowledged of them.
func (h *house) answered(run string, n int) []acknowledged {
	h.t.Helper()
	r := call(h.t, exec.Command(program(h.t, "writer"), "answer", h.db, run, fmt.Sprint(n)), "")
	if r.code != 0 {
		h.t.Fatalf("give %d answers: %s", n, r.err)
	}
	return parsed(h.t, []byte(r.stdout))
}

// sight is what a look at a store found.
type sight struct {
	events map[string][]string // the hashes of each run
	told   []flows.Message     // what was said without being asked
}

var errNotWhole = errors.New("it is not whole")

// look opens a store as the next start does, and looks at all of it. What is
// not whole is an error.
func look(path string) (s sight, err error) {
	s.events = map[string][]string{}
	db, err := sqlite.Open(background, path, sqlite.Options{Tell: func(m flows.Message) { s.told = append(s.told, m) }})
	if err != nil {
		return s, fmt.Errorf("it does not open: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	page, err := db.Headers(background, run.Query{Limit: 500})
	if err != nil {
		return s, fmt.Errorf("its runs cannot be listed: %w", err)
	}
	for _, h := range page.Runs {
		all, err := db.Events(background, h.ID, 0)
		if err != nil {
			return s, fmt.Errorf("run %s cannot be read: %w", h.ID, err)
		}
		if v := run.Verify(h, all); !v.Intact {
			return s, fmt.Errorf("%w: the chain of run %s is broken at %d: %v", errNotWhole, h.ID, v.Fault.Seq, v.Fault.What)
		}
		for _, e := range all {
			s.events[h.ID] = append(s.events[h.ID], hex.EncodeToString(e.Hash))
		}
	}
	f, err := db.Examine(background)
	if err == nil && len(f.Problems) > 0 {
		err = fmt.Errorf("%w: %v", errNotWhole, f.Problems)
	}
	return s, err
}

// lacks says what is missing of what was acknowledged; nil: nothing.
func (s sight) lacks(k ledger) error {
	for id, all := range k {
		for _, a := range all {
			switch is := s.events[id]; {
			case a.seq > int64(len(is)):
				return fmt.Errorf("event %d of run %s was acknowledged and is lost: there are %d", a.seq, id, len(is))
			case is[a.seq-1] != a.hash:
				return fmt.Errorf("event %d of run %s was acknowledged as %s and is %s", a.seq, id, a.hash, is[a.seq-1])
			}
		}
	}
	return nil
}

// equals says how a store differs from exactly what is to be in it.
func (s sight) equals(k ledger) error {
	for id, is := range s.events {
		if last := k[id]; len(last) == 0 || int64(len(is)) != last[len(last)-1].seq {
			return fmt.Errorf("run %s has %d events that were not in the backup", id, len(is))
		}
	}
	return s.lacks(k)
}
