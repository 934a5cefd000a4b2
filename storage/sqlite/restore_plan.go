package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
)

// What lies beside a database, by how the name ends.
const (
	lockEnd    = "-lock"
	restoreEnd = "-restore.tmp"  // what is to come in its place, whole once there is a plan
	planEnd    = "-restore.plan" // how; see plan
	keptEnd    = ".before-"      // what a restore has kept, with the time behind it
)

// sidecars are SQLite's files beside a database. They have no mark of the file
// that they belong to: beside another one they destroy it.
var sidecars = []string{"-wal", "-shm", "-journal"}

// halfRestored is what a restore leaves that was cut off before its plan.
var halfRestored = []string{restoreEnd, restoreEnd + "-wal", restoreEnd + "-shm", restoreEnd + "-journal", planEnd + ".tmp"}

// plan is what remains to be done of a restore. To write it is the one step that
// decides: before, the database is the old one; from then on the new one, since
// whoever comes next carries it out.
type plan struct {
	Kept   string `json:"kept"`   // the old database's new name, in the same folder; "" where there was none
	Backup string `json:"backup"` // what is restored
}

func (p *plan) kept(path string) string { return filepath.Join(filepath.Dir(path), p.Kept) }

// planRestore leaves the old database in one piece, and writes the plan.
func planRestore(ctx context.Context, path, backup string, now time.Time) (*plan, error) {
	if err := foldLog(ctx, path); err != nil {
		return nil, err
	}
	p := &plan{Backup: backup}
	if existsAny(path, keptEnds) {
		p.Kept = filepath.Base(keptName(path, now))
	}
	if err := errors.Join(syncFile(path+restoreEnd), syncFolder(filepath.Dir(path))); err != nil {
		return nil, err
	}
	return p, p.write(path)
}

// keptEnds are the files of the old database, by how the name ends.
var keptEnds = []string{"-wal", "-journal", ""}

// keptName is a free name for what a restore keeps.
func keptName(path string, now time.Time) string {
	for at := now.UTC(); ; at = at.Add(time.Millisecond) {
		if kept := path + keptEnd + at.Format(stamp); !exists(kept) {
			return kept
		}
	}
}

func (p *plan) write(path string) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	tmp := path + planEnd + ".tmp"
	if err := os.Remove(tmp); ignore(err, fs.ErrNotExist) != nil {
		return err
	}
	f, err := ownfile.Create(tmp)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return putInPlace(tmp, path+planEnd)
}

// readPlan reads the plan of a restore that was cut off; nil where there is none.
func readPlan(path string) (*plan, error) {
	text, err := os.ReadFile(path + planEnd)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p := new(plan)
	if json.Unmarshal(text, p) != nil || p.Kept != "" && (p.Kept != filepath.Base(p.Kept) || !strings.HasPrefix(p.Kept, filepath.Base(path)+keptEnd)) {
		return nil, flows.Refuse(flows.ErrFailed, nil, "store.plan_unreadable", "file", path, "plan", path+planEnd)
	}
	return p, nil
}

// carryOut does what remains of a restore. Each of its steps may have been done
// before, and lasts before the next begins.
func (p *plan) carryOut(path string) error {
	switch {
	case sameFile(path+restoreEnd, path):
		if err := os.Remove(path + restoreEnd); err != nil {
			return err
		}
	case exists(path + restoreEnd):
		if err := removeAll(path, sidecars); err != nil {
			return err
		}
		if err := syncFolder(filepath.Dir(path)); err != nil {
			return err
		}
		if err := putInPlace(path+restoreEnd, path); err != nil {
			return err
		}
	}
	if err := os.Remove(path + planEnd); ignore(err, fs.ErrNotExist) != nil {
		return err
	}
	_ = syncFolder(filepath.Dir(path)) // a plan that comes back is found carried out
	return nil
}

// keepAside gives the old database, with its log, the name under which it is
// kept. If the file system has links there is always a database under the old
// name, too.
func (p *plan) keepAside(path string) error {
	if p.Kept == "" || !exists(path+restoreEnd) || sameFile(path+restoreEnd, path) {
		return nil
	}
	for _, end := range keptEnds {
		if err := linkOrMove(path+end, p.kept(path)+end); ignore(err, fs.ErrNotExist) != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

// isLost reports whether what was to come in the old database's place is gone
// and the old one is all that there is.
func (p *plan) isLost(path string) bool {
	return !exists(path+restoreEnd) && (!exists(path) || p.Kept != "" && sameFile(path, p.kept(path)))
}

// takeBack undoes a restore that has kept the old database at the most.
func (p *plan) takeBack(path string) error {
	for _, end := range keptEnds {
		kept := p.kept(path) + end
		var err error
		switch {
		case p.Kept == "":
		case sameFile(path+end, kept):
			err = os.Remove(kept)
		case !exists(path + end):
			err = ignore(ownfile.Rename(kept, path+end), fs.ErrNotExist)
		}
		if err != nil {
			return err
		}
	}
	return abandon(path)
}

// abandon removes what a restore has prepared: the plan first, which would take
// what is half there for whole.
func abandon(path string) error {
	if err := os.Remove(path + planEnd); err == nil {
		if err := syncFolder(filepath.Dir(path)); err != nil {
			return err
		}
	} else if ignore(err, fs.ErrNotExist) != nil {
		return err
	}
	return removeAll(path, halfRestored)
}

func linkOrMove(path, kept string) error {
	err := os.Link(path, kept)
	switch {
	case err == nil, errors.Is(err, fs.ErrNotExist), sameFile(path, kept):
		return ignore(err, fs.ErrExist)
	case errors.Is(err, fs.ErrExist):
		return err // what is kept is never written over
	}
	return ownfile.Rename(path, kept)
}

// finishRestore finishes a restore that was cut off, or takes back what it had
// prepared, and tells which. It must hold the lock of the database.
func (d *DB) finishRestore() error {
	p, err := readPlan(d.path)
	switch {
	case err != nil:
		return explain("read plan", d.path+planEnd, err)
	case p == nil && !existsAny(d.path, halfRestored):
		return nil
	case p == nil:
		err = abandon(d.path)
	case p.isLost(d.path):
		err, p = p.takeBack(d.path), nil
	default:
		if err = p.keepAside(d.path); err == nil {
			err = p.carryOut(d.path)
		}
	}
	if err != nil {
		return explain("finish restore", d.path, err)
	}
	d.tell(p.told(d.path))
	return nil
}

// told is what is said of a restore that was cut off.
func (p *plan) told(path string) flows.Message {
	switch {
	case p == nil:
		return flows.Msg("store.restore_undone", "file", path)
	case p.Kept == "":
		return flows.Msg("store.restore_finished", "backup", p.Backup)
	}
	return flows.Msg("store.restore_finished_kept", "backup", p.Backup, "kept", p.kept(path))
}

// exists reports whether there is something under a name.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func existsAny(path string, ends []string) bool {
	for _, end := range ends {
		if exists(path + end) {
			return true
		}
	}
	return false
}

// sameFile reports whether two names are of one file.
func sameFile(a, b string) bool {
	ia, err := os.Lstat(a)
	ib, berr := os.Lstat(b)
	return err == nil && berr == nil && os.SameFile(ia, ib)
}

// removeAll removes what there is of the files beside a path.
func removeAll(path string, ends []string) error {
	var all []error
	for _, end := range ends {
		all = append(all, ignore(os.Remove(path+end), fs.ErrNotExist))
	}
	return errors.Join(all...)
}
