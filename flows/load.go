package flows

import (
	"strconv"
	"strings"
	"time"
)

// loader reads one procedure's files. It goes on after a fault, so that a
// person sees all of them at once.
type loader struct {
	read     func(name string) ([]byte, error)
	files    map[string][]byte   // that were read
	roots    map[string]*Element // their documents; nil where there is none
	elements map[string]*Element // by path, for the places of faults
	faults   Faults              // with these, nothing can be walked
	doubts   Faults              // these only lint tells
	include  *include            // while included steps are read
	stepIDs  map[string]FilePlace
	dataIDs  map[string]FilePlace // fields, lists and columns
	facts    map[string]bool      // of the procedure's own list; nil where it has none
	stored   bool                 // what is read is a procedure that a store kept
	format   int                  // of the archive that what was read needs
	covered  map[string]bool      // facts
	conds    []condAt
	known    *symbols
}

// condAt is a compiled condition and where it stands.
type condAt struct {
	*Cond
	at FilePlace
}

func newLoader(read func(string) ([]byte, error)) *loader {
	return &loader{
		read: read, files: map[string][]byte{}, roots: map[string]*Element{}, elements: map[string]*Element{},
		stepIDs: map[string]FilePlace{}, dataIDs: map[string]FilePlace{}, covered: map[string]bool{}, format: firstFormat,
	}
}

func (l *loader) fault(at FilePlace, code string, args ...any) {
	l.faults = append(l.faults, at.fault(code, args...))
}

// say tells a fault that is a message already.
func (l *loader) say(at FilePlace, m Message) {
	l.faults = append(l.faults, Fault{File: at.File, Line: at.Row, Column: at.Column, Message: m.Map(named)})
}

func (l *loader) lint(at FilePlace, code string, args ...any) {
	l.doubts = append(l.doubts, at.fault(code, args...))
}

// placeOf is where a text is written, or what it is a part of.
func (l *loader) placeOf(t Passage) FilePlace {
	path := t.Path
	for l.elements[path] == nil && path != "" {
		path = path[:max(0, strings.LastIndexByte(path, '.'))]
	}
	return l.elements[path].FilePlace
}

// document parses a file once; asked is what names it.
func (l *loader) document(name string, asked *Element) *Element {
	if root, known := l.roots[name]; known {
		return root
	}
	at := FilePlace{name, 1, 1}
	if asked != nil {
		at = asked.FilePlace
	}
	data, err := l.read(name)
	if err != nil {
		l.faults = append(l.faults, at.unread(name, err))
		return nil
	}
	if len(data) > MaxProcedure {
		l.fault(FilePlace{name, 1, 1}, "lint.file_size", "size", len(data), "limit", MaxProcedure)
		return nil
	}
	root, faults, traps := ReadDocument(name, data, form)
	l.faults, l.doubts = append(l.faults, faults...), append(l.doubts, traps...)
	if root == nil && faults == nil {
		l.fault(FilePlace{name, 1, 1}, "lint.yaml_empty")
	}
	l.files[name] = data
	l.roots[name] = root
	return root
}

// procedure reads NAME.yaml with what it includes, and proves its references.
func (l *loader) procedure(id string) *Procedure {
	root := l.document(id+".yaml", nil)
	if root == nil {
		return nil
	}
	o := l.object(root, "", Msg("thing.procedure"))
	if o == nil {
		return nil
	}
	p := &Procedure{
		ID: o.must("procedure", Msg("thing.procedure")), Version: o.number("version", 1_000_000),
		Title: o.must("title", Msg("thing.procedure")), Summary: o.text("summary"), Source: l.source(o),
		Systems: o.texts("systems"), Facts: l.factList(o.take("facts")), Lang: english, Languages: []string{english},
	}
	if p.ID != "" && p.ID != id {
		l.fault(o.take("procedure").FilePlace, "lint.id_file", "procedure", p.ID, "file", id+".yaml")
	}
	if p.Version < 1 {
		l.fault(o.FilePlace, "lint.no_version")
	}
	p.Steps = l.steps(o)
	o.done(Msg("thing.procedure"))
	if len(l.faults) == 0 {
		l.link(p)
	}
	return p
}

func (l *loader) source(o *object) Source {
	e := o.take("source")
	if e == nil {
		return Source{}
	}
	in := l.object(e, "source", value("source"))
	if in == nil {
		return Source{}
	}
	s := Source{Document: in.must("document", Msg("thing.source")), Read: in.written("read")}
	if _, err := time.Parse(isoDate, s.Read); s.Read != "" && err != nil {
		l.fault(in.take("read").FilePlace, "lint.no_date", "value", s.Read)
	}
	in.done(Msg("thing.source"))
	return s
}

// factList is the procedure's own list; TI-01..TI-26 stands for a row of facts.
func (l *loader) factList(e *Element) []string {
	if e == nil {
		return nil
	}
	var facts []string
	l.facts = map[string]bool{}
	for _, part := range l.parts(e, value("facts")) {
		for _, fact := range l.factRange(part) {
			if l.facts[fact] {
				l.fault(part.FilePlace, "lint.fact_twice", "fact", fact)
			}
			l.facts[fact] = true
			facts = append(facts, fact)
		}
	}
	return facts
}

func (l *loader) factRange(e *Element) []string {
	text := l.text(e, Msg("thing.fact"))
	first, last, isRange := strings.Cut(text, "..")
	if !isRange {
		if text != "" && !factID(text) {
			l.fault(e.FilePlace, "lint.fact_id", "fact", text)
		}
		return []string{text}
	}
	prefix := strings.TrimRight(first, "0123456789")
	digits := first[len(prefix):]
	from, err1 := strconv.Atoi(digits)
	to, err2 := strconv.Atoi(strings.TrimPrefix(last, prefix))
	if err1 != nil || err2 != nil || !factID(first) || !strings.HasPrefix(last, prefix) || to < from || to-from > 1000 {
		l.fault(e.FilePlace, "lint.fact_range", "fact", text)
		return nil
	}
	var facts []string
	for n := from; n <= to; n++ {
		number := strconv.Itoa(n)
		facts = append(facts, prefix+strings.Repeat("0", max(0, len(digits)-len(number)))+number)
	}
	return facts
}
