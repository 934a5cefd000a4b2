package desk

import (
	"slices"

	"lotse/flows/run"
	"lotse/ui/zone"
)

// piece is a part of a step's page that stays together: a text, an item.
type piece struct {
	n        int           // of the item in its step
	item     *run.ItemView // nil: prose of the step
	apart    bool          // an empty line stands above it, where there is room
	lines    []string
	forms    []([]string) // of the branches: the lines of each form
	fill     int          // empty lines below, so that nothing moves when the item gets the focus
	files    []string     // attached to it
	slot     bool         // lines below are kept for its problems
	problems []string
	focus    int    // the line below which problems stand, and to which it is kept in view; 0: the last one
	must     string // id of a text that has to be read
	script   bool   // what is said or seen
	first    bool   // after what is said and seen
	from, to int    // its lines on the page
}

// density is how close the pieces of a page stand.
type density struct {
	form int  // of the branches
	slot int  // lines kept below a field for its problems
	gaps gaps // empty lines
}

// gaps says where empty lines stand.
type gaps int

const (
	noGaps    gaps = iota
	scriptGap      // below what is said and seen
	pieceGaps      // between all that is apart
	allGaps        // below the title, too
)

// densities are tried in this order: the first in which the page has room is
// taken, and the last one if there is none. Empty lines and branches at full length
// are for windows that are high enough; in a low one an error takes its line when
// it comes.
var densities = []density{
	{branchesWhole, 2, allGaps},
	{branchesWhole, 1, allGaps},
	{branchesLined, 1, allGaps},
	{branchesLined, 0, allGaps},
	{branchesFolded, 0, allGaps},
	{branchesFolded, 0, pieceGaps},
	{branchesFolded, 0, scriptGap},
	{branchesFolded, 0, noGaps},
}

func (s *stepLayout) add(p piece) {
	n := len(s.pieces)
	p.first = n > 0 && s.pieces[n-1].isScript() && !p.isScript()
	s.pieces = append(s.pieces, p)
}

func (p *piece) isScript() bool { return p.script || p.forms != nil }

// density is how close the pieces have to stand. Problems do not count, so that
// the page keeps its density when they come and go.
func (s *stepLayout) density() density {
	var d density
	for _, d = range densities {
		if s.assemble(d, false); len(s.lines) <= s.room() {
			break
		}
		if d.gaps == scriptGap && s.h >= spacedBody {
			break // the page scrolls anyway
		}
	}
	return d
}

// spacedBody is the height from which something is set apart on every page.
const spacedBody = 17

// room is how many lines the body has below the title.
func (s *stepLayout) room() int { return max(s.h-len(s.title), 0) }

// assemble makes the lines of the page from its pieces.
func (s *stepLayout) assemble(d density, problems bool) {
	s.title = s.m.stepTitle(s.sv, s.p.Experience(), s.w)
	if d.gaps == allGaps && s.h >= spacedBody && len(s.title) == 1 {
		s.title = append(s.title, "")
	}
	s.lines, s.must = nil, nil
	s.from, s.to, s.last, s.lead, s.scriptEnd = 0, 0, 0, 0, 0
	here, later, end := false, false, 0 // the focus, another stop after it, the end of the last stop
	empty, free := true, 0              // the last line is; so many lines at the end are kept
	for i := range s.pieces {
		p := &s.pieces[i]
		if !empty && p.isApart(d) {
			s.lines = append(s.lines, "")
		}
		from := len(s.lines)
		lines := p.in(d, problems)
		if p.isAt(s.p) {
			lines = s.withFocusBar(lines)
		}
		if p.item != nil {
			lines = zone.Item.Over(p.n, lines)
		}
		s.lines = append(s.lines, lines...)
		free = p.kept(d, problems)
		for range free {
			s.lines = append(s.lines, "")
		}
		empty = s.lines != nil && s.lines[len(s.lines)-1] == ""
		p.from, p.to = from, len(s.lines)-1-free
		s.note(p)
		switch {
		case p.item == nil || !s.p.Stops(p.item):
			continue
		case p.isAt(s.p):
			here = true
			s.lead, s.from, s.last = end, from, max(p.focusEnd(from, problems), from)
			s.to = s.last
			if p.slot && len(p.problems) == 0 {
				s.to++ // its first problem is in view, too
			}
		default:
			later = later || here
		}
		end = len(s.lines)
	}
	s.lines = s.lines[:len(s.lines)-free]
	s.to = max(min(s.to, len(s.lines)-1), 0)
	if s.tail = s.to; !later {
		s.tail = len(s.lines) - 1
	}
}

// note keeps where a piece stands that is looked for later.
func (s *stepLayout) note(p *piece) {
	if p.must != "" {
		s.must = append(s.must, must{p.must, p.from, p.to})
	}
	if p.script {
		s.scriptEnd = p.to + 1
	}
}

// isApart reports whether an empty line stands above a piece.
func (p *piece) isApart(d density) bool {
	return d.gaps >= pieceGaps && p.apart || d.gaps >= scriptGap && p.first
}

func (p *piece) isAt(on *page) bool { return p.item != nil && p.item.Item.ID == on.At().Item }

// in is a piece's lines in a density, with its problems or without.
func (p *piece) in(d density, problems bool) []string {
	lines := p.lines
	if p.forms != nil {
		lines = p.forms[d.form]
	}
	lines = slices.Clone(lines)
	if d.gaps >= pieceGaps {
		for range p.fill {
			lines = append(lines, "")
		}
	}
	if problems && p.focus > 0 {
		lines = slices.Insert(lines, p.focus, p.problems...)
	} else if problems {
		lines = append(lines, p.problems...)
	}
	return append(lines, p.files...)
}

// focusEnd is the last line that is kept in view while a piece has the focus.
func (p *piece) focusEnd(from int, problems bool) int {
	switch {
	case p.focus == 0:
		return p.to
	case problems:
		return from + p.focus - 1 + len(p.problems)
	default:
		return from + p.focus - 1
	}
}

// kept is how many empty lines stand below a piece for problems that may come.
func (p *piece) kept(d density, problems bool) int {
	switch {
	case !p.slot:
		return 0
	case problems:
		return max(d.slot-len(p.problems), 0)
	default:
		return d.slot
	}
}
