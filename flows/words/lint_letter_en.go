package words

// lintLetterEnglish says what is wrong with a letter that a procedure brings
// along.
func lintLetterEnglish() table {
	return table{
		"thing.letter":             "the letter",
		"lint.letter_size":         "The letter has {size} bytes; it may have {limit} at most.",
		"lint.letter_subject":      "A letter begins with a line \"{subject} …\" and an empty line; then comes the text.",
		"lint.letter_syntax":       "This cannot be read: {part}",
		"lint.letter_end":          "An if, with or range is not closed, or a bracket is not: {part}",
		"lint.letter_part":         "This is not part of the language of letters: {part}",
		"lint.letter_range":        "A range goes through the rows of one list, as in range rows \"list\", and not within another range.",
		"lint.letter_name":         "There is no field and no function {name}{hint}",
		"lint.letter_secret":       "The letter tells the secret {name}: secrets never go into a letter. Whether it is there can be asked with has \"{name}\".",
		"lint.letter_bare":         "Here {name} needs a function: answer \"{name}\" for the answer, has \"{name}\" for whether there is one.",
		"lint.letter_arguments":    "The function {name} takes a different number of arguments: at least {takes}.",
		"lint.letter_pairs":        "The function {name} takes pairs: an option, and the text for it.",
		"lint.letter_quotes":       "This has to be a text in quotes, not {part}.",
		"lint.letter_cell":         "The column {name} can only be read inside a range, and not inside a with.",
		"lint.letter_dot":          "A dot alone is the value of a with: there is none here.",
		"lint.letter_option":       "\"{value}\" is not an option of {name}{hint}",
		"lint.letter_called":       "In a letter {{ {name} }} is a function, although there is a field {name} too: write answer \"{name}\" for the field.",
		"lint.letter_shadows":      "The letter {template} takes the place of one that comes with Lotse: give it another name unless you mean that.",
		"lint.letter_untranslated": "The letter {template} has no file {file}: it goes out in the language {lang} instead.",
	}
}
