package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows"
)

// scene is a database with a run "aa11" in its backup and a run "bb22" that came
// after.
type scene struct {
	path, backup string
	now          time.Time
}

func staged(t *testing.T) *scene {
	t.Helper()
	d, err := Open(ctx, filepath.Join(t.TempDir(), "lotse.db"), Options{})
	must(t, err)
	begun(t, d, "aa11")
	s := &scene{path: d.path, now: time.Date(2026, 11, 29, 10, 0, 0, 0, time.UTC)}
	s.backup, err = d.Backup(ctx)
	must(t, err)
	begun(t, d, "bb22")
	must(t, d.Close())
	return s
}

// steps are those of a restore, in order.
func (s *scene) steps(t *testing.T) []func() {
	var p *plan
	return []func(){
		func() { must(t, os.WriteFile(s.path+restoreEnd, make([]byte, 5000), fileMode)) },
		func() {
			must(t, os.Remove(s.path+restoreEnd))
			must(t, rebuild(ctx, s.backup, s.path+restoreEnd, s.now))
			must(t, os.WriteFile(s.path+planEnd+".tmp", []byte("{"), fileMode))
		},
		func() {
			must(t, os.Remove(s.path+planEnd+".tmp"))
			var err error
			p, err = planRestore(ctx, s.path, s.backup, s.now)
			must(t, err)
		},
		func() { must(t, linkOrMove(s.path, p.kept(s.path))) },
		func() { must(t, p.keepAside(s.path)) },
		func() { must(t, removeAll(s.path, sidecars)) },
		func() { must(t, putInPlace(s.path+restoreEnd, s.path)) },
	}
}

// planned is the step from which a restore is carried out.
const planned = 2

// told collects what a database tells.
type told []flows.Message

func (m *told) add(msg flows.Message) { *m = append(*m, msg) }

func (s *scene) opened(t *testing.T) (runs string, said told) {
	t.Helper()
	d, err := Open(ctx, s.path, Options{Tell: said.add})
	must(t, err)
	runs = runsOf(t, d)
	must(t, d.Close())
	return runs, said
}

func runsOf(t *testing.T, d *DB) string {
	t.Helper()
	all, err := sumsOf(ctx, d.reader, "SELECT id FROM runs ORDER BY id")
	must(t, err)
	return strings.Join(all, " ")
}

// TestRestoreCutOff cuts a restore off after each step: the next start has the
// old database or the new one, says which, and leaves nothing but what is kept.
func TestRestoreCutOff(t *testing.T) {
	for last := range staged(t).steps(t) {
		s := staged(t)
		for _, step := range s.steps(t)[:last+1] {
			step()
		}
		runs, said := s.opened(t)
		if len(said) != 1 {
			t.Fatalf("step %d: told %v", last, said)
		}
		kept := s.path + keptEnd + s.now.Format(stamp)
		if last < planned {
			if runs != "aa11 bb22" || said[0].Code != "store.restore_undone" || exists(kept) {
				t.Errorf("step %d: runs %q, told %v", last, runs, said)
			}
		} else {
			if runs != "aa11" || said[0].Code != "store.restore_finished_kept" || said[0].Args["kept"] != kept {
				t.Errorf("step %d: runs %q, told %v", last, runs, said)
			}
			old := &scene{path: kept}
			if runs, _ := old.opened(t); runs != "aa11 bb22" {
				t.Errorf("step %d: kept are %q", last, runs)
			}
		}
		if existsAny(s.path, append(halfRestored, planEnd)) {
			t.Errorf("step %d: something is left", last)
		}
		if again, said := s.opened(t); again != runs || len(said) > 0 {
			t.Errorf("step %d: then %q, told %v", last, again, said)
		}
	}
}

