package desk

import (
	"cmp"
	"slices"

	"lotse/ui/desk/room"
)

// hintGroup is a group of hints in the help.
type hintGroup struct {
	title string
	hints []room.Hint
}

// hints are the hints of the help line: every key in it works now.
func (m *model) hints() []room.Hint {
	switch {
	case m.ignoresKeys():
		return []room.Hint{{"ctrl+c", m.t.Help.Quit}}
	case m.over != nil:
		return m.over.Keys()
	case m.running != nil && m.running.shown:
		return m.workHints()
	}
	var line []*binding
	m.activeGroups(func(s *keyGroup) bool {
		for i := range s.keys {
			b := &s.keys[i]
			if m.isShown(b) && (s.exclusive && !b.folded || b.line != 0) && !slices.ContainsFunc(line, func(o *binding) bool { return o.shown(true) == b.shown(true) || o.key != "" && o.key == b.key }) {
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

// isShown reports whether a key works now and has a description.
func (m *model) isShown(b *binding) bool { return b.does != "" && (b.applies == nil || b.applies(m)) }

// free reports whether letters act as keys: no text is being typed.
func (m *model) free() bool {
	p := m.page
	return p == nil || !p.live() || !p.widget.Typing()
}

// allKeys are the keys of the help overlay, by group.
func (m *model) allKeys() []hintGroup {
	var out []hintGroup
	free := m.free()
	m.activeGroups(func(s *keyGroup) bool {
		var hints []room.Hint
		for i := range s.keys {
			if b := &s.keys[i]; m.isShown(b) && (free || b.key != "" || s.exclusive) {
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
