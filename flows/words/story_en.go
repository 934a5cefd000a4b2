package words

// storyEnglish says what is wrong in a story that a procedure is proved by.
func storyEnglish() table {
	return table{
		"story.bad":        "The story {file} cannot be read, line {line}: {why}",
		"story.lacks":      "A story needs {keys}.",
		"story.no_key":     "A story has no {key}. It has: {keys}.",
		"story.acts":       "Acts are a list.",
		"story.alone":      "\"{word}\" does not stand alone: only undo and kill do.",
		"story.verbs":      "An act has one verb, not {verb} and {other}: make two acts of it.",
		"story.no_act_key": "An act has no {key}.",
		"story.needs":      "{verb} needs {key}.",
		"story.not_with":   "{key} does not go with {verb}.",
		"story.one_thing":  "{verb} is about one thing: make several acts of it.",
		"story.together":   "changes and then belong together.",
		"story.why":        "why belongs to warnings: accept.",
		"story.one_of":     "{key} is one of {words}, not \"{value}\".",
		"story.names":      "Names with values are needed here.",
		"story.text":       "A text is needed here.",
		"story.rotate":     "rotate has one of users, value, confirm and give_up.",
	}
}
