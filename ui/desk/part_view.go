package desk

import "slices"

// block is prose on the page, lines from..to. A lower rank is kept longer if
// there is not enough space for all.
type block struct {
	from, to int
	rank     int
	tell     string // id of the text that has to be read; "" for other prose
}

// The ranks of blocks.
const (
	rankSay = iota
	rankTell
	rankText
	rankSee
	rankIf
)

// part is the part of a page that is drawn.
type part struct {
	lines        []string
	top          int // of the page's lines; what is above is not drawn
	above, below bool
	read         map[string]seenEnds
}

// part selects what is drawn in h lines. A page that was just opened and is
// too high for its first item still begins with its prose: what to say and
// what must be read come before the item, as much as fits.
func (s *stepLayout) part(v *viewport, h int) part {
	if v.untouched {
		if out, ok := s.condensed(h); ok {
			return out
		}
	}
	top := v.top
	if v.follow {
		top = s.follow(top, h)
	}
	top = max(min(top, len(s.lines)-h), 0)
	end := min(top+h, len(s.lines))
	out := part{lines: s.lines[top:end], top: top, above: top > 0, below: end < len(s.lines), read: map[string]seenEnds{}}
	for _, b := range s.blocks {
		if b.tell != "" {
			out.read[b.tell] = seenEnds{first: b.from >= top && b.from < end, last: b.to >= top && b.to < end}
		}
	}
	return out
}

// follow keeps the focus in view with one line around it and, if there is
// space, the prose that leads to it and what follows the last item.
func (s *stepLayout) follow(top, h int) int {
	if s.to+1 >= top+h {
		top = s.to + 2 - h
	}
	if s.from-1 < top {
		top = s.from - 1
	}
	if s.lead < top {
		top = max(s.lead, s.to+2-h)
	}
	if s.tail >= top+h {
		top = max(top, min(s.tail+1-h, s.lead))
	}
	return top
}

// condensed draws the most important prose, a sign that there is more, and the
// focused item; ok is false if the page does not need it.
func (s *stepLayout) condensed(h int) (out part, ok bool) {
	foot := s.lines[s.from:min(s.to+2, len(s.lines))]
	room := h - len(foot) - 1
	if s.from == 0 || s.to+2 <= h || room < 2 {
		return part{}, false
	}
	chosen := s.chooseBlocks(room)
	out.read = map[string]seenEnds{}
	for i, b := range chosen {
		if i > 0 && s.apart(chosen[i-1], b) {
			out.lines = append(out.lines, "")
		}
		out.lines = append(out.lines, s.lines[b.from:b.to+1]...)
		if b.tell != "" {
			out.read[b.tell] = seenEnds{true, true}
		}
	}
	out.lines = append(out.lines, "  "+s.t.Faint.Render(s.t.Dots))
	// Where there is room left, the items that lead to the focus fill it.
	free := room + 1 - len(out.lines)
	before := s.lines[max(s.from-free, s.proseEnd()):s.from]
	for range free - len(before) {
		out.lines = append(out.lines, "")
	}
	out.lines = append(append(out.lines, before...), foot...)
	out.above, out.below = true, s.to+2 < len(s.lines)
	return out, true
}

// proseEnd is the line after the last prose above the focus.
func (s *stepLayout) proseEnd() int {
	end := 0
	for _, b := range s.blocks {
		if b.to < s.from {
			end = max(end, b.to+1)
		}
	}
	return end
}

// chooseBlocks selects the blocks above the focus that fit, by rank, and
// returns them in the page's order.
func (s *stepLayout) chooseBlocks(room int) []block {
	var above, chosen []block
	for _, b := range s.blocks {
		if b.to < s.from {
			above = append(above, b)
		}
	}
	slices.SortStableFunc(above, func(a, b block) int { return a.rank - b.rank })
	for _, b := range above {
		if n := b.to - b.from + 2; n <= room+1 {
			chosen = append(chosen, b)
			room -= n
		}
	}
	slices.SortFunc(chosen, func(a, b block) int { return a.from - b.from })
	return chosen
}

// apart reports whether an empty line separates two blocks.
func (s *stepLayout) apart(a, b block) bool { return b.from > a.to+1 || b.rank == rankTell }
