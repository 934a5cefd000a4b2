package run

import (
	"cmp"
	"time"

	"lotse/flows"
)

// state is a run as its events made it. Only fold changes it.
type state struct {
	plan     *plan
	versions map[string]*flows.Procedure // that the events name, by digest
	moves    []versionMove
	shelf    []*shelved // what has no place any more

	started Started
	mode    Mode
	begun   time.Time
	changed time.Time
	lang    string
	seq     int64
	head    []byte

	answers  map[string]*answer  // by field id
	secrets  map[string][]string // ids of all secrets that a field had, by "step.item"
	hosts    map[string][]string // the origins that a secret may be sent to, by its id
	lists    map[string]*rows    // by list id
	marks    map[string]*mark    // by "step.item"
	readings map[readingKey]Reading
	changes  map[place]change
	steps    []stepMark // by the step's index
	accepted map[problemKey]string
	left     map[problemKey]bool // warnings over which a step was completed
	notes    map[string][]NoteView
	failures map[string]*NotWorked   // by "step.item"
	attached map[string][]Attachment // by "step.item", or step
	undos    []inverse

	rotations map[place]*rotation // by the field
	condemned []condemned

	closed *Ended // abandoned
	ended  *Ended // the last end that was reached
	erased map[int64]bool
	forks  map[string]bool // the heads of other copies
	called time.Duration   // the length of all calls
	spent  tally

	evaluated *evaluation // what applies, until the next change
	today     string      // the day on which it is worked out; no event says it
	now       time.Time   // a moment of that day
}

// answer is what a field holds.
type answer struct {
	value    flows.Value
	previous flows.Value // of the round before
	invalid  bool
	removed  flows.Message
	secret   SecretSealed
	at       time.Time // when the secret was sealed
	again    bool
	readBack *ReadBackView // who heard it read back; nil: nobody
}

func (a *answer) given() bool { return a != nil && (a.value != nil || a.secret.Secret != "") }

// rows are the rows of a list. A row is replaced, never changed, so that
// values computed from it can be kept.
type rows struct {
	order  []*row
	last   int // number of the newest row
	again  bool
	values []*values // of the unique columns; nil until they are asked for
}

type row struct {
	id        string
	cells     []cell
	viewAlone *RowView // what it shows by itself, once made
	viewPlan  *plan    // for which
	viewDay   day      // and on which day
}

type cell struct {
	column   string
	value    flows.Value
	invalid  bool
	removed  flows.Message
	evidence *File
	note     string
	readBack *ReadBackView
}

func (r *rows) at(id string) int {
	for i := len(r.order) - 1; i >= 0; i-- { // the newest row is the likeliest
		if r.order[i].id == id {
			return i
		}
	}
	return -1
}

// cell is the row's cell in a column; the zero cell where nothing was given.
func (r *row) cell(column string) cell {
	for i := range r.cells {
		if r.cells[i].column == column {
			return r.cells[i]
		}
	}
	return cell{column: column}
}

// with is a copy of the row with one cell changed.
func (r *row) with(c cell) *row {
	cells := make([]cell, 0, len(r.cells)+1)
	for i := range r.cells {
		if r.cells[i].column != c.column {
			cells = append(cells, r.cells[i])
		}
	}
	return &row{id: r.id, cells: append(cells, c)}
}

// mark is the state of an item that is neither a field nor a list.
type mark struct {
	done       bool // ticked, answered, passed, sent
	evidence   []File
	note       string
	until      *time.Time
	since      time.Time // a wait first got a day to look again; zero: it has none
	why        string
	result     *CheckResult
	draftReads []string // what stands in a draft that was sent
	stale      bool     // what the result, or what was sent, rests on has changed
	again      bool
}

// isSet reports whether the mark records anything.
func (m *mark) isSet() bool { return m != nil && (m.done || m.until != nil || m.result != nil) }

// stepMark is the recorded state of a step.
type stepMark struct {
	round     int
	done      bool
	stale     bool
	skipped   bool
	completed int64     // the event that completed it last
	entered   bool      // something happened in it
	acted     time.Time // something was recorded in it last
	worked    time.Time // the same, but notes, files and the times of waits
	kept      bool      // a round was opened from it: it stays, with its history
	why       string
}

// problemKey names a problem of a step.
type problemKey struct{ step, problem string }

// inverse takes an event back.
type inverse struct {
	seq    int64
	at     place
	row    string // of a cell
	whole  string // the row that it added or removed
	column string
	revert func(*state)
	// attached: nothing rests on what it takes back, so that a completed step stays
	// completed over it.
	attached bool
}

// about is the one row of a list that it concerns; "" where more do.
func (u *inverse) about() string { return cmp.Or(u.row, u.whole) }

func newState(p *plan) *state {
	s := &state{
		plan:     p,
		answers:  map[string]*answer{},
		secrets:  map[string][]string{},
		hosts:    map[string][]string{},
		lists:    map[string]*rows{},
		marks:    map[string]*mark{},
		readings: map[readingKey]Reading{},
		changes:  map[place]change{},
		steps:    make([]stepMark, len(p.proc.Steps)),
		accepted: map[problemKey]string{},
		left:     map[problemKey]bool{},
		notes:    map[string][]NoteView{},
		failures: map[string]*NotWorked{},
		attached: map[string][]Attachment{},
		erased:   map[int64]bool{},
		forks:    map[string]bool{},

		rotations: map[place]*rotation{},

		head: make([]byte, 32),
	}
	for i := range s.steps {
		s.steps[i].round = 1
	}
	return s
}

func (s *state) answer(field string) *answer {
	a := s.answers[field]
	if a == nil {
		a = &answer{}
		s.answers[field] = a
	}
	return a
}

func (s *state) rows(list string) *rows {
	r := s.lists[list]
	if r == nil {
		r = &rows{}
		s.lists[list] = r
	}
	return r
}

func (s *state) mark(name string) *mark {
	m := s.marks[name]
	if m == nil {
		m = &mark{}
		s.marks[name] = m
	}
	return m
}

// hasAnswer reports whether a person has entered anything for the item at a
// place.
func (s *state) hasAnswer(at place) bool {
	it := s.plan.item(at)
	switch it.Kind {
	case flows.KindField:
		return s.answers[it.ID].given()
	case flows.KindList:
		return s.lists[it.ID] != nil && len(s.lists[it.ID].order) > 0
	default:
		return s.marks[s.plan.name(at)].isSet()
	}
}

// isAgain reports whether the item at a place is already marked to be looked
// at again.
func (s *state) isAgain(at place) bool {
	it := s.plan.item(at)
	switch it.Kind {
	case flows.KindField:
		return s.answers[it.ID] != nil && s.answers[it.ID].again
	case flows.KindList:
		return s.lists[it.ID] != nil && s.lists[it.ID].again
	default:
		m := s.marks[s.plan.name(at)]
		return m != nil && m.again
	}
}

// lookAgain sets whether the item at a place has to be looked at again.
func (s *state) lookAgain(at place, again bool) {
	it := s.plan.item(at)
	switch it.Kind {
	case flows.KindField:
		s.answer(it.ID).again = again
	case flows.KindList:
		s.rows(it.ID).again = again
	default:
		m := s.mark(s.plan.name(at))
		m.again = again
		if it.Kind == flows.KindCheck || it.Kind == flows.KindDraft {
			m.stale = again
		}
	}
}
