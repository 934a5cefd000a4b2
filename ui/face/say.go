package face

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

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

// Capital begins a sentence.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Told says a message of the dialogue: its own sentence in the person's language,
// and what the run says in it in the run's.
func Told(own, run string, m flows.Message) string {
	for name, arg := range m.Args {
		if inner, ok := arg.(flows.Message); ok && OfRun(inner.Code) {
			m = m.With(name, words.Say(run, inner))
		}
	}
	return strings.ReplaceAll(words.Say(own, m), "?: ", "? ") // a label may be a question
}

// OfRun reports whether a message is one of a run: a problem, whose code is bare,
// or what a check found.
func OfRun(code string) bool {
	area, _, inArea := strings.Cut(code, ".")
	return !inArea || area == "check"
}
