package words

// moveFaceEnglish says what the dialogue and its faces say of a move to another
// version.
func moveFaceEnglish() table {
	return table{
		"move.none":       "There is no other version of this procedure here.",
		"move.busy":       "Something is still under way in this run. Move it once that has ended.",
		"move.typed":      "What is typed at {what} has no place in version {to}. Enter it or clear it first.",
		"move.elsewhere":  "Another program moved the run to version {to} of its procedure.",
		"move.typed_kept": "What is typed at {what} has no place there. It is kept for a version that has one.",
		"move.newer":      "Version {to} of this procedure is there.",
		"move.newer_key":  "Version {to} of this procedure is there: u shows what a move does.",
		"move.newer_word": "Version {to} of this procedure is there: move says what a move to it does.",

		"move.title":       "Move to version {to}?",
		"move.title_shelf": "What has no place in version {version}",
		"move.edition":     "version {version} ({digest})",
		"move.edition_of":  "version {version} of {origin} ({digest})",
		"move.from_to":     "From {from} to {to}",
		"move.way_back":    "ctrl+z does not take a move back: u moves the run to the version before.",
		"move.line_back":   "undo does not take a move back: move {version} does.",
		"move.key":         "another version",
		"move.key_do":      "move",
		"move.key_leave":   "leave it",
		"move.key_other":   "other version",

		// in line mode
		"move.help": "move: says what a move to another version of the procedure does, and asks; with a number to that version.",
		"move.ask":  "Move the run to version {to}? yes, or enter leaves it.",
		"move.left": "It stays at version {version}.",
	}
}
