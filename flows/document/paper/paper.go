// Package paper is what a document consists of, whatever it is about and whatever
// it is written as: headings, paragraphs, facts, tables, letters. A report, the
// sheet before a run and the description of a procedure are each one Document, and
// each format has one writer, so that the same words stand in all of them. It
// imports flows, flows/words, flows/document/page, x/text, and for PDF a library
// and the fonts of Go; it knows no run.
//
// Every text in a Document is taken as it is: it may hold markup, control
// characters, characters that turn the writing around. A writer shows them, as
// flows.Shown does, and never obeys them.
package paper

import (
	"io"
	"iter"
	"slices"
	"time"
)

// Document is a document to be written.
type Document struct {
	Lang    string // en, de, fi
	Title   string // one line
	Mark    string // what it must not be taken for anything but: REHEARSAL, DEMO; on every page. "" for none
	About   string // one line below the title: whose, when; "" for none
	Blocks  []Block
	Written time.Time // when, for formats that keep it in themselves; zero for none

	Foot string // one line at the foot of every page: by which version it was written, which run, which head

	// Data writes the same as JSON, for programs; a page that can hold it does so
	// without showing it. Nil for none.
	Data func(io.Writer) error
}

// Block is a part of a document. The set is closed: the types below.
type Block interface{ block() }

// Tone says what a text is about, by a sign and a word beside the colour.
type Tone int

// The tones.
const (
	Plain   Tone = iota
	Good         // it holds
	Careful      // a warning
	Bad          // it failed, or is missing
	Quiet        // beside the point
)

// Span is a piece of a line.
type Span struct {
	Text   string
	Strong bool
	Code   bool   // as it is typed: an id, an address, a value
	Menu   bool   // a place in a program's menus, its parts apart by " > "
	Link   string // http, https or mailto; "" for none
}

// Line is a text on one line, broken where there is no room.
type Line []Span

// isEmpty reports whether nothing stands on a line.
func (l Line) isEmpty() bool {
	return !slices.ContainsFunc(l, func(s Span) bool { return s.Text != "" })
}

// Say is a line of plain text.
func Say(text string) Line { return Line{{Text: text}} }

type (
	// Heading begins a part; levels are 1 (below the title), 2 and 3. ID is unique
	// in the document, of a-z, 0-9, - and ., and stays the same in every language.
	Heading struct {
		Level int
		ID    string
		Text  string
		Tone  Tone
		State string // a word behind it, such as "done"; "" for none
	}
	// Paragraph is running text.
	Paragraph struct{ Text Line }
	// Notice is a sentence that must not be overlooked.
	Notice struct {
		Tone Tone
		Text Line
	}
	// Facts are names with what belongs to each.
	Facts struct{ Rows []Fact }
	// List is a list of points.
	List struct {
		Numbered bool
		Points   []Line
	}
	// Boxes are points to be ticked on paper, or ticked already.
	Boxes struct{ Rows []Box }
	// Table is a table. Its rows are asked for when they are written, once for each
	// writing, so that many rows need no memory. A row has as many cells as the
	// head: what lacks is empty, what is over stands in the last cell.
	Table struct {
		Head []string
		Rows iter.Seq[[]string]
		None string // what is said where there are no rows
	}
	// Verbatim is a text that stands as it is, line by line, such as a letter.
	Verbatim struct {
		Title string
		Text  string
	}
)

// Fact is a name and what belongs to it: an answer, a result.
type Fact struct {
	Name  string
	Value Line
	Tone  Tone
	State string // a word behind the value, such as "not given"; "" for none
	Notes []Line // below it, in small: problems, why they were accepted, files
}

// Box is a point with a box before it.
type Box struct {
	Done  bool
	Text  Line
	Notes []Line
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Notice) block()    {}
func (Facts) block()     {}
func (List) block()      {}
func (Boxes) block()     {}
func (Table) block()     {}
func (Verbatim) block()  {}
