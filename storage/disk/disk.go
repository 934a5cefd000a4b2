// Package disk is what the parts of storage do with files of their own: lock
// one against other programs, and make a folder's names last. It imports
// flows for its errors and ownfile, and nothing else of ours.
package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
)

// KeysLock is the name of the file in a folder that is locked while a key is made
// there.
const KeysLock = "vault.lock"

const poll = 5 * time.Millisecond

// Lock holds a file's lock until release is called, and fails on a link; the system gives it back
// when the program ends, by a kill too. It waits for others as long as wait
// says, then gives flows.ErrLocked. The file stays: to remove it would race with
// who waits for it.
func Lock(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	f, err := ownfile.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open lock: %w", err)
	}
	free := func() { _ = f.Close() } // nothing was written
	late := time.NewTimer(wait)
	defer late.Stop()
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for {
		got, err := tryLock(f)
		if err != nil {
			free()
			return nil, fmt.Errorf("lock %q: %w", path, err)
		}
		if got {
			return free, nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			free()
			return nil, fmt.Errorf("lock %q: %w", path, ctx.Err())
		case <-late.C:
			free()
			return nil, flows.Refuse(flows.ErrLocked, nil, "store.held", "file", path, "n", int64(wait/time.Second))
		}
	}
}

// SyncFolder makes the names in a folder last: what was created, renamed or
// removed there.
func SyncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	if err := errors.Join(syncDir(d), d.Close()); err != nil {
		return fmt.Errorf("sync folder %q: %w", path, err)
	}
	return nil
}
