package storage

import (
	"context"
	"fmt"
	"os"
	"time"

	"lotse/flows/run"
)

const (
	lockWait = 10 * time.Second
	lockPoll = 2 * time.Millisecond
)

// lockFile holds a file's lock until release is called. It waits for others up
// to ten seconds. The file stays: to remove it would race with who waits for it.
func lockFile(ctx context.Context, path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, explain("open lock", path, err)
	}
	free := func() { _ = f.Close() } // nothing was written
	late := time.NewTimer(lockWait)
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
			return nil, failure(run.ErrLocked, nil, "Another program holds %q since more than %d seconds. Close it and try again.", path, lockWait/time.Second)
		}
	}
}
