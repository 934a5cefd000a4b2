package vault

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// Harden keeps this process out of core dumps, and its memory from being read by
// other programs of the same user. main calls it first.
func Harden() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("forbid core dumps: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("forbid reading the process's memory: %w", err)
	}
	return nil
}
