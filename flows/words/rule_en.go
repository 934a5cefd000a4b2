package words

// ruleEnglish says what the named rules are, to whoever writes procedures.
func ruleEnglish() table {
	return table{
		"rule.max-length":         "At most this many characters.",
		"rule.min-length":         "At least this many characters.",
		"rule.no-spaces":          "No spaces inside.",
		"rule.digits":             "Only digits.",
		"rule.pattern":            "The whole answer matches a pattern (RE2).",
		"rule.one-of":             "One of these values, separated by commas.",
		"rule.at-least":           "Not smaller than this number.",
		"rule.at-most":            "Not larger than this number.",
		"rule.https":              "A web address with https.",
		"rule.shared-mailbox":     "An address that does not look like it belongs to one person.",
		"rule.not-past":           "A date that is today or later.",
		"rule.free-mail":          "No address at a provider of private mailboxes.",
		"rule.known-typo":         "No misspelt domain of a well-known provider; proposes the right one.",
		"rule.look-alike":         "No letters that merely look like plain ones, and no word that mixes two alphabets.",
		"rule.currency":           "The ISO 4217 code of a currency in use, in capitals.",
		"rule.business-id-fi":     "A Finnish business ID (Y-tunnus) with its check digit; the VAT form FI12345678 is taken too.",
		"rule.guid":               "A GUID of 32 hexadecimal digits with four hyphens, not all zero.",
		"rule.relationship-once":  "A web address pasted once, not twice in a row.",
		"rule.relationship-shape": "The form of a Microsoft reseller relationship link: host, parameters, ids.",
		"rule.rackbeat-key":       "The form of a Rackbeat API key: three parts with dots between them.",
		"rule.wanted":             "An answer is wanted but not required; use it with the level warn.",
		"rule.number-series":      "A number of a series (5000, RB-100), or a range of them (5000-5999). The function series_apart compares such numbers.",

		"rule.most_characters":  "the largest number of characters",
		"rule.least_characters": "the smallest number of characters",
		"rule.pattern_argument": "the pattern",
		"rule.values":           "the values",
		"rule.least_number":     "the smallest number",
		"rule.largest_number":   "the largest number",

		"rule.no_pattern": "This is not a pattern: {detail}.",
		"rule.no_count":   "\"{value}\" is not a whole number from 1 to {max}.",
		"rule.no_number":  "\"{value}\" is not a number.",
		"rule.no_values":  "It names no values.",
	}
}
