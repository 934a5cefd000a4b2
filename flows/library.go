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

// Library holds procedures, one YAML document each, parsed when first asked for.
type Library struct {
	fsys  fs.FS
	specs Specs

	mu      sync.Mutex
	loaded  map[string]*Procedure // by id
	decoded map[string]*Procedure // by digest: what runs were started with
}

// Open gives the procedures in the root of fsys: NAME.yaml, its overlays
// NAME.LANG.yaml, what they include (NAME.steps.yaml) and their letters
// (NAME.letter.LANG.txt). Nothing is read yet.
func Open(fsys fs.FS, specs Specs) *Library {
	return &Library{fsys: fsys, specs: specs, loaded: map[string]*Procedure{}, decoded: map[string]*Procedure{}}
}

// Specs are the checks and templates that the library was opened with.
func (l *Library) Specs() Specs { return l.specs }

// IDs lists the procedures by their file names, sorted; nothing is parsed.
func (l *Library) IDs() []string {
	names, _ := filesOf(l.fsys) // where nothing can be listed, Procedure says why
	var ids []string
	for _, name := range names {
		if id, document := strings.CutSuffix(name, ".yaml"); document && stepID(id) && name != ManifestFile {
			ids = append(ids, id)
		}
	}
	return ids
}

// Procedure loads a procedure once. The error is a *Refusal: of an unknown one
// it names what there is, and is fs.ErrNotExist; of one with faults it has Faults
// as its cause. It is safe for several goroutines.
func (l *Library) Procedure(id string) (*Procedure, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if p := l.loaded[id]; p != nil {
		return p, nil
	}
	if !stepID(id) {
		return nil, l.unknown(id, fs.ErrNotExist)
	}
	if _, err := fs.Stat(l.fsys, id+".yaml"); err != nil {
		return nil, l.unknown(id, err)
	}
	p, loader, err := load(l.fsys, id)
	if err != nil {
		return nil, err
	}
	if len(loader.faults) > 0 {
		return nil, broken(id, loader.faults.sorted())
	}
	l.loaded[id] = p
	return p, nil
}

func (l *Library) unknown(id string, err error) error {
	return Refuse(ErrNotFound, nil, "refuse.no_procedure", "procedure", Short(id), "hint", nearest(id, l.IDs())).Because(err)
}

// broken refuses a procedure that has faults. It points at the first of them;
// its cause are all.
func broken(id string, faults Faults) error {
	first := faults[0]
	at := FilePlace{File: first.File, Row: first.Line, Column: first.Column}
	return Refuse(ErrFailed, at, "refuse.procedure_faulty", "procedure", Short(id), "n", len(faults),
		"file", first.File, "line", first.Line, "first", first.Message).Because(faults)
}

// All loads all procedures, by id.
func (l *Library) All() ([]*Procedure, error) {
	var all []*Procedure
	for _, id := range l.IDs() {
		p, err := l.Procedure(id)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// filesOf lists the files in the root of fsys, sorted.
func filesOf(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("list procedures: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// load reads a procedure with what belongs to it. The loader has what is wrong;
// without faults the procedure is whole.
func load(fsys fs.FS, id string) (*Procedure, *loader, error) {
	names, err := filesOf(fsys)
	if err != nil {
		return nil, nil, err
	}
	l := newLoader(func(name string) ([]byte, error) { return readLimited(fsys, name) })
	l.beside = names
	p := l.procedure(id)
	if p == nil {
		return nil, l, nil
	}
	l.overlays(p, names)
	if len(l.faults) == 0 {
		l.seal(p)
	}
	return p, l, nil
}

// readLimited reads a document, and no more of it than is needed to see that it
// is too long.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := readAtMost(f, MaxProcedure+1)
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
