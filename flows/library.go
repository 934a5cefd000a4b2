package flows

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// ManifestFile is the name of the file beside procedures that says which pack they
// are; see lotse/flows/pack. No procedure can be called so.
const ManifestFile = "pack.yaml"

// Library holds procedures, one YAML document each, parsed when first asked for:
// those that came with the program, and those of packs.
type Library struct {
	own   Folder
	packs func(name string) []Folder
	specs Specs
	*memo
}

// memo is what was parsed already. None of it changes: a pack that is another has
// another digest.
type memo struct {
	mu      sync.Mutex
	loaded  map[string]*Procedure // by where it was taken from, and its id
	decoded map[string]*Procedure // by digest: what runs were started with
}

// Open gives the procedures in the root of fsys: NAME.yaml, its overlays
// NAME.LANG.yaml, what they include (NAME.steps.yaml) and their letters
// (NAME.letter.LANG.txt), and the files that they attach. Nothing is read yet.
func Open(fsys fs.FS, specs Specs) *Library {
	return &Library{own: Folder{FS: fsys}, specs: specs, memo: &memo{loaded: map[string]*Procedure{}, decoded: map[string]*Procedure{}}}
}

// WithPacks gives the library with what packs gives beside its own procedures:
// packs("") is every pack that is installed, packs(name) the one of that name, or
// none. It is asked each time, so that what is installed meanwhile is there. What one
// of both libraries parsed, the other has.
func (l *Library) WithPacks(packs func(name string) []Folder) *Library {
	with := *l
	with.packs = packs
	return &with
}

// Specs are the checks and templates that the library was opened with.
func (l *Library) Specs() Specs { return l.specs }

// IDs lists the procedures that came with the program by their file names, sorted;
// nothing is parsed.
func (l *Library) IDs() []string {
	ids, _ := l.own.IDs() // where nothing can be listed, Procedure says why
	return ids
}

// Names lists what Procedure finds: the ids of the procedures that came with the
// program, then "pack/id" of each in a pack, sorted. Nothing is parsed.
func (l *Library) Names() []string {
	names := l.IDs()
	for _, f := range l.installed("") {
		ids, _ := f.IDs() // All says what is wrong with it
		for _, id := range ids {
			names = append(names, f.Provenance.Name(id))
		}
	}
	return names
}

func (l *Library) installed(name string) []Folder {
	if l.packs == nil {
		return nil
	}
	return l.packs(name)
}

// Procedure loads a procedure once, by its id or by "pack/id". The error is a
// *Refusal: of an unknown one it names what there is, and is fs.ErrNotExist; of
// one with faults it has Faults as its cause. It is safe for several goroutines.
func (l *Library) Procedure(name string) (*Procedure, error) {
	f, id, err := l.Find(name)
	if err != nil {
		return nil, err
	}
	return l.Load(f, id)
}

// Find gives the folder that a procedure lies in, and its id, by the id or by
// "pack/id". The error is that of Procedure; whether the document has faults is not
// looked at.
func (l *Library) Find(name string) (*Folder, string, error) {
	f, id := &l.own, name
	if pack, below, packed := strings.Cut(name, "/"); packed {
		if f, id = l.pack(pack), below; f == nil {
			return nil, "", l.unknown(name, fs.ErrNotExist)
		}
	}
	if f.Err != nil {
		return nil, "", f.Err
	}
	if !stepID(id) || id+".yaml" == ManifestFile {
		return nil, "", l.unknown(name, fs.ErrNotExist)
	}
	if _, err := fs.Stat(f.FS, id+".yaml"); err != nil {
		return nil, "", l.unknown(name, err)
	}
	return f, id, nil
}

// pack is the installed pack of a name; nil where there is none.
func (l *Library) pack(name string) *Folder {
	if !stepID(name) {
		return nil
	}
	for _, f := range l.installed(name) {
		return &f
	}
	return nil
}

