package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lotse/flows/run"
)

const (
	keepNewest = 10
	keepDays   = 14
)

// rotate removes backups that are neither among the newest ten nor the newest
// of one of the last fourteen days.
func rotate(path string, now time.Time) error {
	files, err := backupsOf(path)
	if err != nil {
		return err
	}
	var all []error
	for _, f := range surplus(files, now) {
		if err := os.Remove(f.Path); ignore(err, fs.ErrNotExist) != nil {
			all = append(all, explain("remove backup", f.Path, err))
		}
	}
	return errors.Join(all...)
}

// surplus are the backups, newest first, that need not be kept.
func surplus(files []run.BackupFile, now time.Time) []run.BackupFile {
	var out []run.BackupFile
	days := map[string]bool{}
	for i, f := range files {
		day := f.At.Format(time.DateOnly)
		first := !days[day]
		days[day] = true
		recent := now.Sub(f.At) <= keepDays*24*time.Hour
		if i >= keepNewest && (!first || !recent) {
			out = append(out, f)
		}
	}
	return out
}

// leftovers are what backups, and deletions from what restores kept, left that
// were cut off. Where no backup was ever made there are none.
func leftovers(path string) ([]string, error) {
	entries, err := os.ReadDir(backupFolder(path))
	if ignore(err, fs.ErrNotExist) != nil {
		return nil, explain("list backups", backupFolder(path), err)
	}
	kept, err := beside(path, keptEnd)
	left := slices.DeleteFunc(kept, func(file string) bool { return !strings.Contains(file, "Z.tmp") })
	for _, e := range entries {
		if strings.Contains(e.Name(), backupSuffix+".tmp") {
			left = append(left, filepath.Join(backupFolder(path), e.Name()))
		}
	}
	return left, err
}

// sweepLeftovers removes the leftovers. It must hold the lock of the backups.
func sweepLeftovers(path string) error {
	left, err := leftovers(path)
	all := []error{err}
	for _, file := range left {
		all = append(all, explain("remove leftover", file, os.Remove(file)))
	}
	return errors.Join(all...)
}
