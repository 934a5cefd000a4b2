package flows

import (
	"io/fs"
	"slices"
	"strings"
)

// Folder is one that procedures are taken from: an installed pack, or where a
// file lies that a person named.
type Folder struct {
	Provenance Provenance
	FS         fs.FS
	Err        error // why nothing can be taken from it; FS is nil then
}

// IDs lists the procedures of the folder by their file names, sorted; nothing is
// parsed. The error says why nothing can be listed.
func (f *Folder) IDs() ([]string, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	names, err := filesOf(f.FS)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, name := range names {
		if id, document := strings.CutSuffix(name, ".yaml"); document && stepID(id) && name != ManifestFile {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// IsName reports whether a text can be the id of a procedure, or the name of a pack:
// kebab-case.
func IsName(s string) bool { return stepID(s) }

// load loads a procedure, and proves it where it did not come with the program. Of
// one that did, the translations are read when they are asked for.
func (f *Folder) load(id string, specs Specs) (*Procedure, error) {
	if !stepID(id) {
		return nil, broken(id, Faults{FilePlace{id + ".yaml", 1, 1}.fault("lint.file_name")})
	}
	l, err := loaderIn(f.FS)
	if err != nil {
		return nil, err
	}
	l.late = f.Provenance.IsZero()
	p, faults := l.whole(id), l.faults
	if !f.Provenance.IsZero() {
		faults = l.proved(p, id, specs)
	}
	if len(faults) > 0 {
		return nil, broken(id, faults.sorted())
	}
	return p.From(f.Provenance), nil
}

// proved are the faults that Lint finds in a procedure that was read, which is nil
// where nothing could be, without what its translations lack: there English stands in.
func (l *loader) proved(p *Procedure, id string, specs Specs) Faults {
	if p != nil {
		v := linter{loader: l, p: p, specs: specs}
		v.procedure()
	}
	doubts := slices.DeleteFunc(l.doubts, func(d Fault) bool { return overlayLang(id, "", d.File) != "" })
	return append(l.faults, doubts...)
}

// Documents lists the files of the folder that are proved, sorted: procedures, their
// translations and files of steps, and the manifest of a pack. The error says why
// nothing can be listed.
func (f *Folder) Documents() ([]string, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	names, err := filesOf(f.FS)
	return slices.DeleteFunc(names, func(name string) bool {
		return !strings.HasSuffix(name, ".yaml")
	}), err
}
