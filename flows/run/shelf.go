package run

import (
	"math"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// shelved is what a move left without a place: it stays readable, can be erased, and
// has its place again once a version has one.
type shelved struct {
	proc  *flows.Procedure // the version in which it had a place
	at    flows.Address    // there; of a column with it, without a row
	seq   int64            // of the move
	moves int              // how many there were before that
	holding
}

func (x *shelved) name() string { return x.at.String() }

// versionMove is a move that was made.
type versionMove struct {
	seq      int64
	from     *flows.Procedure
	back     map[string]string   // step, "step.item" or "step.list.column" -> what it was called before
	restored map[string]*shelved // "step.item" -> what came back from the shelf
}

// isOfRows reports whether it belongs to rows of a list: what was done for one, or a
// column.
func (x *shelved) isOfRows() bool { return x.at.Column != "" || strings.Contains(x.name(), "[") }

// shelvedAs is the latest on the shelf by its name; nil where there is none.
func (s *state) shelvedAs(name string) *shelved {
	for _, x := range slices.Backward(s.shelf) {
		if x.name() == name {
			return x
		}
	}
	return nil
}

// backIn are those on the shelf that have a place in a version, and nothing that
// stands there.
func (s *state) backIn(to *flows.Procedure, now time.Time) (back []string) {
	for _, x := range s.shelf {
		if s.shelvedAs(x.name()) == x && s.comesBack(x, to, now) {
			back = append(back, x.name())
		}
	}
	return back
}

func (s *state) comesBack(x *shelved, to *flows.Procedure, now time.Time) bool {
	pairs := flows.Compare(x.proc, to)
	if x.at.Item == "" || x.at.Column != "" {
		return x.partFits(pairs, now)
	}
	whole, row := splitRow(x.name())
	p := pairs.Item(whole)
	if p == nil || p.New == nil || !keepsRows(p, pairs) || p.Old.Field != nil && !s.fits(x.answer, p, now) {
		return false
	}
	return !s.holdsAt(flows.Compare(s.plan.proc, to), p.NewAt, row)
}

// partFits reports whether a step, for its notes and files, or a column, with all its
// cells, has a place in the version compared with.
func (x *shelved) partFits(pairs *flows.Comparison, now time.Time) bool {
	if x.at.Item == "" {
		p := pairs.Step(x.at.Step)
		return p != nil && p.New != nil
	}
	c := x.column(pairs)
	if c == nil {
		return false
	}
	for _, r := range x.rows.ordered() {
		if v := r.cell(x.at.Column).value; c.New.Field != nil && !isAnswer(v, c.New, now) {
			return false
		}
	}
	return true
}

// column is the pair of a shelved column; nil where it has no place.
func (x *shelved) column(pairs *flows.Comparison) *flows.ItemPair {
	p := pairs.Item(x.at.Whole().String())
	if p == nil || p.New == nil {
		return nil
	}
	if c := p.Column(x.at.Column); c != nil && c.New != nil {
		return c
	}
	return nil
}

// holdsAt reports whether anything is carried to a place of another version.
func (s *state) holdsAt(pairs *flows.Comparison, at flows.Address, row string) bool {
	for i := range pairs.Steps {
		for k := range pairs.Steps[i].Items {
			if p := &pairs.Steps[i].Items[k]; p.New != nil && p.Old != nil && p.NewAt == at {
				h := s.held(s.plan.placeOf(p.OldAt, row))
				return h.any()
			}
		}
	}
	return false
}

// nameSpan is what something was called in the events after one and up to another.
type nameSpan struct {
	name         string
	after, until int64
}

func (n nameSpan) has(seq int64) bool { return n.after < seq && seq <= n.until }

// namesOf is what a step or an item of the present version was called in the events.
func (s *state) namesOf(name string) []nameSpan {
	return s.namesBefore(name, len(s.moves), math.MaxInt64)
}

// namesOn is the same of what is on the shelf.
func (s *state) namesOn(x *shelved) []nameSpan {
	return s.namesBefore(x.at.Whole().String(), x.moves, x.seq)
}

func (s *state) namesBefore(name string, moves int, until int64) (spans []nameSpan) {
	for i := moves - 1; i >= 0; i-- {
		m := &s.moves[i]
		spans = append(spans, nameSpan{name, m.seq, until})
		if x := m.restored[name]; x != nil {
			return append(spans, s.namesOn(x)...)
		}
		whole, row := splitRow(name)
		old, was := m.back[whole]
		if !was {
			return spans
		}
		name, until = inRow(old, row), m.seq
	}
	return append(spans, nameSpan{name, 0, until})
}

// nameNow is what was called so in an event, in the present version; "" where it has
// no place any more.
func (s *state) nameNow(name string, seq int64) string { return nameAfter(s.moves, name, seq) }

func nameAfter(moves []versionMove, name string, seq int64) string {
	for i := range moves {
		m := &moves[i]
		if m.seq < seq {
			continue
		}
		next := ""
		whole, row := splitRow(name)
		for now, old := range m.back {
			if old == whole {
				next = inRow(now, row)
			}
		}
		if name = next; name == "" {
			return ""
		}
	}
	return name
}

// shelvedAt is what is on the shelf by its address; nil where nothing is.
func (s *state) shelvedAt(a flows.Address) *shelved {
	for _, x := range slices.Backward(s.shelf) {
		if x.at.Whole() == a || x.at.Whole() == a.AsItem() || a.Step == "" && a.Item == x.at.Item {
			return x
		}
	}
	return nil
}

// procedureAt is the version by which an event is read: of a move the one before it.
func (s *state) procedureAt(seq int64) *flows.Procedure {
	for i := range s.moves {
		if seq < s.moves[i].seq {
			return s.moves[i].from.In(s.lang)
		}
	}
	return s.plan.proc
}

// ProcedureAt is the version of the run's procedure by which an event is read, in
// the run's language.
func (s *Session) ProcedureAt(seq int64) *flows.Procedure {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.procedureAt(seq)
}

// Now is an address that an event names, by the names of the present version; zero
// where that has no such place any more.
func (v *View) Now(at flows.Address, seq int64) flows.Address { return addressNow(v.moves, at, seq) }

func addressNow(moves []versionMove, at flows.Address, seq int64) flows.Address {
	if len(moves) == 0 || at.IsZero() {
		return at
	}
	whole, column := nameAfter(moves, at.Whole().String(), seq), ""
	if whole == "" {
		return flows.Address{}
	}
	if at.Row == "" && at.Column == "" {
		return named(whole).AsItem()
	}
	if at.Column != "" {
		name := nameAfter(moves, at.In("", at.Column).String(), seq)
		if name == "" {
			return flows.Address{}
		}
		column = name[strings.LastIndexByte(name, '.')+1:]
	}
	return named(whole).In(at.Row, column)
}
