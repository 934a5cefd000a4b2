package words

// typeEnglish are the sentences of the types of fields: form.TYPE is what is asked
// for, where the type says more than that it is a text, and the others are what
// is wrong with an answer.
func typeEnglish() table {
	return table{
		"form.secret": "a secret, not shown",
		"form.email":  "an e-mail address",
		"form.emails": "e-mail addresses with commas between",
		"form.url":    "a web address",
		"form.date":   "a date such as 24.11., +3d or friday",
		"form.number": "a number",
		"form.file":   "the path of a file",

		"number":        "Not a number: write it like 12 or 12,5.",
		"date":          "Not a date: write 24.11.2026, 24.11., +3d or monday.",
		"no_such_day":   "{value}: the calendar has no such day.",
		"choice":        "Not an option: choose one of {options}.",
		"choices":       "{value} is not an option: choose from {options}.",
		"url":           "Not a web address: it has to start with https:// or http://.",
		"url_user":      "It has a user in it: remove everything before the @.",
		"code":          "It has spaces in it: a code has none.",
		"file":          "Not a kept file: add it as a file.",
		"secret":        "A secret: enter it in its own field, never as text.",
		"email":         "{value} is not an e-mail address: write name@example.org.",
		"email_name":    "Only the address, without the name and the < >.",
		"email_dot":     "The part after @ needs a dot, as in example.org.",
		"email_domain":  "{value}: the part after @ is not a valid domain.",
		"email_long":    "{value}: too long for an e-mail address.",
		"email_unicode": "{value}: many mail systems refuse letters before @.",
	}
}
