package pack

import (
	"bytes"
	"strings"
)

// Build is the pack with a manifest that names every file with its digest. Of one
// that is built already nothing changes.
func (p *Pack) Build() (*Pack, error) {
	if p.Built {
		return p, nil
	}
	var b strings.Builder
	b.Write(bytes.TrimRight(normal(p.manifest.text), "\n"))
	b.WriteString("\nfiles:\n")
	for _, f := range p.Files {
		if f.Name != Manifest {
			b.WriteString("  " + f.Name + ": \"" + f.Digest + "\"\n")
		}
	}
	built := tree{}
	for name, data := range p.tree {
		built[name] = data
	}
	built[Manifest] = []byte(b.String())
	return OpenBuilt(built)
}

// normal is a text without what an editor has put before it, and with line ends of
// one kind.
func normal(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	return []byte(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(text)))
}