// TestRestoreTakesTheLogAlong holds that neither the log nor the journal of a
// damaged database stays beside the new one, nor is lost.
func TestRestoreTakesTheLogAlong(t *testing.T) {
	for _, cut := range []int{planned, planned + 1, planned + 2, planned + 3, planned + 4, 0} {
		s := staged(t)
		for end, text := range map[string]string{"": "old ", "-wal": "log ", "-journal": "journal "} {
			must(t, os.WriteFile(s.path+end, []byte(strings.Repeat(text, 1000)), fileMode))
		}
		kept := s.path + keptEnd + s.now.Format(stamp)
		if cut == 0 {
			name, err := Restore(ctx, s.path, s.backup, s.now, nil)
			must(t, err)
			if name != kept {
				t.Errorf("kept %q", name)
			}
		} else {
			for _, step := range s.steps(t)[:cut+1] {
				step()
			}
		}
		if (cut == 0 || cut >= planned+3) && existsAny(s.path, sidecars) {
			t.Errorf("cut at %d: the old log is beside the new database", cut)
		}
		if runs, _ := s.opened(t); runs != "aa11" {
			t.Errorf("cut at %d: runs %q", cut, runs)
		}
		for end, want := range map[string]string{"": "old", "-wal": "log", "-journal": "journal"} {
			if got, err := os.ReadFile(kept + end); err != nil || !strings.HasPrefix(string(got), want) {
				t.Errorf("cut at %d: kept%s: %.20q, %v", cut, end, got, err)
			}
		}
	}
}

// TestRestoreOverAnOrphanedLog holds that the log of a database that is gone is
// kept, and not taken into the new one.
func TestRestoreOverAnOrphanedLog(t *testing.T) {
	s := staged(t)
	must(t, os.Rename(s.path, s.path+"-wal"))
	_, err := Restore(ctx, s.path, s.backup, s.now, nil)
	must(t, err)
	if runs, _ := s.opened(t); runs != "aa11" {
		t.Errorf("runs %q", runs)
	}
	if !exists(s.path + keptEnd + s.now.Format(stamp) + "-wal") {
		t.Error("the log was not kept")
	}
}

// TestRestoreIsTakenBack holds that the old database stays where the new one is
// gone, or where the old one cannot be kept.
func TestRestoreIsTakenBack(t *testing.T) {
	s := staged(t)
	for _, step := range s.steps(t)[:planned+2] {
		step()
	}
	must(t, os.Remove(s.path+restoreEnd))
	kept := s.path + keptEnd + s.now.Format(stamp)
	if runs, said := s.opened(t); runs != "aa11 bb22" || len(said) != 1 || said[0].Code != "store.restore_undone" || exists(kept) {
		t.Errorf("runs %q, told %v", runs, said)
	}

	for _, step := range s.steps(t)[:planned+1] { // as on a file system without links
		step()
	}
	must(t, os.Rename(s.path, kept))
	must(t, os.Remove(s.path+restoreEnd))
	if runs, said := s.opened(t); runs != "aa11 bb22" || len(said) != 1 || said[0].Code != "store.restore_undone" || exists(kept) {
		t.Errorf("moved: runs %q, told %v", runs, said)
	}
}

// TestRestoreWithoutLinks finishes a restore whose old database was moved away,
// which left nothing under its name.
func TestRestoreWithoutLinks(t *testing.T) {
	s := staged(t)
	for _, step := range s.steps(t)[:planned+1] {
		step()
	}
	kept := s.path + keptEnd + s.now.Format(stamp)
	must(t, os.Rename(s.path, kept))
	if runs, said := s.opened(t); runs != "aa11" || len(said) != 1 || said[0].Args["kept"] != kept {
		t.Errorf("runs %q, told %v", runs, said)
	}
}

// TestRestoreAfterARestoreThatWasCutOff tells of the first.
func TestRestoreAfterARestoreThatWasCutOff(t *testing.T) {
	s := staged(t)
	for _, step := range s.steps(t)[:planned+1] {
		step()
	}
	var said told
	kept, err := Restore(ctx, s.path, s.backup, s.now, said.add)
	must(t, err)
	if len(said) != 1 || said[0].Code != "store.restore_finished_kept" || said[0].Args["kept"] == kept {
		t.Errorf("told %v, kept %q", said, kept)
	}
	if runs, said := s.opened(t); runs != "aa11" || len(said) > 0 {
		t.Errorf("runs %q, told %v", runs, said)
	}
}

// TestRestoreNeverOverAnotherProgramsDatabase leaves it as it is.
func TestRestoreNeverOverAnotherProgramsDatabase(t *testing.T) {
	s := staged(t)
	other := filepath.Join(filepath.Dir(s.path), "other.db")
	foreignFile(t, other, "PRAGMA application_id = 7", "CREATE TABLE x (y)")
	before, err := os.ReadFile(other)
	must(t, err)
	_, err = Restore(ctx, other, s.backup, s.now, nil)
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != Foreign {
		t.Errorf("error %v", err)
	}
	if after, err := os.ReadFile(other); err != nil || string(after) != string(before) {
		t.Errorf("it was changed: %v", err)
	}
}
