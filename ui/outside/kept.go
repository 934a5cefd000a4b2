package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/ui/face"
)

// OpenKept copies a kept file into a new folder that only the person can read, and
// has the program show it that the person chose for its kind. Of a kind that could
// run something nothing is started. told names the copy in any case. Copies that
// are older than a day are removed first.
func OpenKept(ctx context.Context, a run.EvidenceStore, t face.Tools, f run.File, now time.Time) (path string, told flows.Message, opened bool, err error) {
	if err := ForgetOpened(now.Add(-24 * time.Hour)); err != nil {
		return "", told, false, err
	}
	dir, err := ownfile.MkdirTemp("", openedFolders)
	if err != nil {
		return "", told, false, fmt.Errorf("make a folder for the copy: %w", err)
	}
	path = filepath.Join(dir, safeName(f))
	head, err := SaveKept(ctx, a, f, path)
	switch {
	case err != nil:
		return "", told, false, errors.Join(err, ownfile.RemoveAll(dir))
	case !isViewable(path, head):
		return path, flows.Msg("open.not_shown", "file", path), false, nil
	}
	told, opened = OpenFile(ctx, t, path)
	return path, told, opened, nil
}

// SaveKept copies a kept file into a new file, and gives its beginning.
func SaveKept(ctx context.Context, a run.EvidenceStore, f run.File, path string) (head []byte, err error) {
	kept, err := a.Open(ctx, f.Sum)
	if err != nil {
		return nil, fmt.Errorf("open the kept file: %w", err)
	}
	defer kept.Close() //nolint:errcheck // only read
	var begin beginning
	err = writeNew(path, func(w io.Writer) error {
		_, err := io.Copy(io.MultiWriter(w, &begin), kept)
		return err
	})
	return begin, err
}

// beginning keeps the first bytes of what is written to it.
type beginning []byte

// Write takes everything.
func (b *beginning) Write(p []byte) (int, error) {
	*b = append(*b, p[:min(lookedAt-len(*b), len(p))]...)
	return len(p), nil
}

// FindFile finds the file that a person means among those at a place: by its name,
// or by the beginning of its SHA-256; by nothing if there is only one.
func FindFile(all []run.File, at flows.Address, name string) (run.File, error) {
	var found []run.File
	var names, sums []string
	for _, f := range all {
		names = append(names, f.Name)
		if name == "" || f.Name == name || len(name) >= 6 && strings.HasPrefix(f.Sum, name) {
			found, sums = append(found, f), append(sums, f.Name+" ("+f.Sum[:12]+")")
		}
	}
	switch {
	case len(all) == 0:
		return run.File{}, flows.Refuse(flows.ErrNotFound, at, "open.no_files", "what", at)
	case len(found) == 0:
		return run.File{}, flows.Refuse(flows.ErrNotFound, at, "open.no_such_file", "what", at, "file", flows.Short(name), "files", names)
	case len(found) > 1:
		return run.File{}, flows.Refuse(flows.ErrUsage, at, "open.several_files", "what", at, "files", sums)
	}
	return found[0], nil
}

// openedFolders is the pattern of the folders that copies are in.
const openedFolders = "lotse-opened-*"

// ForgetOpened removes the copies that OpenKept has made before a time, this
// person's alone.
func ForgetOpened(before time.Time) error {
	dirs, err := filepath.Glob(filepath.Join(os.TempDir(), openedFolders))
	if err != nil {
		return fmt.Errorf("look for copies: %w", err)
	}
	for _, dir := range dirs {
		about, statErr := os.Lstat(dir)
		if statErr != nil || !about.IsDir() || about.ModTime().After(before) {
			continue
		}
		if removeErr := ownfile.RemoveAll(dir); removeErr != nil && !errors.Is(removeErr, fs.ErrPermission) { // somebody else's
			err = errors.Join(err, fmt.Errorf("remove a copy: %w", removeErr))
		}
	}
	return err
}

// How many characters of a name a copy keeps, and how long its ending may be, in
// bytes.
const (
	mostOfName   = 60
	mostOfEnding = 12
)

// safeName is the name of a copy: it begins with the file's sum, so that it is no
// option, no device and no hidden file, and has nothing but letters, digits, and
// signs that no system takes for something else.
func safeName(f run.File) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '.' {
			return r
		}
		return '_'
	}, flows.CleanLine(f.Name))
	end := filepath.Ext(name)
	stem := []rune(strings.TrimSuffix(name, end))
	if len(end) > mostOfEnding {
		stem, end = append(stem, '_'), ""
	}
	return f.Sum[:8] + "-" + string(stem[:min(len(stem), mostOfName)]) + end
}
