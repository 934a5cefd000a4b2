package flows

import "strings"

// Provenance is where a procedure was taken from: the zero Provenance says that
// it came with the program. It is no part of the document, so that the same
// document has the same digest wherever it lies.
type Provenance struct {
	Pack    string `json:"pack,omitempty"`    // name of the pack; "" for a path
	Version string `json:"version,omitempty"` // of the pack
	Digest  string `json:"digest,omitempty"`  // of the pack, hex SHA-256
	Path    string `json:"path,omitempty"`    // where the document lay, as the person's machine writes it
}

// IsZero reports whether the procedure came with the program.
func (o Provenance) IsZero() bool { return o == Provenance{} }

// Name is the name by which a procedure of this provenance is called: "pack/id",
// or its id alone.
func (o Provenance) Name(id string) string {
	if o.Pack == "" {
		return id
	}
	return o.Pack + "/" + id
}

// SplitName takes a name that Name made apart; pack is "" where it has none.
func SplitName(name string) (pack, id string) {
	if pack, id, packed := strings.Cut(name, "/"); packed {
		return pack, id
	}
	return "", name
}

// Message says where a procedure was taken from: the pack and its version, or the
// name of the file without its folders, which are nobody else's business. It is
// zero for one that came with the program.
func (o Provenance) Message() Message {
	switch {
	case o.Pack != "":
		return Msg("provenance.pack", "pack", Short(o.Pack), "version", Short(o.Version))
	case o.Path != "":
		return Msg("provenance.file", "file", Short(o.File()))
	}
	return Message{}
}

// Short names the pack with its version, or the file, where there is room for a word
// or two; "" for what came with the program.
func (o Provenance) Short() string {
	if o.Pack != "" {
		return strings.TrimSpace(Short(o.Pack) + " " + Short(o.Version))
	}
	return Short(o.File())
}

// File is the name of the file without its folders, "" where it was none. The path
// may come from another machine, and have its separators.
func (o Provenance) File() string {
	return o.Path[strings.LastIndexAny(o.Path, `/\`)+1:]
}

// Name is the name by which the procedure is called: "pack/id", or its id alone.
func (p *Procedure) Name() string { return p.Provenance.Name(p.ID) }

// From gives the procedure, in its base language, with another provenance. The
// document and its digest stay what they are.
func (p *Procedure) From(o Provenance) *Procedure {
	if p.Provenance == o {
		return p
	}
	q := *p
	if p.tongue == nil {
		q.Provenance = o
		return &q
	}
	q = *p.tongue.base
	q.Provenance = o
	q.tongue = &tongue{overlays: p.tongue.overlays, base: &q, made: map[string]*Procedure{}}
	return &q
}
