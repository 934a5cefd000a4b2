package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

// sweepLeftovers removes what a backup left that was cut off. It must hold the
// lock of the backups.
func sweepLeftovers(path string) error {
	entries, err := os.ReadDir(backupFolder(path))
	if err != nil {
		return explain("list backups", backupFolder(path), err)
	}
	var all []error
	for _, e := range entries {
		if strings.Contains(e.Name(), backupSuffix+".tmp") {
			file := filepath.Join(backupFolder(path), e.Name())
			all = append(all, explain("remove leftover", file, os.Remove(file)))
		}
	}
	return errors.Join(all...)
}
