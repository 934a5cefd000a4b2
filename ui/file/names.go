package file

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

const (
	// mostNames is how many entries of a folder are looked at.
	mostNames = 10_000
	// namesTime is how long a folder may take, such as one of a network that is down.
	namesTime = 300 * time.Millisecond
)

// Names are the files and folders whose path begins with what a person has typed,
// written as they have begun; a folder ends in a slash. A relative path is looked
// for in the working directory and in folder, "" for none. Names that begin with a
// dot come only where one is typed; those that nobody can type do not come. Where a
// folder does not answer in time there are none.
func Names(folder, typed string) []string {
	written, begun := cutName(strings.TrimLeft(typed, `"' `))
	path, err := Path(written + "x")
	if err != nil || typed == "" {
		return nil
	}
	dirs := []string{filepath.Dir(path)}
	if folder != "" && !filepath.IsAbs(path) {
		dirs = append(dirs, filepath.Join(folder, dirs[0]))
	}
	begun = plain(begun)
	found := make(chan []string, 1)
	go func() { found <- namesIn(dirs, begun) }()
	select {
	case names := <-found:
		for i := range names {
			names[i] = written + names[i]
		}
		return names
	case <-time.After(namesTime):
		return nil
	}
}

// plain is a name without a shell's backslashes; on Windows they are no escapes.
func plain(name string) string {
	if runtime.GOOS == "windows" {
		return name
	}
	return unescape(name)
}

// cutName cuts a path behind its last slash.
func cutName(path string) (dir, name string) {
	at := strings.LastIndexByte(path, '/') + 1
	if os.PathSeparator != '/' {
		at = max(at, strings.LastIndexByte(path, os.PathSeparator)+1)
	}
	return path[:at], path[at:]
}

// namesIn are the names in some folders that have a beginning, in order.
func namesIn(dirs []string, begun string) []string {
	var names []string
	for _, dir := range dirs {
		d, err := os.Open(dir) // what cannot be opened has no names to offer
		if err != nil {
			continue
		}
		entries, _ := d.ReadDir(mostNames) //nolint:errcheck // what was read until then
		_ = d.Close()                      // nothing was written
		for _, e := range entries {
			name := e.Name()
			if !strings.HasPrefix(name, begun) || begun == "" && name[0] == '.' || flows.CleanLine(name) != name || plain(name) != name {
				continue
			}
			if isFolder(dir, e) {
				name += "/"
			}
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// isFolder reports whether an entry is a folder, or leads to one.
func isFolder(dir string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(dir, e.Name()))
	return err == nil && info.IsDir()
}
