package room

// Scroll is the place in a text that is longer than what is drawn of it.
type Scroll struct {
	top  int // the first line that is drawn
	rows int // how many were drawn last
	all  int // of how many
}

// Key moves by a line or a page, and reports whether the key does that.
func (s *Scroll) Key(k string) bool {
	page := max(s.rows-2, 1)
	by, ok := map[string]int{"down": 1, "up": -1, "pgdown": page, "space": page, "pgup": -page}[k]
	s.top = max(s.top+by, 0)
	return ok
}

// PageKey is Key for the keys of pages alone, where up and down are a choice's.
func (s *Scroll) PageKey(k string) bool { return (k == "pgup" || k == "pgdown") && s.Key(k) }

// Wheel moves by a number of lines.
func (s *Scroll) Wheel(by int) { s.top = max(s.top+by, 0) }

// Rest is the lines from the first that is drawn on, of which so many rows have
// room: a box cuts what is more, and says so.
func (s *Scroll) Rest(lines []string, rows int) []string {
	s.rows, s.all = max(rows, 1), len(lines)
	s.top = min(s.top, max(s.all-s.rows, 0))
	return lines[s.top:]
}

// Part is the lines that have room.
func (s *Scroll) Part(lines []string, rows int) []string {
	rest := s.Rest(lines, rows)
	return rest[:min(s.rows, len(rest))]
}

// Shows records a part that was drawn without Rest or Part: so many rows from a
// first one, of all.
func (s *Scroll) Shows(top, rows, all int) { s.top, s.rows, s.all = top, rows, all }

// More reports whether there are lines above and below those that were drawn.
func (s *Scroll) More() (above, below bool) { return s.top > 0, s.top+s.rows < s.all }

// Scrolls reports whether there is more than was drawn.
func (s *Scroll) Scrolls() bool { return s.all > s.rows }
