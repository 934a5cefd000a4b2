package storage

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestNetworkFileSystemIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	var s syscall.Statfs_t
	must(t, syscall.Statfs(filepath.Dir(path), &s))
	kind := uint32(s.Type) //nolint:gosec // 32 bits
	networks[kind] = "Test FS"
	t.Cleanup(func() { delete(networks, kind) })
	d, err := Open(ctx, path, Options{})
	if err == nil {
		must(t, d.Close())
	}
	if !errors.Is(err, ErrNetwork) || !strings.Contains(err.Error(), "Test FS") || !strings.Contains(err.Error(), "--db") {
		t.Errorf("error %v", err)
	}
}
