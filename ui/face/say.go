package face

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/words"
)

// Sentence is an error in a language, for a person: the message of a refusal,
// else what flows.Reason says of it.
func Sentence(lang string, err error) string {
	var r *flows.Refusal
	switch {
	case err == nil:
		return ""
	case errors.As(err, &r) && !r.Message.IsZero():
		return words.Say(lang, r.Placed())
	}
	return words.Say(lang, flows.Reason(err))
}

// Capital is a text with its first letter in upper case.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// MessageText is a message of the dialogue as text: in the person's language
// own, but the parts that come from the run in the run's language.
func MessageText(own, run string, m flows.Message) string {
	for name, arg := range m.Args {
		if inner, ok := arg.(flows.Message); ok && IsRunMessage(inner.Code) {
			m = m.With(name, words.Say(run, inner))
		}
	}
	return strings.ReplaceAll(words.Say(own, m), "?: ", "? ") // a label may be a question
}

// IsRunMessage reports whether a code is that of a message from a run: a
// problem, whose code has no area, or a finding of a check.
func IsRunMessage(code string) bool {
	area, _, inArea := strings.Cut(code, ".")
	return !inArea || area == "check"
}
