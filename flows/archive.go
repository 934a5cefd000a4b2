package flows

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"slices"
)

// The versions of what Bytes gives. A procedure has the first in which all that
// it says can be read, so that an older program opens what it understands.
const (
	firstFormat  = 1
	secondFormat = 2 // how a warning is taken, where an item or a rule comes from
	thirdFormat  = 3 // what a step takes of the customer
	fourthFormat = 4 // the page of a step, the ladder and the date of a wait
	fifthFormat  = 5 // values, items per row, letters and attachments of a procedure's own, renamed ids
)

// NewestFormat is the newest version of what Bytes gives that this program reads.
const NewestFormat = fifthFormat

// needs raises the format to one in which what was read can be written.
func (l *loader) needs(format int) { l.format = max(l.format, format) }

// maxArchive leaves room for the JSON around the documents and its escapes, and for
// the base64 of what comes with them.
const maxArchive = 7*MaxProcedure + MaxEnclosures/2*3

// archive is a procedure as it is stored: its files in one document.
type archive struct {
	Format    int           `json:"format"`
	Procedure string        `json:"procedure"`
	Files     []archiveFile `json:"files"` // by name
}

type archiveFile struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Blob []byte `json:"blob,omitempty"` // instead of the text of a file that comes with the procedure
}

// names are those of the files, sorted, each once.
func (a *archive) names() []string {
	names := make([]string, len(a.Files))
	for i := range a.Files {
		names[i] = a.Files[i].Name
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// read gives a file by its name; where two have it, the last.
func (a *archive) read(name string) ([]byte, error) {
	for _, f := range slices.Backward(a.Files) {
		if f.Name != name {
			continue
		}
		if f.Blob != nil {
			return f.Blob, nil
		}
		return []byte(f.Text), nil
	}
	return nil, fs.ErrNotExist
}

// Bytes is the procedure as it is stored: document, includes, letters and overlays
// in one, with a format version. Decode reads it; Digest is its SHA-256.
func (p *Procedure) Bytes() []byte { return slices.Clone(p.bytes) }

// SourceFile is a file that a procedure is written in.
type SourceFile struct{ Name, Text string }

// SourceFiles are the document, the files that it includes and its letters, as they
// are; no translations, and not what comes with them.
func (p *Procedure) SourceFiles() []SourceFile {
	var a archive
	if json.Unmarshal(p.bytes, &a) != nil {
		return nil // not loaded from a document
	}
	var files []SourceFile
	for _, f := range a.Files {
		switch {
		case f.Name == p.ID+".yaml":
			files = slices.Insert(files, 0, SourceFile{f.Name, f.Text})
		case f.Blob == nil && overlayLang(p.ID, p.Base(), f.Name) == "":
			files = append(files, SourceFile{f.Name, f.Text})
		}
	}
	return files
}

// bound proves that what was read is not too much, and reports whether it is not.
func (l *loader) bound(p *Procedure) bool {
	size, enclosed := 0, 0
	for name, data := range l.files {
		if l.enclosures[name] != nil {
			enclosed += len(data)
		} else {
			size += len(data)
		}
	}
	at := FilePlace{p.ID + ".yaml", 1, 1}
	switch {
	case size > MaxProcedure:
		l.fault(at, "lint.too_large", "size", size, "limit", MaxProcedure)
		return false
	case enclosed > MaxEnclosures:
		l.fault(at, "lint.attach_many", "size", (enclosed+1<<20-1)>>20, "limit", MaxEnclosures>>20)
		return false
	}
	return true
}

// seal gives the procedure its bytes and its digest.
func (l *loader) seal(p *Procedure) {
	if !l.bound(p) {
		return
	}
	a := archive{Format: l.format, Procedure: p.ID}
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		f := archiveFile{Name: name}
		if l.enclosures[name] != nil {
			f.Blob = l.files[name]
		} else {
			f.Text = string(l.files[name])
		}
		a.Files = append(a.Files, f)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		l.fault(FilePlace{p.ID + ".yaml", 1, 1}, "lint.not_encoded", "detail", err)
		return
	}
	p.bytes, p.Digest = b.Bytes(), digestOf(b.Bytes())
}

// digestOf is the digest of a stored document.
func digestOf(doc []byte) string {
	sum := sha256.Sum256(doc)
	return hex.EncodeToString(sum[:])
}

// Fits reports whether a stored document is the one of a digest.
func Fits(doc []byte, digest string) bool { return digestOf(doc) == digest }

// Decode reads what Bytes gave. Checks and templates that a program no longer
// has are no error, so that last year's run opens. The document is kept: it is not to
// be changed. Its translations are read when their languages are asked for; Prove reads
// all. The error is a *Refusal.
func Decode(doc []byte) (*Procedure, error) {
	p, _, err := decode(doc)
	return p, err
}

// decode is Decode with the loader, which knows where everything is written.
func decode(doc []byte) (*Procedure, *loader, error) {
	if len(doc) > maxArchive {
		return nil, nil, Refuse(ErrDamaged, nil, "refuse.procedure_size", "size", len(doc), "limit", maxArchive)
	}
	var a archive
	if err := json.Unmarshal(doc, &a); err != nil {
		return nil, nil, Refuse(ErrDamaged, nil, "refuse.procedure_unreadable").Because(err)
	}
	switch {
	case a.Format > NewestFormat:
		return nil, nil, Refuse(ErrNewer, nil, "refuse.procedure_newer", "format", a.Format, "known", NewestFormat)
	case a.Format < firstFormat:
		return nil, nil, Refuse(ErrDamaged, nil, "refuse.procedure_unreadable")
	}
	l := newLoader(a.read)
	l.stored, l.late, l.storedFormat, l.beside = true, true, a.Format, a.names()
	p := l.procedure(a.Procedure)
	if p != nil && len(l.faults) == 0 {
		l.overlays(p, l.beside)
		l.bound(p)
		p.bytes, p.Digest = doc, digestOf(doc)
	}
	if len(l.faults) > 0 {
		return nil, nil, broken(a.Procedure, l.faults.sorted())
	}
	if l.format != a.Format { // no program has written it so
		return nil, nil, Refuse(ErrDamaged, nil, "refuse.procedure_unreadable")
	}
	return p, l, nil
}

// FormatOf is the version of a stored procedure's form; 0 where it is none.
func FormatOf(doc []byte) int {
	var a struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(doc, &a) != nil {
		return 0
	}
	return a.Format
}

// readAtMost reads up to most bytes.
func readAtMost(r io.Reader, most int64) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, most))
}
