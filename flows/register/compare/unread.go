package compare

// count counts the rows of a side of which something is held against nothing. A
// code is not among them: that it is not read is a finding of its row.
func (s *side) count(m marks) {
	for k, of := range [len(fields)]marks{1: idUnread, 2: nameUnread, 3: barredUnread} {
		if m.has(of) {
			s.unread[k]++
		}
	}
}

// unread are the places of which rows are held against nothing, with how many.
// Rows that are left out and may be cards have a code that nobody looked at.
func (c *comparison) unread() map[Place]int {
	all := map[Place]int{}
	for i, name := range []Side{Left, Right} {
		s := c.sides[i]
		s.unread[0] += s.normalized.uncertain.N
		for k, rows := range s.unread {
			if rows > 0 {
				all[Place{name, fields[k]}] = rows
			}
		}
	}
	return all
}
