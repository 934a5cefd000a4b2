package words

// cmdVerifyEnglish says what lotse verify proves of a file, and what lotse doctor
// sees of the key that signs.
func cmdVerifyEnglish() table {
	return table{
		"cmd.long_verify": "Of a run it recomputes the chain of events. Of a file that Lotse has signed (a report as HTML, Markdown, JSON or PDF, or a run that is handed over) it tells whether each byte is as it was written, and names the first line that is not; whose key signed it; and whether the chain of events in it, which HTML and JSON carry, leads to the head that was signed. That needs no database. A name with a dot or a slash, and one that is here as a file, is a FILE. The exit code is 0 when all is intact, 1 when something was changed, 2 when the file has no signature.",

		"cmd.verify_unchanged": "Unchanged since it was signed on {at}.",
		"cmd.verify_changed":   "Changed: {what}",
		"cmd.verify_event":     "The chain does not hold, at event {seq}: {what}",
		"cmd.verify_unsigned":  "Nothing is proven of this file, nor by whom it was written.",
		"cmd.verify_signed":    "The signature itself is true. What was signed on {at}:",
		"cmd.verify_report":    "A report on run {run}: {n} {n:event|events} up to head {head}.",
		"cmd.verify_capsule":   "Run {run}, as it was handed over: {n} {n:event|events} up to head {head}.",
		"cmd.verify_own":       "Signed by this installation, with key {key}. Its words: {words}.",
		"cmd.verify_unknown":   "Signed with a key that is not known here: {key}. Its words: {words}. Have whoever sent the file read theirs to you on the phone; lotse doctor names them.",
		"cmd.verify_chain":     "The chain of events in the file leads to this head.",
		"cmd.verify_no_chain":  "Not verified: the chain of events, which this file does not carry.",
		"cmd.verify_means":     "This proves that the holder of the key wrote it so, not that what it says is right.",
		"cmd.verify_both":      "\"{word}\" is a file here, and the id of a run begins with it. Write \"{path}\" for the file, or more of the id for the run.",
		"cmd.verify_unasked":   "Not looked up: whether the key is this installation's. {why}",

		"cmd.doctor_name_signing": "signatures",
		"cmd.doctor_signing":      "The key that signs is \"{file}\", of {at}; its four words: {words}. No backup has it. Key {key}.",
		"cmd.doctor_unsigned":     "Nothing was signed yet; the first report makes the key \"{file}\".",
		"cmd.doctor_signed_other": "It is not the key that has signed so far.",
	}
}
