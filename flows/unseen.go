package flows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unseen finds the first character of a secret that nobody sees, or takes for
// another one: what is shown as nothing, a line break, a blank other than the
// plain one, and any blank at an end. n counts from 1. A secret that is no text
// has none.
func Unseen(secret string) (n int, c rune, ok bool) {
	if !utf8.ValidString(secret) {
		return 0, 0, false
	}
	inner := len(strings.TrimRight(secret, " "))
	for i, c := range secret {
		n++
		if isUnsafe(c) || unicode.IsSpace(c) && (c != ' ' || i == 0 || i >= inner) {
			return n, c, true
		}
	}
	return 0, 0, false
}

// SecretOf gives the secret that a person meant by a text that was typed or
// pasted, and what there is to say of it: what was taken off, and what in it
// nobody sees. The zero Message says that there is nothing.
func SecretOf(text string) (clean string, said Message) {
	clean, removed := Normalise(TypeSecret, text, false)
	if removed.Any() {
		said = removed.Problem().Message
	}
	p, found := UnseenProblem(clean)
	switch {
	case !found:
	case said.IsZero():
		said = p.Message
	default:
		said = Joined("joined.sentence", said, p.Message)
	}
	return clean, said
}

// UnseenProblem says that a secret has a character that nobody sees: a warn with
// code secret_unseen. It stays in the secret: a secret is what it is, byte by
// byte. ok is false where there is none.
func UnseenProblem(secret string) (p Problem, ok bool) {
	n, c, ok := Unseen(secret)
	if !ok {
		return p, false
	}
	return problem("secret_unseen", Warn, "n", n, "point", CodePoint(c)), true
}
