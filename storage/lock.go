package storage

import (
	"context"
	"fmt"
	"os"
	"time"

	"lotse/flows/run"
)

const (
	openWait   = 10 * time.Second // somebody opens or migrates
	backupWait = 5 * time.Minute  // somebody makes a backup and verifies it
	lockPoll   = 2 * time.Millisecond
)

// lockFile holds a file's lock until release is called. It waits for others.
// The file stays: to remove it would race with who waits for it.
func lockFile(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, explain("open lock", path, err)
	}
	free := func() { _ = f.Close() } // nothing was written
	late := time.NewTimer(wait)
	defer late.Stop()
	tick := time.NewTicker(lockPoll)
	defer tick.Stop()
	for {
		got, err := tryLock(f)
		if err != nil {
			free()
			return nil, explain("lock", path, err)
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
			return nil, failure(run.ErrLocked, nil, "Another program holds %q since more than %d seconds. Close it and try again.", path, wait/time.Second)
		}
	}
}
