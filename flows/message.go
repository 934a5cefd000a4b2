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

	"free-mail":            "{domain} gives mailboxes to anybody: better the company's own.",
	"known-typo":           "{domain}: is {known} meant?",
	"look-alike":           "Character {n} is {char} ({point}), it only looks like {plain}.",
	"currency":             "{value} is no currency of ISO 4217: write EUR or the like.",
	"currency_case":        "{value}: write it in capitals, {code}.",
	"currency_ended":       "{value} has ended on {date}: {after} came after it.",
	"currency_no_money":    "{value} is a code of ISO 4217, but no money in use.",
	"business-id-fi":       "{value} is no Finnish business ID: write 1234567-8.",
	"business_id_digit":    "{value}: the check digit {digit} does not fit: a slip?",
	"business_id_never":    "{value}: such a business ID is never issued; look at it again.",
	"guid":                 "{value} is no GUID: 8-4-4-4-12 digits and letters a to f.",
	"guid_zero":            "The GUID is all zeros: that stands for none.",
	"relationship-once":    "The address stands there twice: paste it once.",
	"rackbeat-key":         "{parts} parts: a Rackbeat key has 3, with dots. Copy it all.",
	"rackbeat_key_bearer":  "It begins with Bearer: paste the key alone.",
	"rackbeat_key_part":    "Part {n} cannot be read: is the key copied whole?",
	"rackbeat_key_expired": "By its own date the key has ended on {date}.",

	// a reseller relationship link, part by part
	"relationship-shape":      "The link has not the usual form.",
	"relationship_unreadable": "The link cannot be read.",
	"relationship_amp":        "It has &amp; in it: copy it from the page, not its source.",
	"relationship_escape":     "It has {value} in it: take out the backslashes.",
	"relationship_break":      "It has a line break in it: copy it in one piece.",
	"relationship_scheme":     "It begins with {value}, not with https.",
	"relationship_host":       "It goes to {value}, not to admin.microsoft.com.",
	"relationship_wrapped":    "{value} wraps the link: open it, copy where it leads to.",
	"relationship_path":       "The path is {value}, not /Adminportal/Home.",
	"relationship_order":      "The parameters stand after the #: they belong before it.",
	"relationship_missing":    "{part} is missing.",
	"relationship_invitation": "invType {value} is not (Indirect)ResellerRelationship.",
	"relationship_guid":       "{part} is no GUID: {value}.",
	"relationship_zero":       "{part} is zero: that stands for none.",
	"relationship_digits":     "msppId is made of digits: {value}.",
	"relationship_direct":     "indirectCSPId, but the link names no indirect provider.",
	"relationship_same":       "indirectCSPId is the same as partnerId: one is the wrong one.",
	"relationship_unknown":    "The parameter {value} is not known in such a link.",
	"relationship_double":     "The parameter {value} stands there twice.",
	"relationship_fragment":   "After the # stands {value}, not partner-invitation.",

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
