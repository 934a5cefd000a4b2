package outside

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/ui/file"
)

// Procedure loads the procedure that a person names: by its id, by "pack/id", or by
// the path of its file or of a folder with one procedure (file.IsPath says what a
// path is). The error is a *flows.Refusal, which has flows.Faults as its cause where
// the procedure has faults.
func Procedure(l *flows.Library, name string) (*flows.Procedure, error) {
	d, err := Find(l, name)
	if err != nil {
		return nil, err
	}
	return Load(l, d)
}

// Find finds the document of the procedure that a person names, as Procedure does;
// nothing of it is read yet.
func Find(l *flows.Library, name string) (*Document, error) {
	if file.IsPath(name) {
		return documentAt(name)
	}
	f, id, err := l.Find(name)
	if err != nil {
		return nil, orPath(name, err)
	}
	return &Document{Folder: *f, Name: id + ".yaml"}, nil
}

// orPath is the error about a name that no procedure has: where a file or a folder is
// called so, it says how a path is written.
func orPath(name string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, missing := os.Stat(name); missing != nil {
		return err
	}
	return flows.Refuse(flows.ErrNotFound, nil, "source.bare", "name", flows.Short(name))
}

// Load loads the procedure of a document. The error is that of Procedure.
func Load(l *flows.Library, d *Document) (*flows.Procedure, error) {
	f := d.Folder
	if d.Dir != "" {
		var err error
		if f.Provenance.Path, err = file.FromHome(filepath.Join(d.Dir, d.Name)); err != nil {
			return nil, fmt.Errorf("find %s: %w", flows.CleanLine(d.Name), err)
		}
	}
	return l.Load(&f, d.ID())
}

// Document is a file of a procedure, in its folder.
type Document struct {
	flows.Folder
	Dir  string // where the folder is, as the person wrote it; "" of one that has a name
	Name string // of the file
}

// ID is the id that a procedure has to have in such a file.
func (d *Document) ID() string { return strings.TrimSuffix(d.Name, ".yaml") }

// Documents are the files that there are to prove where a person names a procedure,
// one of its files, or a folder: of a folder all that are proved, and those of the
// packs that lie in it. Nothing is read yet. The error is a *flows.Refusal.
func Documents(l *flows.Library, name string) ([]Document, error) {
	if !file.IsPath(name) {
		d, err := Find(l, name)
		if err != nil {
			return nil, err
		}
		return []Document{*d}, nil
	}
	d, err := place(name)
	if err != nil {
		return nil, err
	}
	if d.Name != "" {
		return []Document{*d}, nil
	}
	all, err := d.inside()
	if err == nil && len(all) == 0 {
		err = flows.Refuse(flows.ErrNotFound, nil, "source.none", "folder", flows.Short(d.Dir))
	}
	return all, err
}

// inside are the files of a folder, and of the packs that lie in it.
func (d *Document) inside() ([]Document, error) {
	all, err := d.files()
	if err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(d.FS, ".")
	if err != nil {
		return nil, fmt.Errorf("list the folder: %w", err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		dir := filepath.Join(d.Dir, e.Name())
		below := Document{Folder: flows.Folder{FS: file.Folder(dir)}, Dir: dir}
		if _, err := fs.Stat(below.FS, flows.ManifestFile); errors.Is(err, fs.ErrNotExist) {
			continue // no pack
		}
		files, err := below.files()
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	return all, nil
}

// files are the files of a folder that are proved.
func (d *Document) files() ([]Document, error) {
	names, err := d.Documents()
	all := make([]Document, len(names))
	for i := range names {
		all[i] = *d
		all[i].Name = names[i]
	}
	return all, err
}

// Procedures are the procedures' own documents among Documents; a pack's where its
// manifest is named.
func Procedures(l *flows.Library, name string) ([]Document, error) {
	all, err := Documents(l, name)
	if err == nil && len(all) == 1 && all[0].isPack() && all[0].Dir != "" {
		all, err = all[0].files()
	}
	if err != nil {
		return nil, err
	}
	if len(all) == 1 && all[0].isPart() && filepath.Base(name) == all[0].Name {
		return nil, flows.Refuse(flows.ErrUsage, nil, "source.part", "file", flows.Short(all[0].Name))
	}
	of := slices.DeleteFunc(slices.Clone(all), func(d Document) bool { return d.isPart() || d.isPack() })
	if len(of) == 0 {
		return nil, flows.Refuse(flows.ErrNotFound, nil, "source.none", "folder", flows.Short(filepath.Clean(all[0].Dir)))
	}
	return of, nil
}

// isPack reports whether the file is the manifest of a pack.
func (d *Document) isPack() bool { return d.Name == flows.ManifestFile }

// isPart reports whether the file is a translation, or steps that others include.
func (d *Document) isPart() bool { return strings.Contains(d.ID(), ".") }

// place is the file that a path names, or the folder with no file.
func place(path string) (*Document, error) {
	path, err := file.Path(path)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &Document{Folder: flows.Folder{FS: file.Folder(path)}, Dir: path}, nil
	}
	f, err := file.Regular(path)
	if err != nil {
		return nil, err
	}
	_ = f.Close() // it is read through its folder
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	if !strings.HasSuffix(name, ".yaml") {
		return nil, flows.Refuse(flows.ErrUsage, nil, "source.ending", "file", flows.Short(name))
	}
	return &Document{Folder: flows.Folder{FS: file.Folder(dir)}, Dir: dir, Name: name}, nil
}

// documentAt is the procedure's document that a path names, or the only one in the
// folder that it names.
func documentAt(path string) (*Document, error) {
	d, err := place(path)
	switch {
	case err != nil:
		return nil, err
	case d.Name == "", d.isPack():
		return d, d.only()
	case d.isPart():
		return nil, flows.Refuse(flows.ErrUsage, nil, "source.part", "file", flows.Short(d.Name))
	}
	return d, nil
}

// mostListed is how many procedures of a folder a sentence names.
const mostListed = 12

// only names the only procedure in a folder.
func (d *Document) only() error {
	ids, err := d.IDs()
	if err != nil {
		return err
	}
	name := flows.Short(d.Dir)
	switch {
	case len(ids) == 0:
		return flows.Refuse(flows.ErrNotFound, nil, "source.none", "folder", name)
	case len(ids) > mostListed:
		return flows.Refuse(flows.ErrAmbiguous, nil, "source.many", "folder", name, "n", len(ids), "ids", strings.Join(ids[:mostListed], ", "))
	case len(ids) > 1:
		return flows.Refuse(flows.ErrAmbiguous, nil, "source.several", "folder", name, "ids", strings.Join(ids, ", "))
	}
	d.Name = ids[0] + ".yaml"
	return nil
}
