//go:build !linux && !darwin && !windows

package sqlite

// fileSystem cannot tell here.
func fileSystem(string) (name string, far bool, err error) { return "", false, nil }
