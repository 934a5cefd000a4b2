package flows

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

const ruleWanted = "wanted"

// texts are the types that are one text.
var texts = []Type{TypeText, TypeEmail, TypeEmails, TypeURL, TypeCode}

// Rules are the named rules by name.
var Rules = map[string]RuleSpec{
	ruleWanted: {Name: ruleWanted, Doc: "An answer is wanted, though not required; give it the level warn.", check: nil},
	"max-length": {
		Name: "max-length", Doc: "At most so many characters.", Types: texts,
		Args:  []ArgSpec{{"max", "the most characters", fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) <= count0(args["max"]) }),
	},
	"min-length": {
		Name: "min-length", Doc: "At least so many characters.", Types: texts,
		Args:  []ArgSpec{{"min", "the least characters", fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) >= count0(args["min"]) }),
	},
	"no-spaces": {
		Name: "no-spaces", Doc: "No blanks inside.", Types: texts,
		check: textRule(func(s string, _ map[string]string) bool { return !strings.ContainsAny(s, " \n\t") }),
	},
	"digits": {
		Name: "digits", Doc: "Digits alone.", Types: texts,
		check: textRule(func(s string, _ map[string]string) bool { return strings.Trim(s, "0123456789") == "" }),
	},
	"pattern": {
		Name: "pattern", Doc: "The whole answer matches a pattern (RE2).", Types: texts,
		Args:  []ArgSpec{{"match", "the pattern", fitsPattern}},
		check: textRule(matches),
	},
	"one-of": {
		Name: "one-of", Doc: "One of these values, separated by commas.",
		Args: []ArgSpec{{"values", "the values", fitsSome}},
		check: textRule(func(s string, args map[string]string) bool {
			return slices.Contains(splitComma(args["values"]), s)
		}),
	},
	"at-least": {
		Name: "at-least", Doc: "Not smaller than this number.", Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"min", "the least number", fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n >= float0(args["min"]) }),
	},
	"at-most": {
		Name: "at-most", Doc: "Not larger than this number.", Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"max", "the largest number", fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n <= float0(args["max"]) }),
	},
	"https": {
		Name: "https", Doc: "A web address with https.", Types: []Type{TypeURL},
		check: textRule(func(s string, _ map[string]string) bool { return strings.HasPrefix(strings.ToLower(s), "https://") }),
	},
	"shared-mailbox": {
		Name: "shared-mailbox", Doc: "An address that does not look like one person's.", Types: addresses, Hint: true,
		check: textRule(func(s string, _ map[string]string) bool { return !looksPersonal(s) }),
	},
	"not-past": {
		Name: "not-past", Doc: "A date that is today or later.", Types: []Type{TypeDate},
		check: func(v Value, _ map[string]string, today time.Time) *breach {
			if s, _ := v.(string); s < today.Format(isoDate) {
				return breachOf("", "value", s)
			}
			return nil
		},
	},
	"free-mail": {
		Name: "free-mail", Doc: "No address at a provider of private mailboxes.", Types: addresses, Hint: true,
		check: finder(findFreeMail),
	},
	"known-typo": {
		Name: "known-typo", Doc: "No misspelt domain of a well-known provider; proposes the right one.", Types: addresses, Hint: true,
		check: finder(findTypo),
	},
	"look-alike": {
		Name: "look-alike", Doc: "No letters that only look like plain ones, and no word of two alphabets.", Types: texts, Hint: true,
		check: finder(findLookAlike),
	},
	"currency": {
		Name: "currency", Doc: "The ISO 4217 code of a currency in use, in capitals.", Types: []Type{TypeCode, TypeText},
		check: func(v Value, _ map[string]string, today time.Time) *breach { return findCurrency(Format(v), today) },
	},
	"business-id-fi": {
		Name: "business-id-fi", Doc: "A Finnish business ID (Y-tunnus) with its check digit; the VAT form FI12345678 is taken too.", Types: []Type{TypeCode, TypeText},
		check: finder(findBusinessID), normal: normalBusinessID,
	},
	ruleSeries: {
		Name: ruleSeries, Doc: "A number of a series (5000, RB-100), or a range of them (5000-5999). What series_apart reads.", Types: []Type{TypeCode, TypeText},
		check: finder(findSeries),
	},
	"guid": {
		Name: "guid", Doc: "A GUID of 32 hexadecimal digits with four hyphens, not all zero.", Types: []Type{TypeCode, TypeText},
		check: finder(findGUID), normal: strings.ToLower,
	},
	"relationship-once": {
		Name: "relationship-once", Doc: "A web address that was pasted once, not twice in a row.", Types: []Type{TypeURL},
		check: finder(findTwice),
	},
	"relationship-shape": {
		Name: "relationship-shape", Doc: "The form of a Microsoft reseller relationship link: host, parameters, ids.", Types: []Type{TypeURL}, Hint: true,
		check: finder(findRelationship),
	},
	"rackbeat-key": {
		Name: "rackbeat-key", Doc: "The form of a Rackbeat API key: three parts with dots between them.", Types: []Type{TypeSecret}, Hint: true,
		check: func(v Value, _ map[string]string, today time.Time) *breach { return findRackbeatKey(Format(v), today) },
	},
}

// addresses are the types that are e-mail addresses.
var addresses = []Type{TypeEmail, TypeEmails}
