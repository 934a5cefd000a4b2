//go:build !windows

package storage

import "os"

func syncDir(f *os.File) error { return f.Sync() }
