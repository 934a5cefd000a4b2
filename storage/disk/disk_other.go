//go:build !unix && !windows

package disk

import "os"

// tryLock has nothing to lock with here; SQLite's own locks still hold.
func tryLock(*os.File) (bool, error) { return true, nil }

const noFollow = 0

func syncDir(d *os.File) error { return d.Sync() }
