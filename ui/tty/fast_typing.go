package tty

import "time"

// FastKeyInterval is the longest time between two letters of one typed word; a
// later key is a key of its own.
const FastKeyInterval = 400 * time.Millisecond

// FastTyping recognises a word that is typed where no text is expected, by how
// fast its letters follow each other. Somebody who presses enter once too
// often types a name onto a choice: its letters must not act as keys, nor
// become the text of what they opened.
type FastTyping struct {
	letters int
	last    time.Time
}

// InWord reports whether a key, which types text, belongs to such a word, and
// remembers it. typing says that text is expected; letter tells which letters
// act as keys. The first letter of a word cannot be recognised.
func (t *FastTyping) InWord(k, text string, typing bool, now time.Time, letter func(k string) bool) bool {
	soon := t.letters > 0 && now.Sub(t.last) < FastKeyInterval
	word := soon && t.letters > 1
	number := len(k) == 1 && k[0] >= '1' && k[0] <= '9'
	switch {
	case typing, text == "":
		*t = FastTyping{}
		return word && !typing && k == "enter" // the end of the word
	case !word && (number || k == "/" || k == "space"):
		return soon && k == "space"
	case !soon:
		t.letters = 0
	}
	t.letters, t.last = t.letters+1, now
	return word && number || soon && letter(k)
}
