// Package file opens the files that a person names: typed, pasted, or dropped
// onto the terminal. It imports flows and flows/register; all faces use it.
package file

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
)

// Path is the path that a person means: without quotes around it, from the
// home folder if it begins with ~/, and unescaped if a terminal wrote it for a
// dropped file (file://, backslashes before blanks).
func Path(s string) (string, error) {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == s[len(s)-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : len(s)-1], nil
	}
	if rest, ok := strings.CutPrefix(s, "file://"); ok {
		path, err := url.PathUnescape(rest)
		if err != nil {
			return "", fmt.Errorf("read the path %s: %w", flows.CleanLine(s), err)
		}
		return addressed(runtime.GOOS, path), nil
	}
	if runtime.GOOS != "windows" {
		s = unescape(s)
	}
	rest, ok := strings.CutPrefix(s, "~/")
	if !ok && runtime.GOOS == "windows" {
		rest, ok = strings.CutPrefix(s, `~\`)
	}
	if ok {
		home, err := Home()
		if err != nil {
			return "", err
		}
		s = filepath.Join(home, rest)
	}
	return s, nil
}

// addressed is the path of a file's address, without file://: on Windows a drive has
// a slash before it (file:///C:/lists), and a host is that of a share.
func addressed(system, path string) string {
	if system != "windows" {
		return path
	}
	path = strings.ReplaceAll(path, "/", `\`)
	switch local, whole := strings.CutPrefix(path, `\`); {
	case !whole:
		return `\\` + path
	case len(local) > 1 && local[1] == ':':
		return local
	}
	return path
}

// ResolvePath is a path; a relative one that does not exist is also looked for
// in folder, which may be "".
func ResolvePath(folder, path string) string {
	if folder == "" || filepath.IsAbs(path) {
		return path
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	there := filepath.Join(folder, path)
	if _, err := os.Stat(there); err != nil {
		return path
	}
	return there
}

// ResolveInput is ResolvePath for a path as a person writes it; the result is
// written in the same way.
func ResolveInput(folder, s string) string {
	path, err := Path(s)
	if err != nil {
		return s
	}
	if there := ResolvePath(folder, path); there != path {
		return `"` + there + `"`
	}
	return s
}

// unescape removes the backslashes of a shell.
func unescape(s string) string {
	if !strings.ContainsRune(s, '\\') {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(" ()[]'\"&;$`!\\", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// IsTable reports whether a text can be the path of a list: one line, with a
// file extension of lists. It does not look at the disk.
func IsTable(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 4096 || strings.ContainsAny(s, "\r\n\t") {
		return false
	}
	path, err := Path(s)
	if err != nil {
		return false
	}
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx"}, strings.ToLower(filepath.Ext(path)))
}

// Table is an open file that is read as a list.
type Table struct {
	register.Source
	file *os.File
}

// Close closes the file.
func (t *Table) Close() error { return t.file.Close() }

// Open opens a file for the reader of lists, if it is Regular.
func Open(s string) (*Table, error) {
	path, err := Path(s)
	if err != nil {
		return nil, err
	}
	f, err := Regular(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("look at the file: %w", err), f.Close())
	}
	return &Table{register.Source{Name: filepath.Base(path), R: f, Size: info.Size()}, f}, nil
}
