package face

import (
	"lotse/flows"
	"lotse/flows/words"
)

// Warnings counts the warnings of a run in words, in a language; "" where there are
// none. Nil is what an older version stored, which did not count them.
func Warnings(lang string, n *int) string {
	switch {
	case n == nil:
		return words.Say(lang, flows.Msg("dialogue.warnings_uncounted"))
	case *n == 0:
		return ""
	}
	return words.Say(lang, flows.Msg("dialogue.warnings", "n", *n))
}
