package desk

import "slices"

// block is prose on the page: lines from..to. A lower rank is kept longer where
// there is no room for all of it.
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

// part is what of a page is drawn.
type part struct {
	lines        []string
	top          int // of the page's lines; what is above is not drawn
	above, below bool
	read         map[string]sight
}

// part picks what is drawn in h lines. A page that was just opened and is too
// high for its first item begins with its prose all the same: what is said and
// what has to be read stand above the item, as much of it as there is room for.
func (s *sheet) part(v *stretch, h int) part {
	if v.fresh {
		if out, ok := s.brief(h); ok {
			return out
		}
	}
	top := v.top
	if v.follow {
		top = s.follow(top, h)
	}
	top = max(min(top, len(s.lines)-h), 0)
	end := min(top+h, len(s.lines))
	out := part{lines: s.lines[top:end], top: top, above: top > 0, below: end < len(s.lines), read: map[string]sight{}}
	for _, b := range s.blocks {
		if b.tell != "" {
			out.read[b.tell] = sight{first: b.from >= top && b.from < end, last: b.to >= top && b.to < end}
		}
	}
	return out
}

// follow keeps the focus in view with one line around it, and with it, as far
// as there is room, the prose that leads to it and what follows the last item.
func (s *sheet) follow(top, h int) int {
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

// brief draws the prose that matters most, a sign that there is more, and the
// item that has the focus; ok is false where the page needs no such thing.
func (s *sheet) brief(h int) (out part, ok bool) {
	foot := s.lines[s.from:min(s.to+2, len(s.lines))]
	room := h - len(foot) - 1
	if s.from == 0 || s.to+2 <= h || room < 2 {
		return part{}, false
	}
	chosen := s.choose(room)
	out.read = map[string]sight{}
	for i, b := range chosen {
		if i > 0 && s.apart(chosen[i-1], b) {
			out.lines = append(out.lines, "")
		}
		out.lines = append(out.lines, s.lines[b.from:b.to+1]...)
		if b.tell != "" {
			out.read[b.tell] = sight{true, true}
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

// proseEnd is the line behind the last prose above the focus.
func (s *sheet) proseEnd() int {
	end := 0
	for _, b := range s.blocks {
		if b.to < s.from {
			end = max(end, b.to+1)
		}
	}
	return end
}

// choose picks the blocks above the focus that have room, by rank, and gives
// them in the page's order.
func (s *sheet) choose(room int) []block {
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

// apart reports whether a free line stands between two blocks.
func (s *sheet) apart(a, b block) bool { return b.from > a.to+1 || b.rank == rankTell }
