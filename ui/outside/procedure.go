package outside

import (
	"fmt"
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
	if !file.IsPath(name) {
		return l.Procedure(name)
	}
	d, err := documentAt(name)
	if err != nil {
		return nil, err
	}
	return Load(l, d)
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
// one of its files, or a folder: of a folder all that are
// proved. Nothing is read yet. The error is a *flows.Refusal.
func Documents(l *flows.Library, name string) ([]Document, error) {
	if !file.IsPath(name) {
		f, id, err := l.Find(name)
		if err != nil {
			return nil, err
		}
		return []Document{{Folder: *f, Name: id + ".yaml"}}, nil
	}
	d, err := place(name)
	if err != nil {
		return nil, err
	}
	if d.Name != "" {
		return []Document{*d}, nil
	}
	names, err := d.Documents()
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, flows.Refuse(flows.ErrNotFound, nil, "source.none", "folder", flows.Short(d.Dir))
	}
	all := make([]Document, len(names))
	for i := range names {
		all[i] = *d
		all[i].Name = names[i]
	}
	return all, nil
}

// Procedures are the procedures' own documents among Documents.
func Procedures(l *flows.Library, name string) ([]Document, error) {
	all, err := Documents(l, name)
	if err != nil {
		return nil, err
	}
	part := func(d Document) bool { return strings.Contains(d.ID(), ".") }
	if len(all) == 1 && part(all[0]) {
		return nil, flows.Refuse(flows.ErrUsage, nil, "source.part", "file", flows.Short(all[0].Name))
	}
	return slices.DeleteFunc(all, part), nil
}

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
	case d.Name == "":
		return d, d.only()
	case strings.Contains(d.ID(), "."):
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
