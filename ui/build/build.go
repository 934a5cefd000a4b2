// Package build tells what this program was built from: its version, and the
// libraries in it with their licences.
//
// It imports the standard library. It exists so that a report of a fault can
// name exactly what ran, and so that the terms of every library go with the
// program, wherever only its file is passed on.
package build

import (
	"runtime"
	"runtime/debug"
)

// A release sets these by the linker's -X. Elsewhere they are empty, and what the
// Go command knows is said.
var version, commit, date string

// Info is what a program was built from.
type Info struct {
	// Version is that of the release, "(devel)" where it is none.
	Version string
	// Commit is the commit's full hash, "" where it is not known.
	Commit string
	// Date is when the commit was made, RFC 3339; "" where it is not known. The time
	// of the build is kept out: two builds of one commit are the same.
	Date string
	// Modified says that files differed from the commit.
	Modified bool
	// Go is the version of Go, Platform the system and the processor: linux/arm64.
	Go, Platform string
	// Libraries are the modules in the program, by path.
	Libraries []Library
}

// Library is a module at a version.
type Library struct{ Path, Version string }

// Read tells what this program was built from.
func Read() Info {
	i := Info{Version: version, Commit: commit, Date: date, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if b, ok := debug.ReadBuildInfo(); ok {
		i.fill(b)
	}
	if i.Version == "" {
		i.Version = "(devel)"
	}
	return i
}

// fill adds what the Go command noted, where the linker has set nothing.
func (i *Info) fill(b *debug.BuildInfo) {
	settings := map[string]string{}
	for _, s := range b.Settings {
		settings[s.Key] = s.Value
	}
	if i.Version == "" {
		i.Version = b.Main.Version
	}
	if i.Commit == "" {
		i.Commit, i.Date, i.Modified = settings["vcs.revision"], settings["vcs.time"], settings["vcs.modified"] == "true"
	}
	for _, m := range b.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		i.Libraries = append(i.Libraries, Library{m.Path, m.Version})
	}
}
