package words

// cmdTranslateEnglish is what translate says, and why it does not.
func cmdTranslateEnglish() table {
	return table{
		"cmd.short_translate":      "Writes the translation of a procedure: what is there, changed or missing",
		"cmd.long_translate":       "Writes the file that translates a procedure, in the order of the procedure. What is translated stays as it is, with your comments. Where a text has changed since, the old and the new one stand above it; what is missing is ready to be filled in; what the procedure no longer has is kept in a comment at the end. Of a folder or a pack it writes that of every procedure in it. It goes to stdout unless you say where.",
		"cmd.flag_translate_write": "write it beside the procedure, over what is there",
		"cmd.translate_both":       "--write names the file already: leave out -o.",
		"cmd.translate_several":    "In {folder} are {n} procedures, and each has a file of its own: add --write, or name one of their files.",
		"cmd.translated":           "Translated: {fresh}; changed since: {stale}; missing: {missing}; no longer in the procedure: {gone}.",
		"translate.language":       "{procedure} cannot be translated into {lang}: name a language other than its own, such as de.",
		"translate.form":           "{file}, line {line}: more than one translation stands on this line. Give each a line of its own.",
	}
}
