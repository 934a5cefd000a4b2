//go:build !linux && !darwin && !windows

package storage

// fileSystem cannot tell here.
func fileSystem(string) (name string, far bool, err error) { return "", false, nil }
