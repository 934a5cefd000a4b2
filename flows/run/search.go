package run

import (
	"slices"
	"strings"

	"lotse/flows"
)

// IndexEntry is a piece of a run's text by which it is found: what it is, where
// it stands, and its words in one line, as a person reads them. It never holds a
// secret.
type IndexEntry struct {
	Kind EntryKind
	At   flows.Address // a step, an item, or a row; zero where it is about the run
	Text string
}

// EntryKind says what a text in the index is.
type EntryKind string

// The kinds of index entries.
const (
	CustomerEntry  EntryKind = "customer"
	ProcedureEntry EntryKind = "procedure"
	AnswerEntry    EntryKind = "answer" // of a field, or all cells of a row
	NoteEntry      EntryKind = "note"   // a remark on a step, on a task or on a file
	ReasonEntry    EntryKind = "reason" // why something was accepted, skipped, passed or waited for, and by whom
	FileEntry      EntryKind = "file"   // the name of an attachment
	OtherEntry     EntryKind = "other"  // kept by an older version, which did not say what it is
)

// entryCodes are the sentences of entries, by their kinds.
var entryCodes = map[EntryKind]string{
	CustomerEntry: "find.customer", ProcedureEntry: "find.procedure", AnswerEntry: "find.answer", NoteEntry: "find.note",
	ReasonEntry: "find.reason", FileEntry: "find.file", OtherEntry: "find.other",
}

// Message says what the entry is, with its text.
func (e IndexEntry) Message() flows.Message { return flows.Msg(entryCodes[e.Kind], "text", e.Text) }

// FindQuery asks where words stand in any run: each anywhere in it, or the
// beginning of one that does.
type FindQuery struct {
	Text  string // without a word in it nothing is found
	Limit int    // of hits, 1..500; 0: 50
}

// Hit is a place where words of a FindQuery stand. In Entry.Text is an excerpt
// about the first of them.
type Hit struct {
	Run   Header
	Entry IndexEntry
}

// maxIndexed is how many bytes of text of a run are indexed.
const maxIndexed = 16 << 10

// index collects entries up to the limit. What comes first is found for sure.
type index struct {
	entries []IndexEntry
	size    int
}

func (x *index) add(kind EntryKind, at flows.Address, texts ...string) {
	text := strings.Join(strings.Fields(flows.CleanLine(strings.Join(texts, " "))), " ")
	if room := maxIndexed - x.size; len(text) > room {
		text = strings.ToValidUTF8(text[:max(room, 0)], "")
	}
	if text != "" {
		x.entries = append(x.entries, IndexEntry{kind, at, text})
		x.size += len(text) + 1
	}
}

// Index is the text by which the run is found, as it is written with its events.
func (s *Session) Index() []IndexEntry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.index()
}

// index is the text by which the run is found: what people typed comes before
// rows, of which a list may have more than there is room for.
func (s *state) index() []IndexEntry {
	x := &index{}
	x.add(CustomerEntry, flows.Address{}, s.started.Customer.Name)
	x.add(ProcedureEntry, flows.Address{}, s.title())
	s.eachItem(func(at place) { s.indexItem(x, at) })
	for i := range s.plan.proc.Steps {
		s.indexStep(x, i)
	}
	s.eachItem(func(at place) { s.indexRows(x, at) })
	return x.entries
}

func (s *state) eachItem(visit func(at place)) {
	for i := range s.plan.proc.Steps {
		for _, at := range s.placesOf(i) {
			visit(at)
		}
	}
}

// indexItem adds the answer of a field, or what was said of another item.
func (s *state) indexItem(x *index, at place) {
	it, where := s.plan.item(at), s.plan.address(at.whole()).In(at.row, "")
	if a := s.answers[it.ID]; it.Kind == flows.KindField && a != nil && !isSecret(it) {
		x.add(AnswerEntry, where, s.indexed(at, s.shown(at).Field, a.value))
	}
	if failed := s.failures[s.plan.name(at)]; failed != nil {
		x.add(ReasonEntry, where, failed.Why)
	}
	if m := s.marks[s.plan.name(at)]; m != nil {
		kind := NoteEntry
		if it.Kind == flows.KindGate {
			kind = ReasonEntry // its note is who decided
		}
		x.add(kind, where, m.note)
		x.add(ReasonEntry, where, m.why)
		for _, f := range m.evidence {
			x.add(FileEntry, where, f.Name)
		}
	}
	s.indexFiles(x, where, s.plan.name(at))
}

// indexStep adds what was said of a step.
func (s *state) indexStep(x *index, i int) {
	id := s.plan.proc.Steps[i].ID
	where := flows.AtStep(id)
	x.add(ReasonEntry, where, s.steps[i].why)
	for _, n := range s.notes[id] {
		x.add(NoteEntry, where, n.Text)
	}
	var reasons []string
	for key, why := range s.accepted {
		if key.step == id {
			reasons = append(reasons, why)
		}
	}
	slices.Sort(reasons)
	for _, why := range slices.Compact(reasons) {
		x.add(ReasonEntry, where, why)
	}
	s.indexFiles(x, where, id)
}

func (s *state) indexFiles(x *index, where flows.Address, name string) {
	for _, f := range s.attached[name] {
		x.add(FileEntry, where, f.File.Name)
		x.add(NoteEntry, where, f.Note)
	}
}

// indexRows adds the rows of a list.
func (s *state) indexRows(x *index, at place) {
	it := s.plan.item(at)
	rows := s.lists[it.ID]
	if it.Kind != flows.KindList || rows == nil {
		return
	}
	list := s.shown(at).List
	for _, r := range rows.order {
		if x.size >= maxIndexed {
			return
		}
		x.add(AnswerEntry, s.plan.address(at).In(r.id, ""), s.indexedRow(at, list, r)...)
	}
}

// indexedRow is the texts of a row's cells.
func (s *state) indexedRow(at place, list *flows.List, r *row) []string {
	var texts []string
	for i := range list.Columns {
		col := &list.Columns[i]
		c := r.cell(col.ID)
		if col.Kind == flows.KindField && col.Field.Type != flows.TypeSecret {
			texts = append(texts, s.indexed(at, col.Field, c.value))
		}
		texts = append(texts, c.note)
	}
	return texts
}

// indexed is an answer as it is read: an option by its label, a file by its
// name. What is shown otherwise than it is typed, as a date, is found by what was
// typed as well.
func (s *state) indexed(at place, f *flows.Field, v flows.Value) string {
	shown := s.plan.show(s.lang, f, v)
	if typed := flows.Format(v); f.Type != flows.TypeFile && len(f.Options) == 0 && typed != shown {
		return shown + " " + typed
	}
	return shown
}
