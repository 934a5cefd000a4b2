package flows

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Shape is what an element of a document is.
type Shape int

// The shapes of elements.
const (
	Scalar Shape = iota
	Mapping
	Sequence
)

// Element is a part of a YAML or JSON document that knows where it stands. Every
// scalar is the text that is written in the document: what a number, a truth or
// a date is, whoever reads the element decides.
type Element struct {
	FilePlace
	Shape  Shape
	Text   string     // of a scalar
	Pairs  []Pair     // of a mapping, in their order; no key is there twice
	Parts  []*Element // of a sequence
	quoted bool       // in quotes, or below | or >
	exact  bool       // the text stands in the document letter by letter, from Column + skip
	skip   int
	broken bool // what was meant is not known: a fault is told already
}

// Pair is a key of a mapping with what it holds.
type Pair struct{ Key, Value *Element }

// Get is the value of a key; nil where there is none.
func (e *Element) Get(key string) *Element {
	for _, p := range e.Pairs {
		if p.Key.Text == key {
			return p.Value
		}
	}
	return nil
}

// IsNull reports whether the element is there and says nothing.
func (e *Element) IsNull() bool {
	return e.Shape == Scalar && !e.quoted && (e.Text == "" || e.Text == "~" || e.Text == "null")
}

// inside is where a character of a text stands in the document; the element's
// own place where the text is not written there letter by letter.
func (e *Element) inside(text string, at int) FilePlace {
	place := e.FilePlace
	if e.exact && e.Text == text {
		place.Column += e.skip + at
	}
	return place
}

// find is where a text stands in an element.
func (e *Element) find(text string) *FilePlace {
	if e.Shape == Scalar && e.Text == text {
		return &e.FilePlace
	}
	for _, part := range e.Parts {
		if s := part.find(text); s != nil {
			return s
		}
	}
	for _, p := range e.Pairs {
		if s := p.Value.find(text); s != nil {
			return s
		}
	}
	return nil
}

// what names the element as a sentence does.
func (e *Element) what() Message {
	switch {
	case e.Shape == Mapping:
		return Msg("thing.mapping")
	case e.Shape == Sequence:
		return Msg("thing.list")
	case e.IsNull():
		return Msg("thing.nothing")
	}
	return Msg("thing.quoted", "text", Short(e.Text))
}

// Form bounds a document from outside.
type Form struct {
	Depth int // mappings and sequences in each other
	Keys  int // of one mapping
	Parts int // of one sequence
}

// maxFaults bounds how many faults of its form are told of one document.
const maxFaults = 200

// ReadDocument reads one document: the part of YAML that means to every reader
// what it means to a person, and JSON, which is a part of it. There are no
// anchors, aliases, tags, merge keys and directives, and no key is there twice.
//
// It goes on after a fault, so that all are told at once. Traps are where YAML
// makes something else of a text than what is written; the element has what
// YAML makes of it. The element is nil where the document holds nothing, and
// where its form is beyond bounds.
func ReadDocument(file string, doc []byte, form Form) (root *Element, faults, traps Faults) {
	if f := notUTF8(file, doc); f != nil {
		return nil, Faults{*f}, nil
	}
	doc = bytes.TrimPrefix(doc, []byte("\uFEFF"))
	text := string(doc)
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	r := &documentReader{file: file, text: text, line: 1, column: 1, form: form, floor: -1}
	if r.next(); r.indent >= 0 {
		root = r.block(-1)
	}
	if r.indent >= 0 { // what no block has taken
		r.fault(r.place(), "lint.yaml_behind")
	}
	if r.beyond {
		root = nil
	}
	return root, r.faults.sorted(), r.traps.sorted()
}

// notUTF8 is the fault of the first byte of a document that is no UTF-8; nil
// where there is none.
func notUTF8(file string, doc []byte) *Fault {
	if utf8.Valid(doc) {
		return nil
	}
	at := 0
	for at < len(doc) {
		r, n := utf8.DecodeRune(doc[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	before := bytes.TrimPrefix(doc[:at], []byte("\uFEFF"))
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	f := FilePlace{file, bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[lineStart:]) + 1}.fault("lint.not_utf8")
	return &f
}
