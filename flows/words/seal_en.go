package words

// sealEnglish says what was changed in a file that was signed, and what is wrong
// with the key that signs.
func sealEnglish() table {
	return table{
		// what is no such file
		"seal.none":  "This file has no signature of Lotse: either it never had one, as CSV and plain text never do, or it was cut off or taken out. Nothing can be proven about it.",
		"seal.large": "A signed file has at most {limit} MiB; this one is larger.",
		"seal.newer": "This file was signed by a newer Lotse, in form {version}. Verify it with a newer program.",

		// what was changed
		"seal.seal_changed":  "The signature itself was changed, in line {line}.",
		"seal.body_changed":  "It is not what was signed. Where it was changed cannot be told.",
		"seal.line_changed":  "Line {line} is the first that was changed. {reads}",
		"seal.line_moved":    "From line {line} on, {n} lines stand in another order. {reads}",
		"seal.lines_added":   "{n} {n:line was|lines were} added at line {line}. {reads}",
		"seal.lines_gone":    "Before line {line}, {n} {n:line is|lines are} missing.",
		"seal.reads":         "It now reads: \"{text}\".",
		"seal.reads_nothing": "It is empty now.",
		"seal.line_ends":     "Its line ends were changed, as a mail program or an editor does. Apart from them it is what was signed.",
		"seal.mark":          "A byte order mark was put before its first character, as an editor does. Apart from it, it is what was signed.",
		"seal.mark_and_ends": "Its line ends were changed, and a byte order mark was put before its first character, as an editor does. Apart from them it is what was signed.",
		"seal.cut":           "Its end is missing.",
		"seal.behind":        "From line {line} on, something follows the signature, where nothing belongs.",
		"seal.two":           "There is a second signature, in line {line}.",
		"seal.head":          "The chain of its events does not lead to the head that was signed.",

		// the key that signs
		"signing.damaged":   "\"{file}\" does not hold the key that signs, as it was written. Put a copy of the right one there, or move the file away: then the next signature makes a new key.",
		"signing.open":      "Others may use the key that signs, \"{file}\". Nothing is signed with it until the file is closed to everybody but you.",
		"signing.unread":    "The key that signs, \"{file}\", cannot be read: {why}.",
		"signing.unwritten": "The key that signs, \"{file}\", cannot be written: {why}.",
		"signing.missing":   "The key that has signed so far, \"{file}\", is missing. Put a copy of it there if you have one; otherwise the next signature makes a new key.",
		"signing.other":     "The key that signs, \"{file}\", is not the one that has signed so far. What is signed from now on has other words.",
	}
}
