package flows

import "strings"

// Message is the sentence for a code in a language, with {name} replaced by the
// arguments; English stands in where there is no translation, and the code
// itself where there is no sentence.
func Message(lang, code string, args map[string]string) string {
	sentence, ok := sentences[lang][code]
	if !ok {
		sentence, ok = sentences["en"][code]
	}
	if !ok {
		return code
	}
	return insert(sentence, args)
}

// insert replaces {name} in a sentence; a name without an argument stays.
func insert(sentence string, args map[string]string) string {
	if len(args) == 0 || !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := args[name]
		if !closed || !known {
			b.WriteByte('{')
			sentence = rest
			continue
		}
		b.WriteString(value)
		sentence = after
	}
}

// sentences are what a person reads, by language and code. One has about 60
// columns on a screen; it names the thing and the way out.
var sentences = map[string]map[string]string{"en": {
	// answers
	"required":      "Not answered yet.",
	"wanted":        "No answer: add one, or accept that with a reason.",
	"normalised":    "Removed: {what}.",
	"too_long":      "Too long: {size} bytes, at most {limit} are kept.",
	"not_text":      "Not a text: give one answer, not a list.",
	"number":        "Not a number: write it like 12 or 12,5.",
	"date":          "Not a date: write 24.11.2026, 24.11., +3d or monday.",
	"choice":        "Not an option: choose one of {options}.",
	"choices":       "{value} is no option: choose from {options}.",
	"url":           "Not a web address: it begins with https:// or http://.",
	"url_user":      "It has a user in it: take out what stands before the @.",
	"code":          "Blanks inside: a code has none.",
	"file":          "Not a kept file: add it as a file.",
	"secret":        "A secret: enter it in its own field, never as text.",
	"email":         "{value} is no e-mail address: write name@example.org.",
	"email_name":    "Only the address, without the name and the < >.",
	"email_dot":     "The part after @ needs a dot, as in example.org.",
	"email_domain":  "{value}: the part after @ is no valid domain.",
	"email_long":    "{value}: too long for an e-mail address.",
	"email_unicode": "{value}: letters before @ that many mail systems refuse.",

	// what was removed from an answer
	"removed_ends":      "blanks at the ends",
	"removed_breaks":    "line breaks (now spaces)",
	"removed_spaces":    "special spaces (now plain ones)",
	"removed_invisible": "invisible characters ({n})",
	"removed_direction": "characters that turn the writing ({n})",

	// named rules
	"max-length":     "Too long: {length} characters, at most {max}.",
	"min-length":     "Too short: {length} characters, at least {min}.",
	"no-spaces":      "Blanks inside: take them out.",
	"digits":         "Not digits alone: {value}.",
	"pattern":        "Not in the expected form: {value}.",
	"one-of":         "It has to be {values}.",
	"at-least":       "Too small: at least {min}.",
	"at-most":        "Too large: at most {max}.",
	"https":          "Not encrypted: the address has to begin with https://.",
	"shared-mailbox": "{value} looks like one person's: better a shared mailbox.",
	"not-past":       "{value} is in the past.",

	// rules over several answers
	"require": "This does not fit the other answers.",

	// steps, lists, tasks, checks, waits, gates
	"unticked":    "Not done yet: do it, then tick it off.",
	"evidence":    "Proof is missing: add {evidence}.",
	"read":        "To be read: completing the step says that you did.",
	"look_again":  "Look at it again: what it rests on has changed.",
	"duplicate":   "{value} is there twice: keep one of them.",
	"min":         "{rows} of at least {min}: add {missing} more.",
	"max":         "{rows} rows, at most {max}: remove {surplus}.",
	"many_rows":   "{rows} rows: above {limit} the screen gets slow.",
	"failed":      "The check failed: mend what it names and run it again.",
	"warned":      "The check found something: look at it, or accept it.",
	"unknown":     "Not checked: run it, or accept that with a reason.",
	"stale":       "An answer changed since the check: run it again.",
	"not_built":   "This comes with a later version: do it by hand.",
	"not_sent":    "Not sent yet.",
	"waiting":     "Waiting for {for}.",
	"gate_closed": "Point of no return: type {word} to pass.",
	"condition":   "Not fulfilled: {text}",
}}
