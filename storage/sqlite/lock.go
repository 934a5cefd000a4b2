package sqlite

import (
	"context"
	"time"

	"lotse/storage/disk"
)

const (
	openWait   = 10 * time.Second // somebody opens or migrates
	backupWait = 5 * time.Minute  // somebody makes a backup and verifies it
)

// lockFile holds a file's lock until release is called. It waits for others.
func lockFile(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	release, err = disk.Lock(ctx, path, wait)
	return release, explain("lock", path, err)
}
