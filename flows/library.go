package flows

import (
	"errors"
	"io/fs"
)

// Specs tells the language which checks and templates there are.
type Specs struct {
	Checks    []CheckSpec
	Templates []TemplateSpec
}

// Library holds procedures, one YAML document each, parsed when first asked for.
type Library struct {
	fsys  fs.FS
	specs Specs
}

// Open gives the procedures in the root of fsys: NAME.yaml, its overlays
// NAME.LANG.yaml, and what they include (NAME.steps.yaml). Nothing is read yet.
func Open(fsys fs.FS, specs Specs) *Library { return &Library{fsys: fsys, specs: specs} }

// IDs lists the procedures by their file names, sorted; nothing is parsed.
func (l *Library) IDs() []string { return nil }

// Procedure loads a procedure once; the error of an unknown one names what
// there is. It is safe for several goroutines.
func (l *Library) Procedure(id string) (*Procedure, error) { return nil, errors.New("contract") }

// All loads all procedures, by id.
func (l *Library) All() ([]*Procedure, error) { return nil, errors.New("contract") }

// Decode reads what Bytes gave. What specs no longer have is no error, so that
// last year's run opens.
func Decode(doc []byte, specs Specs) (*Procedure, error) { return nil, errors.New("contract") }