// Load loads the procedure with an id from a folder. One that did not come with
// the program has to prove as Lint proves it, but for what its translations lack;
// those that did are proved by tests.
func (l *Library) Load(f *Folder, id string) (*Procedure, error) {
	if f.Provenance.Path != "" { // it may be another one each time
		return f.load(id, l.specs)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	key := strings.Join([]string{f.Provenance.Pack, f.Provenance.Digest, id}, "/")
	if p := l.loaded[key]; p != nil {
		return p, nil
	}
	p, err := f.load(id, l.specs)
	if err != nil {
		return nil, err
	}
	l.loaded[key] = p
	return p, nil
}

func (l *Library) unknown(name string, err error) error {
	return Refuse(ErrNotFound, nil, "refuse.no_procedure", "procedure", Short(name), "hint", nearest(name, l.Names())).Because(err)
}

// broken refuses a procedure that has faults. It points at the first of them;
// its cause are all.
func broken(id string, faults Faults) error {
	first := faults[0]
	at := FilePlace{File: first.File, Row: first.Line, Column: first.Column}
	return Refuse(ErrFailed, at, "refuse.procedure_faulty", "procedure", Short(id), "n", len(faults),
		"file", first.File, "line", first.Line, "column", first.Column, "first", first.Message).Because(faults)
}

// Entry is a procedure of a library, or why it is broken.
type Entry struct {
	Name       string     // by which it is called; of a pack that cannot be read the pack's
	Provenance Provenance // zero: it came with the program
	Procedure  *Procedure // nil where it is broken
	Err        error      // why; nil where it is not
}

// All loads all procedures that came with the program, by id.
func (l *Library) All() ([]*Procedure, error) {
	var all []*Procedure
	for _, e := range l.entries(&l.own) {
		if e.Err != nil {
			return nil, e.Err
		}
		all = append(all, e.Procedure)
	}
	return all, nil
}

// Entries are all procedures, those that came with the program first. One that is
// broken keeps nobody from the others.
func (l *Library) Entries() []Entry {
	all := l.entries(&l.own)
	for _, f := range l.installed("") {
		all = append(all, l.entries(&f)...)
	}
	return all
}

func (l *Library) entries(f *Folder) []Entry {
	ids, err := f.IDs()
	if err != nil {
		return []Entry{{Name: f.Provenance.Pack, Provenance: f.Provenance, Err: err}}
	}
	var all []Entry
	for _, id := range ids {
		e := Entry{Name: f.Provenance.Name(id), Provenance: f.Provenance}
		e.Procedure, e.Err = l.Load(f, id)
		all = append(all, e)
	}
	return all
}

// filesOf lists the files in the root of fsys, sorted.
func filesOf(fsys fs.FS) ([]string, error) {
	names, _, err := listFiles(fsys)
	return names, err
}

// listFiles is filesOf, and those among the files that are no plain ones.
func listFiles(fsys fs.FS) (names, odd []string, err error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, fmt.Errorf("list procedures: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		names = append(names, e.Name())
		if !e.Type().IsRegular() {
			odd = append(odd, e.Name())
		}
	}
	return names, odd, nil
}

// load reads a procedure with what belongs to it. The loader has what is wrong;
// without faults the procedure is whole.
func load(fsys fs.FS, id string) (*Procedure, *loader, error) {
	l, err := loaderIn(fsys)
	if err != nil {
		return nil, nil, err
	}
	return l.whole(id), l, nil
}

// loaderIn is a loader of what lies in the root of fsys.
func loaderIn(fsys fs.FS) (*loader, error) {
	names, odd, err := listFiles(fsys)
	if err != nil {
		return nil, err
	}
	l := newLoader(func(name string) ([]byte, error) { return readLimited(fsys, name) })
	l.beside, l.odd = names, odd
	return l, nil
}

// whole reads a procedure with what belongs to it; nil where nothing can be read.
func (l *loader) whole(id string) *Procedure {
	p := l.procedure(id)
	if p == nil {
		return nil
	}
	l.overlays(p, l.beside)
	if len(l.faults) == 0 {
		l.seal(p)
	}
	return p
}

// readLimited reads a file of a procedure, and no more of it than is needed to see that it
// is too long.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := readAtMost(f, max(MaxProcedure, MaxEnclosure)+1)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return data, err
}

// Decode gives the procedure of a stored document, decoded once: runs of one
// procedure share it. It is safe for several goroutines.
func (l *Library) Decode(doc []byte) (*Procedure, error) {
	digest := digestOf(doc)
	l.mu.Lock()
	defer l.mu.Unlock()
	if p := l.decoded[digest]; p != nil {
		return p, nil
	}
	p, err := Decode(doc)
	if err != nil {
		return nil, err
	}
	l.decoded[digest] = p
	return p, nil
}
