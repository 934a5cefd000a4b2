//go:build !unix && !windows

package disk

import "os"

// tryLock has nothing to lock with here; SQLite's own locks still hold.
func tryLock(*os.File) (bool, error) { return true, nil }

func syncDir(d *os.File) error { return d.Sync() }
