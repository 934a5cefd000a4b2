package sqlite

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lotse/flows"
	"lotse/storage/key"
)

// Restore puts a backup in the place of a database that nobody has open, a
// damaged or a missing one, too, but never of another program's. The database
// that was there is kept under the name that is given back, which has the time
// in it; "" where there was none. tell is told of an earlier restore that was
// cut off; nil: nobody.
//
// It is one step: whenever it is cut off, the next Open finds the old database
// or the new one, and tells which.
func Restore(ctx context.Context, path, backup string, now time.Time, tell func(flows.Message)) (kept string, err error) {
	d := &DB{}
	d.now, d.random, d.tell = key.FromOutside(nil, nil, tell)
	if d.path, err = canonicalPath(path); err != nil {
		return "", err
	}
	if err := makeFolder(filepath.Dir(d.path)); err != nil {
		return "", err
	}
	if err := refuseNetwork(d.path, filepath.Dir(d.path)); err != nil {
		return "", err
	}
	if err := refuseLinks(d.path); err != nil {
		return "", err
	}
	release, err := lockFile(ctx, d.path+lockEnd, openWait)
	if err != nil {
		return "", err
	}
	defer release()
	if err := d.finishRestore(); err != nil {
		return "", err
	}
	return restore(context.WithoutCancel(ctx), d.path, backup, now)
}

// restore must hold the lock of the database, and this program must have it
// closed.
func restore(ctx context.Context, path, backup string, now time.Time) (string, error) {
	backup, err := canonicalPath(backup)
	if err != nil {
		return "", err
	}
	if backup == path {
		return "", flows.Refuse(flows.ErrFailed, nil, "store.itself", "file", path)
	}
	if err := refuseForeign(ctx, path); err != nil {
		return "", err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil { // an old plan must not come back to what is half there
		return "", err
	}
	if err := rebuild(ctx, backup, path+restoreEnd, now); err != nil {
		return "", errors.Join(explain("restore", backup, err), abandon(path))
	}
	p, err := planRestore(ctx, path, backup, now)
	if err != nil {
		return "", errors.Join(explain("restore", path, err), abandon(path))
	}
	if err := p.keepAside(path); err != nil {
		return "", errors.Join(explain("restore", path, err), p.takeBack(path))
	}
	if err := p.carryOut(path); err != nil {
		return "", flows.Refuse(cmp.Or(kindOf(err), flows.ErrFailed), nil, "store.restore_held", "file", path, "what", errorText(explain("restore", path, err))).Because(err)
	}
	if p.Kept == "" {
		return "", nil
	}
	return p.kept(path), nil
}

// refuseForeign refuses a path where another program's database lies. One that
// is missing, damaged or newer may be replaced: it is kept.
func refuseForeign(ctx context.Context, path string) error {
	var r *flows.Refusal
	if err := identifyAt(ctx, path); errors.As(err, &r) && r.Message.Code == Foreign {
		return err
	}
	return nil
}

// identifyAt is identify of what lies at a path, which may be nothing.
func identifyAt(ctx context.Context, path string) error {
	if info, err := os.Stat(path); err != nil || info.Size() < minSize {
		return ignore(err, fs.ErrNotExist)
	}
	db := pool(path, reading, 1)
	_, err := identify(ctx, db, path)
	if isCutOff(err) {
		_, err = identifyCutOff(ctx, path)
	}
	return errors.Join(err, db.Close())
}

// Alone says that nobody has the database at a path open, by flows.ErrLocked where
// somebody has. One that is not there, or is damaged, nobody has open.
func Alone(ctx context.Context, path string) error {
	path, err := canonicalPath(path)
	if err != nil {
		return err
	}
	if err := refuseLinks(path); err != nil {
		return err
	}
	release, err := lockFile(ctx, path+lockEnd, openWait)
	if err != nil {
		return err
	}
	defer release()
	return foldLog(ctx, path)
}

// foldLog folds the write-ahead log into the database; one that is damaged
// keeps its log, which may be what is whole of it. It refuses while another
// program has the database open, which would go on writing to the file that is
// kept.
func foldLog(ctx context.Context, path string) error {
	if info, err := os.Stat(path); err != nil || info.Size() < minSize {
		return ignore(err, fs.ErrNotExist)
	}
	if kindOf(identifyAt(ctx, path)) == flows.ErrDamaged {
		return nil
	}
	db := pool(path, alone, 1) // leaves WAL mode, which needs the database for itself
	err := errors.Join(db.PingContext(ctx), db.Close())
	if kindOf(err) == flows.ErrDamaged {
		return nil
	}
	return explain("restore", path, err)
}
