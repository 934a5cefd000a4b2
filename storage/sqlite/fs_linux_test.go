package sqlite

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"lotse/flows"
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
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != Network || r.Message.Args["file"] != path || r.Message.Args["system"] != "Test FS" {
		t.Errorf("error %v", err)
	}
	_, err = Restore(ctx, path, path+".backup", time.Now(), nil)
	if !errors.As(err, &r) || r.Message.Code != Network {
		t.Errorf("restore: error %v", err)
	}
}
