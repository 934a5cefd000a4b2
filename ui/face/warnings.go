package face

import (
	"lotse/flows"
	"lotse/flows/words"
)

// Warnings is the number of a run's warnings in words, in a language; "" if
// there are none. n is nil if an older version stored the run, which did not
// count them.
func Warnings(lang string, n *int) string {
	switch {
	case n == nil:
		return words.Say(lang, flows.Msg("dialogue.warnings_uncounted"))
	case *n == 0:
		return ""
	}
	return words.Say(lang, flows.Msg("dialogue.warnings", "n", *n))
}
