package desk

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// part is the part of a page that is drawn.
type part struct {
	lines []string
	rows  int // how many of them scroll
	top   int // of the page's lines; what is above is not drawn
	beyond
	read map[string]seenEnds
}

// part selects what is drawn in h lines. Where what is said does not stand in
// view, it is pinned above what scrolls.
func (s *stepLayout) part(v *viewport, h int) part {
	top, on := s.topIn(v, h, 0), s.pin(h)
	if top == 0 || on.lines == nil {
		return s.window(nil, top, h)
	}
	if top = s.topIn(v, h-on.height(), s.scriptEnd); v.follow {
		top = s.pieceFrom(top)
	}
	n := s.hidden(top) - len(on.lines)
	if n > 0 && on.counted {
		more := words.Say(s.m.cfg.Lang, flows.Msg("page.above", "n", n))
		on.lines = append(on.lines, "  "+s.t.Faint.Render(s.t.Fold+" "+more))
	}
	out := s.window(on.lines, top, h-len(on.lines))
	out.above = n > 0 && !on.counted
	return out
}

// pin is what stands above a page that is scrolled, and whether a line below it
// says how many lines are hidden.
type pin struct {
	lines   []string
	counted bool
}

func (p pin) height() int {
	if p.counted {
		return len(p.lines) + 1
	}
	return len(p.lines)
}

// pin is as much of what is said and seen as leaves room for the focus, and for
// what has to be read before it; nothing where there is no room, or nothing is
// said.
func (s *stepLayout) pin(h int) pin {
	from := s.from
	for _, m := range slices.Backward(s.must) {
		if m.from >= s.lead && m.to < s.from {
			from = m.from
		}
	}
	pins := s.pins()
	for _, first := range []int{from, s.from} {
		for _, p := range pins {
			if h-p.height() > s.to-first {
				return p
			}
		}
	}
	return pin{}
}

// scrolling is how many of h lines scroll on a page that is scrolled.
func (s *stepLayout) scrolling(h int) int { return h - s.pin(h).height() }

// topIn is the first line that is drawn in rows lines, from least on.
func (s *stepLayout) topIn(v *viewport, rows, least int) int {
	top := v.top
	if v.follow {
		top = s.follow(top, rows)
	}
	return max(min(top, len(s.lines)-rows), least, 0)
}

// pieceFrom is where the piece after a line begins, if less than half of the one
// that the line is in would be drawn, or it is an empty line.
func (s *stepLayout) pieceFrom(top int) int {
	if top < s.from && s.lines[top] == "" {
		return top + 1
	}
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.from < top && top <= p.to && p.to < s.from && top-p.from > p.to-top {
			return p.to + 1
		}
	}
	return top
}

// window is rows lines of the page from top on, below what is pinned.
func (s *stepLayout) window(pinned []string, top, rows int) part {
	end := min(top+rows, len(s.lines))
	out := part{lines: append(pinned, s.lines[min(top, end):end]...), rows: rows, top: top, beyond: beyond{top > 0, end < len(s.lines)}, read: map[string]seenEnds{}}
	for _, m := range s.must {
		out.read[m.id] = seenEnds{first: m.from >= top && m.from < end, last: m.to >= top && m.to < end}
	}
	return out
}

// follow keeps the focus in view and, if there is space, the prose that leads to
// it and what follows the last item.
func (s *stepLayout) follow(top, h int) int {
	if s.to >= top+h {
		top = s.to + 1 - h
	}
	if s.from-1 < top {
		top = max(s.from-1, s.to+1-h)
	}
	if s.lead < top {
		top = max(s.lead, s.to+1-h)
	}
	if s.tail >= top+h {
		top = max(top, min(s.tail+1-h, s.lead))
	}
	return min(top, s.from)
}

// pins are what can stand above a page that is scrolled, the most first.
func (s *stepLayout) pins() []pin {
	st, w := s.sv.Step, &s.m.t.Wizard
	if st.Say == "" {
		return nil
	}
	said := func(most int) []string { return s.begun(s.head(w.Say), flows.CleanLine(st.Say), s.t.Bold, most) }
	all := []pin{{said(2), true}, {said(1), true}, {said(1), false}}
	if st.See == "" || s.h < highBody {
		return all
	}
	seen := s.begun(s.head(w.See), flows.CleanLine(st.See), theme.Ink{}, 2)
	return append([]pin{{append(said(2), seen...), true}}, all...)
}

// highBody is the height from which what is seen is pinned, too.
const highBody = 28

// begun is a text in at most so many lines. If it is longer, it is cut behind a
// sentence, or else behind a word, and the key that shows the rest follows.
func (s *stepLayout) begun(head, text string, ink theme.Ink, most int) []string {
	lines := theme.Hang(head, ink.Render(text), s.w)
	if len(lines) <= most {
		return lines
	}
	key, width := " "+s.t.Dots+" f2", s.w-theme.Width(head)
	fits := func(part string) bool { return len(theme.Wrap(part+key, width)) <= most }
	short, ok := cutBehindSentence(text, fits)
	if !ok {
		wrapped := theme.Wrap(text, width)
		rest := strings.Fields(strings.Join(wrapped[:min(most, len(wrapped))], " "))
		for short = strings.Join(rest, " "); len(rest) > 1 && !fits(short); short = strings.Join(rest, " ") {
			rest = rest[:len(rest)-1]
		}
	}
	return theme.Hang(head, ink.Render(short)+s.t.Dim.Render(key), s.w)
}

// cutBehindSentence is the longest beginning of a text that ends with a sentence
// and fits; ok is false if there is none.
func cutBehindSentence(text string, fits func(string) bool) (begin string, ok bool) {
	for i := range text {
		if i > 0 && text[i] == ' ' && strings.ContainsRune(".?!:", rune(text[i-1])) && fits(text[:i]) {
			begin, ok = text[:i], true
		}
	}
	return begin, ok
}

// hidden is how many lines of the page are above the first that is drawn; empty
// ones do not count.
func (s *stepLayout) hidden(top int) int {
	n := 0
	for _, l := range s.lines[:top] {
		if l != "" {
			n++
		}
	}
	return n
}
