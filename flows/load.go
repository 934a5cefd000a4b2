package flows

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// loader reads one procedure's files. It goes on after a fault, so that a
// person sees all of them at once.
type loader struct {
	read         func(name string) ([]byte, error)
	files        map[string][]byte   // that were read
	roots        map[string]*Element // their documents; nil where there is none
	elements     map[string]*Element // by path, for the places of faults
	faults       Faults              // with these, nothing can be walked
	doubts       Faults              // these only lint tells
	broken       map[FilePlace]bool  // where no more is told: what is wrong there is told already
	lost         map[string]bool     // names that were not understood where they are declared
	include      *include            // while included steps are read
	stepIDs      map[string]FilePlace
	dataIDs      map[string]FilePlace  // fields, lists and columns
	facts        map[string]bool       // of the procedure's own list; nil where it has none
	alone        bool                  // what is read are steps by themselves, which nothing links
	stored       bool                  // what is read is a procedure that a store kept
	late         bool                  // its translations are read when they are asked for, and nobody asks for doubts
	storedFormat int                   // of that
	format       int                   // of the archive that what was read needs
	beside       []string              // names of the files that lie beside the document
	odd          []string              // those of them that are no plain files: links, devices
	enclosures   map[string]*Enclosure // files that came with it and were read, by their names
	letters      map[string]*Letter    // that the drafts name, by their names; nil: none lies there
	covered      map[string]bool       // facts
	conds        []condAt
	known        *symbols
}

// condAt is a compiled condition and where it stands.
type condAt struct {
	*Cond
	at FilePlace
}

func newLoader(read func(string) ([]byte, error)) *loader {
	return &loader{
		read: read, files: map[string][]byte{}, roots: map[string]*Element{}, elements: map[string]*Element{},
		stepIDs: map[string]FilePlace{}, dataIDs: map[string]FilePlace{}, broken: map[FilePlace]bool{}, lost: map[string]bool{}, covered: map[string]bool{}, format: firstFormat,
		letters: map[string]*Letter{}, enclosures: map[string]*Enclosure{},
	}
}

func (l *loader) fault(at FilePlace, code string, args ...any) {
	l.tell(&l.faults, at, Msg(code, args...))
}

func (l *loader) lint(at FilePlace, code string, args ...any) {
	l.tell(&l.doubts, at, Msg(code, args...))
}

// tell notes a fault, unless it only follows from one that is told already: it
// is at an element that is broken, or names what was lost with one.
func (l *loader) tell(to *Faults, at FilePlace, m Message) {
	if l.broken[at] || m.IsZero() {
		return
	}
	if _, unknown := m.Args["hint"]; unknown || m.Code == "lint.fact_uncovered" {
		for name, arg := range m.Args {
			if text, ok := arg.(string); ok && name != "hint" && slices.ContainsFunc(namesIn(text), func(w string) bool { return l.lost[w] }) {
				return
			}
		}
	}
	*to = append(*to, at.say(m))
}

// lose notes the names in a text that was not understood: it may have been what
// declares them.
func (l *loader) lose(text string) {
	for _, word := range namesIn(text) {
		l.lost[word] = true
	}
}

// namesIn are the names in a text.
func namesIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-')
	})
}

// breaks notes what in a document is broken.
func (l *loader) breaks(e *Element) {
	if e.broken {
		l.broken[e.FilePlace] = true
		l.lose(e.Text)
	}
	for _, p := range e.Pairs {
		if p.Key.broken || p.Value.broken {
			l.broken[p.Key.FilePlace] = true
			l.lose(p.Value.Text)
		}
		l.breaks(p.Value)
	}
	for _, part := range e.Parts {
		l.breaks(part)
	}
}

// placeAt is where what has a path is written, or what it is a part of.
func (l *loader) placeAt(path string) FilePlace {
	for l.elements[path] == nil && path != "" {
		path = path[:max(0, strings.LastIndexByte(path, '.'))]
	}
	return l.elements[path].FilePlace
}

// fetch reads a file; asked is what names it. Where it cannot be had, that is a
// fault.
func (l *loader) fetch(name string, asked *Element) (data []byte, had bool) {
	at := FilePlace{name, 1, 1}
	if asked != nil {
		at = asked.FilePlace
	}
	data, err := l.read(name)
	switch {
	case err != nil:
		l.faults = append(l.faults, at.unread(name, err))
		return nil, false
	case len(data) > MaxProcedure:
		l.fault(FilePlace{name, 1, 1}, "lint.file_size", "size", len(data), "limit", MaxProcedure)
		return nil, false
	}
	l.files[name] = data
	return data, true
}

// document parses a file once; asked is what names it.
func (l *loader) document(name string, asked *Element) *Element {
	if root, known := l.roots[name]; known {
		return root
	}
	data, had := l.fetch(name, asked)
	if !had {
		return nil
	}
	root, faults, traps := ReadDocument(name, data, form)
	l.faults, l.doubts = append(l.faults, faults...), append(l.doubts, traps...)
	switch {
	case root != nil:
		l.breaks(root)
	case faults == nil:
		l.fault(FilePlace{name, 1, 1}, "lint.yaml_empty")
	}
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
	base := l.baseLanguage(o)
	p := &Procedure{
		ID: o.must("procedure", Msg("thing.procedure")), Version: o.number("version", 1_000_000),
		Title: o.must("title", Msg("thing.procedure")), Summary: o.text("summary"), Source: l.source(o),
		Systems: o.texts("systems"), Facts: l.factList(o.take("facts")), Lang: base, Languages: []string{base},
	}
	if p.ID != "" && p.ID != id {
		l.fault(o.take("procedure").FilePlace, "lint.id_file", "procedure", p.ID, "file", id+".yaml")
	}
	if p.Version < 1 {
		l.fault(o.FilePlace, "lint.no_version")
	}
	p.Steps = l.steps(o)
	p.Renamed = l.loadRenamed(o)
	o.done(Msg("thing.procedure"))
	l.link(p)
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
