package desk

import (
	"cmp"
	"slices"

	"lotse/ui/desk/room"
)

// group of hints in the help.
type hintGroup struct {
	title string
	hints []room.Hint
}

// hints are what the help line says: every key in it is true at this moment.
func (m *model) hints() []room.Hint {
	switch {
	case m.deaf():
		return []room.Hint{{"ctrl+c", m.t.Help.Quit}}
	case m.over != nil:
		return m.over.Keys()
	}
	var line []*binding
	m.spots(func(s *spot) bool {
		for i := range s.keys {
			b := &s.keys[i]
			if m.isShown(b) && (s.here && !b.folded || b.line > 0) && !slices.ContainsFunc(line, func(o *binding) bool { return o.shown(true) == b.shown(true) || o.key != "" && o.key == b.key }) {
				line = append(line, b)
			}
		}
		return true
	})
	slices.SortStableFunc(line, func(a, b *binding) int { return cmp.Compare(a.line, b.line) })
	var out []room.Hint
	for _, b := range line {
		out = append(out, room.Hint{cmp.Or(b.key, b.letter), b.does})
	}
	return out
}

// isShown reports whether a key is true now and has words.
func (m *model) isShown(b *binding) bool { return b.does != "" && (b.there == nil || b.there(m)) }

// free reports whether letters act: nothing is typed.
func (m *model) free() bool {
	p := m.page
	return p == nil || !p.live() || !p.widget.Typing()
}

// allKeys are the keys of the help overlay, by group.
func (m *model) allKeys() []hintGroup {
	var out []hintGroup
	free := m.free()
	m.spots(func(s *spot) bool {
		var hints []room.Hint
		for i := range s.keys {
			if b := &s.keys[i]; m.isShown(b) && (free || b.key != "" || s.here) {
				hints = append(hints, room.Hint{b.shown(free), b.does})
			}
		}
		if len(hints) > 0 {
			out = append(out, hintGroup{s.group, hints})
		}
		return true
	})
	return out
}
