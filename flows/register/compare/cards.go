package compare

// shelf holds the cards of a register: their values one after the other in long
// texts, which the strings that it gives are parts of.
type shelf struct {
	spans  []span
	texts  []string
	open   []byte // of cards that stand in none of the texts yet
	since  int    // first of them
	closed int    // bytes of cards that were added before them
}

// span is where a card's values stand: code, business id and name, one after the
// other.
type span struct {
	at, row        uint32
	code, id, name uint32 // their lengths
	text           uint16 // which of the texts
	marks          marks
}

// marks are what is known of a row beside its values.
type marks uint8

const (
	barredMark marks = 1 << iota
	// What stands in the file is not what the system has: a value that a sheet
	// shows for an error, a sign that could not be read. It is shown, and is
	// neither a key nor held against anything.
	codeUnread
	idUnread
	nameUnread
	barredUnread // nobody knows whether it is barred
)

// ofBarred are the marks that the column of who is barred makes.
const ofBarred = barredMark | barredUnread

func (m marks) has(n marks) bool { return m&n != 0 }

// barredIf is the mark of a row that is barred.
func barredIf(barred bool) marks {
	if barred {
		return barredMark
	}
	return 0
}

// shelfText is how long a text becomes.
const shelfText = 1 << 20

// size is how many bytes the values have that were added.
func (s *shelf) size() int { return s.closed + len(s.open) }

// add adds a card.
func (s *shelf) add(c *Card) {
	s.spans = append(s.spans, span{
		at: uint32(len(s.open)), row: uint32(c.Row), code: uint32(len(c.Code)), id: uint32(len(c.ID)), name: uint32(len(c.Name)), //nolint:gosec // a text has less, a file too
		text: uint16(len(s.texts)), marks: barredIf(c.IsBarred), //nolint:gosec // 2 GiB are 2,048 texts
	})
	s.open = append(append(append(s.open, c.Code...), c.ID...), c.Name...)
	if len(s.open) >= shelfText {
		s.close()
	}
}

// close makes a text of what was added.
func (s *shelf) close() {
	if len(s.spans) > s.since {
		s.closed += len(s.open)
		s.texts, s.open, s.since = append(s.texts, string(s.open)), s.open[:0], len(s.spans)
	}
}

// What a card has.
func (s *shelf) code(i int) string {
	p := &s.spans[i]
	return s.texts[p.text][p.at : p.at+p.code]
}

func (s *shelf) id(i int) string {
	p := &s.spans[i]
	return s.texts[p.text][p.at+p.code : p.at+p.code+p.id]
}

func (s *shelf) name(i int) string {
	p := &s.spans[i]
	at := p.at + p.code + p.id
	return s.texts[p.text][at : at+p.name]
}

func (s *shelf) row(i int) int       { return int(s.spans[i].row) }
func (s *shelf) isBarred(i int) bool { return s.spans[i].marks.has(barredMark) }

// isUnread reports whether a row has a mark of what is not read.
func (s *shelf) isUnread(i int, m marks) bool { return s.spans[i].marks.has(m) }

// Len counts the rows of data.
func (s *shelf) Len() int { return len(s.spans) }

// Card is the i-th row of data.
func (s *shelf) Card(i int) Card {
	return Card{Row: s.row(i), Code: s.code(i), ID: s.id(i), Name: s.name(i), IsBarred: s.isBarred(i)}
}
