package flows

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
)

// loadAttach reads an item with a file that comes with the procedure. Of steps by
// themselves only its name is proven: the file lies beside what includes them.
func (l *loader) loadAttach(o *object, it *Item) {
	l.needs(fifthFormat)
	file := o.text("attach")
	it.Attach = &Enclosure{File: file}
	if at := o.Get("attach"); file != "" && l.enclosureName(at.FilePlace, file) && !l.alone {
		if e := l.enclosure(at.FilePlace, file); e != nil {
			it.Attach = copyOf(e) // it is translated for this item
		}
	}
}

// enclosureName proves the name of a file that comes with the procedure.
func (l *loader) enclosureName(at FilePlace, file string) bool {
	if !IsFileName(file) {
		l.fault(at, "lint.attach_name", "file", Clean(file))
		return false
	}
	if of, _ := fileTypeOf(file); of == "" {
		l.fault(at, "lint.attach_ending", "file", file, "endings", EnclosureEndings())
		return false
	}
	return true
}

// enclosure reads a file that comes with the procedure, once; nil, and a fault,
// where it cannot be used.
func (l *loader) enclosure(at FilePlace, file string) *Enclosure {
	if e, known := l.enclosures[file]; known {
		return e
	}
	if slices.Contains(l.odd, file) {
		l.fault(at, "lint.attach_link", "file", file)
		return nil
	}
	data, err := l.read(file)
	switch {
	case err != nil:
		l.faults = append(l.faults, at.unread(file, err))
	case len(data) > MaxEnclosure:
		l.fault(at, "lint.attach_size", "file", file, "limit", MaxEnclosure>>20)
	default:
		if l.proveEnclosure(at, file, data) {
			sum := sha256.Sum256(data)
			of, _ := fileTypeOf(file)
			e := &Enclosure{File: file, Type: of, Sum: hex.EncodeToString(sum[:]), Data: data}
			l.files[file], l.enclosures[file] = data, e
			return e
		}
	}
	return nil
}

// proveEnclosure proves what is in a file by its ending, which is what a system
// opens it by.
func (l *loader) proveEnclosure(at FilePlace, file string, data []byte) bool {
	of, fits := fileTypeOf(file)
	line := 0
	if of == FileCSV {
		line = formulaIn(data)
	}
	switch {
	case len(data) == 0:
		l.fault(at, "lint.attach_empty", "file", file)
	case !fits(data):
		l.fault(at, "lint.attach_content", "file", file, "type", of.message())
	case line > 0:
		l.fault(at, "lint.attach_formula", "file", file, "line", line)
	default:
		return true
	}
	return false
}

// translateEnclosures finds the files that stand in for others in the languages
// into which the procedure is translated.
func (l *loader) translateEnclosures(p *Procedure) {
	for i := range p.Steps {
		for k := range p.Steps[i].Items {
			it := &p.Steps[i].Items[k]
			if it.Attach == nil {
				continue
			}
			at := l.placeAt(p.Steps[i].path() + ".items." + it.ID + ".attach")
			for _, lang := range p.Languages[1:] {
				name := translatedName(it.Attach.File, lang)
				if slices.Contains(l.beside, name) && l.enclosureName(at, name) {
					it.Attach.translate(lang, l.enclosure(at, name))
				}
			}
		}
	}
}

// translate notes what stands in for the file in a language; nil is nothing.
func (e *Enclosure) translate(lang string, by *Enclosure) {
	if by == nil {
		return
	}
	if e.translated == nil {
		e.translated = map[string]*Enclosure{}
	}
	e.translated[lang] = by
}

// encloseIn takes the files that stand in for others in a language.
func (p *Procedure) encloseIn(lang string) {
	for i := range p.Steps {
		for k := range p.Steps[i].Items {
			if it := &p.Steps[i].Items[k]; it.Attach != nil {
				it.Attach = it.Attach.in(lang)
			}
		}
	}
}

// in is the file in a language: itself where none stands in for it.
func (e *Enclosure) in(lang string) *Enclosure {
	if by := e.translated[lang]; by != nil {
		return by
	}
	return e
}

// all is what is in the file in every language, as a comparison tells it.
func (e *Enclosure) all() string {
	sums := []string{e.File, e.Sum}
	for _, lang := range slices.Sorted(maps.Keys(e.translated)) {
		sums = append(sums, lang, e.translated[lang].Sum)
	}
	return strings.Join(sums, " ")
}
