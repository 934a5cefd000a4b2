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

// textsAndSecrets are those and a secret, of which only what is wrong is kept.
var textsAndSecrets = append(texts[:len(texts):len(texts)], TypeSecret)

// Rules are the named rules by name.
var Rules = map[string]RuleSpec{
	ruleWanted: {Name: ruleWanted, Doc: Msg("rule.wanted"), check: nil},
	"max-length": {
		Name: "max-length", Doc: Msg("rule.max-length"), Types: textsAndSecrets,
		Args:  []ArgSpec{{"max", Msg("rule.most_characters"), fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) <= count0(args["max"]) }),
	},
	"min-length": {
		Name: "min-length", Doc: Msg("rule.min-length"), Types: textsAndSecrets,
		Args:  []ArgSpec{{"min", Msg("rule.least_characters"), fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) >= count0(args["min"]) }),
	},
	"no-spaces": {
		Name: "no-spaces", Doc: Msg("rule.no-spaces"), Types: textsAndSecrets,
		check: textRule(func(s string, _ map[string]string) bool { return !strings.ContainsAny(s, " \n\t") }),
	},
	"digits": {
		Name: "digits", Doc: Msg("rule.digits"), Types: textsAndSecrets, ofSecret: "digits_secret",
		check: textRule(func(s string, _ map[string]string) bool { return strings.Trim(s, "0123456789") == "" }),
	},
	"pattern": {
		Name: "pattern", Doc: Msg("rule.pattern"), Types: textsAndSecrets, ofSecret: "pattern_secret",
		Args:  []ArgSpec{{"match", Msg("rule.pattern_argument"), fitsPattern}},
		check: textRule(matches),
	},
	"one-of": {
		Name: "one-of", Doc: Msg("rule.one-of"),
		Args: []ArgSpec{{"values", Msg("rule.values"), fitsSome}},
		check: textRule(func(s string, args map[string]string) bool {
			return slices.Contains(splitComma(args["values"]), s)
		}),
	},
	"at-least": {
		Name: "at-least", Doc: Msg("rule.at-least"), Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"min", Msg("rule.least_number"), fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n >= float0(args["min"]) }),
	},
	"at-most": {
		Name: "at-most", Doc: Msg("rule.at-most"), Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"max", Msg("rule.largest_number"), fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n <= float0(args["max"]) }),
	},
	"https": {
		Name: "https", Doc: Msg("rule.https"), Types: []Type{TypeURL},
		check: textRule(func(s string, _ map[string]string) bool { return strings.HasPrefix(strings.ToLower(s), "https://") }),
	},
	"shared-mailbox": {
		Name: "shared-mailbox", Doc: Msg("rule.shared-mailbox"), Types: addresses, Hint: true,
		check: textRule(func(s string, _ map[string]string) bool { return !looksPersonal(s) }),
	},
	"not-past": {
		Name: "not-past", Doc: Msg("rule.not-past"), Types: []Type{TypeDate},
		check: func(v Value, _ map[string]string, today time.Time) *violation {
			if s, _ := v.(string); s < today.Format(isoDate) {
				return newViolation("", "value", s)
			}
			return nil
		},
	},
	"free-mail": {
		Name: "free-mail", Doc: Msg("rule.free-mail"), Types: addresses, Hint: true,
		check: finder(findFreeMail),
	},
	"known-typo": {
		Name: "known-typo", Doc: Msg("rule.known-typo"), Types: addresses, Hint: true,
		check: finder(findTypo),
	},
	"look-alike": {
		Name: "look-alike", Doc: Msg("rule.look-alike"), Types: texts, Hint: true,
		check: finder(findLookAlike),
	},
	"currency": {
		Name: "currency", Doc: Msg("rule.currency"), Types: []Type{TypeCode, TypeText},
		check: func(v Value, _ map[string]string, today time.Time) *violation { return findCurrency(Format(v), today) },
	},
	"business-id-fi": {
		Name: "business-id-fi", Doc: Msg("rule.business-id-fi"), Types: []Type{TypeCode, TypeText},
		check: finder(findBusinessID), normal: normalBusinessID,
	},
	ruleSeries: {
		Name: ruleSeries, Doc: Msg("rule.number-series"), Types: []Type{TypeCode, TypeText},
		check: finder(findSeries),
	},
	"guid": {
		Name: "guid", Doc: Msg("rule.guid"), Types: []Type{TypeCode, TypeText},
		check: finder(findGUID), normal: strings.ToLower,
	},
	"relationship-once": {
		Name: "relationship-once", Doc: Msg("rule.relationship-once"), Types: []Type{TypeURL},
		check: finder(findTwice),
	},
	"relationship-shape": {
		Name: "relationship-shape", Doc: Msg("rule.relationship-shape"), Types: []Type{TypeURL}, Hint: true,
		check: finder(findRelationship),
	},
	"rackbeat-key": {
		Name: "rackbeat-key", Doc: Msg("rule.rackbeat-key"), Types: []Type{TypeSecret}, Hint: true,
		check: func(v Value, _ map[string]string, today time.Time) *violation {
			return findRackbeatKey(Format(v), today)
		},
	},
}

// addresses are the types that are e-mail addresses.
var addresses = []Type{TypeEmail, TypeEmails}
