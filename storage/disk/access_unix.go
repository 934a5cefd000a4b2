//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// hasOwners says that the permissions of a file say who may use it.
const hasOwners = true

// mayClose reports whether a file lets others use it and belongs to whoever runs
// this.
func mayClose(at fs.FileInfo) bool {
	of, ok := at.Sys().(*syscall.Stat_t)
	return ok && int(of.Uid) == os.Geteuid() && at.Mode().Perm()&others != 0
}
