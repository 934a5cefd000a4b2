package tty

import "time"

// Soon is how fast the letters of a word follow each other; what comes later is
// a key of its own.
const Soon = 400 * time.Millisecond

// Burst is how many letters came one behind the other, where nothing is typed, as
// fast as words are typed. Who goes one enter too far types a name onto a choice:
// its letters must not act as keys, nor become the reason of what they opened.
type Burst struct {
	n  int
	at time.Time // of the last one
}

// Hasty reports whether a key, with the text that it types, belongs to a word
// that is typed where nothing is typed; letter tells which letters would act. The
// first letter of a word cannot be known as one.
func (b *Burst) Hasty(k, text string, typing bool, now time.Time, letter func(k string) bool) bool {
	soon := b.n > 0 && now.Sub(b.at) < Soon
	word := soon && b.n > 1
	number := len(k) == 1 && k[0] >= '1' && k[0] <= '9'
	switch {
	case typing, text == "":
		*b = Burst{}
		return word && !typing && k == "enter" // the end of the word
	case !word && (number || k == "/" || k == "space"):
		return soon && k == "space"
	case !soon:
		b.n = 0
	}
	b.n, b.at = b.n+1, now
	return word && number || soon && letter(k)
}
