package face

import (
	"errors"

	"lotse/flows"
	"lotse/flows/words"
)

// Sentence is what a person reads of an error, in a language: the message of a
// refusal, or the error itself where it is none.
func Sentence(lang string, err error) string {
	var r *flows.Refusal
	switch {
	case err == nil:
		return ""
	case errors.As(err, &r) && !r.Message.IsZero():
		return words.Say(lang, r.Placed())
	}
	return flows.CleanLine(err.Error())
}
