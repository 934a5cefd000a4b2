package flows

import "io/fs"

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
