// Package pack reads, proves and writes packs: procedures that are passed on
// together, as a folder or as one .tar.gz, with a manifest that names them and the
// digest of every file. It imports flows and the standard library, and touches no
// disk: a folder comes in as an fs.FS, an archive as a stream.
//
// It exists so that what comes from somebody else is proved in one place, before
// a byte of it is kept: whoever installs, lists or loads a pack asks here.
package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"

	"lotse/flows"
)

// Pack is a pack that was read and proved. Its files are in memory, as they were
// when they were proved; the lines of its text files end with LF, unless it was built
// of others.
type Pack struct {
	Name       string // kebab-case
	Version    string // MAJOR.MINOR.PATCH
	Least      string // the least version of Lotse, in the same form
	Licence    string // an SPDX expression
	Digest     string // SHA-256 in hexadecimal; the same for the author's folder and what is built of it
	Built      bool   // the manifest names every file with its digest
	FS         fs.FS
	Procedures []string // their ids, sorted
	Files      []File   // with the manifest, sorted by name
	LeftOut    []string // what the author's folder holds and the pack does not, sorted; a folder ends in /

	manifest *manifest
	tree     tree
}

// File is a file of a pack.
type File struct {
	Name   string // in the folder itself, or in stories/
	Digest string // SHA-256 in hexadecimal
	Size   int64  // in bytes
}

// Open reads a pack in the root of fsys. Of one whose manifest names its files,
// each has to be there, has to fit, and nothing else may be there; of an author's
// folder, whose manifest names none, the files are found. The error is a *Refusal
// that names the file.
func Open(fsys fs.FS) (*Pack, error) {
	found, err := readFolder(fsys)
	if err != nil {
		return nil, err
	}
	return prove(found)
}

// OpenBuilt is Open for a pack that Build has written: one without digests is
// refused.
func OpenBuilt(fsys fs.FS) (*Pack, error) {
	p, err := Open(fsys)
	if err == nil && !p.Built {
		return nil, refuse(Manifest, "pack.not_built")
	}
	return p, err
}

// prove makes a pack of the files that were found.
func prove(found *folder) (*Pack, error) {
	text, there := found.files[Manifest]
	if !there {
		return nil, refuse(Manifest, "pack.no_manifest")
	}
	m, err := readManifest(text)
	if err != nil {
		return nil, err
	}
	found.files.endLines(m)
	p := &Pack{
		Name: m.name, Version: m.version, Least: m.least, Licence: m.licence, Built: m.files != nil,
		FS: found.files, LeftOut: found.leftOut, manifest: m, tree: found.files,
	}
	for _, name := range found.files.names() {
		p.Files = append(p.Files, File{Name: name, Digest: digest(found.files[name]), Size: int64(len(found.files[name]))})
		if id, is := procedureOf(name); is {
			p.Procedures = append(p.Procedures, id)
		}
	}
	if p.Built {
		if err := m.fits(p.Files, found.leftOut); err != nil {
			return nil, err
		}
	}
	if len(p.Procedures) == 0 {
		return nil, refuse("", "pack.no_procedure", "pack", p.Name)
	}
	p.Digest = digestOf(m, p.Files)
	return p, nil
}

// digestOf is the digest of a pack: that of the sorted lines "sha256  name" of its
// files, where the line of the manifest has the digest of what it says of the
// pack, so that neither the list of digests nor a signature changes it.
func digestOf(m *manifest, files []File) string {
	var lines []string
	for _, f := range files {
		sum := f.Digest
		if f.Name == Manifest {
			sum = digest([]byte(m.head()))
		}
		lines = append(lines, sum+"  "+f.Name+"\n")
	}
	slices.Sort(lines)
	return digest([]byte(strings.Join(lines, "")))
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// refuse refuses a pack for what a file of it is; "" is the pack as a whole.
func refuse(name, code string, args ...any) *flows.Refusal {
	var at flows.Location
	if name != "" {
		at = flows.FilePlace{File: flows.CleanLine(name)}
		args = append(args, "file", flows.Short(name))
	}
	return flows.Refuse(flows.ErrUnreadable, at, code, args...)
}
