package words

// eventEnglish says what happened in a run: lotse log. Who did it, and when,
// stands beside.
func eventEnglish() table {
	return table{
		"event.brought":  "{by}, brought by {writer}",
		"event.started":  "A run of {procedure}, version {version}, was started for {customer}.",
		"event.language": "The language of the run became {lang}.",

		"event.answered":       "\"{item}\" was answered with \"{value}\".",
		"event.cleared":        "The answer to \"{item}\" was cleared.",
		"event.secret":         "The secret of \"{item}\" was given.",
		"event.secret_cleared": "The secret of \"{item}\" was cleared.",
		"event.undone":         "Event {seq} was taken back.",
		"event.undone_item":    "Event {seq}, on \"{item}\", was taken back.",
		"event.stale":          "To be looked at again: {steps}.",

		"event.row_added":    "Row {row} was added to \"{item}\".",
		"event.row_removed":  "Row {row} was removed from \"{item}\".",
		"event.cell":         "\"{column}\" in row {row} of \"{item}\" was answered with \"{value}\".",
		"event.cell_cleared": "The answer to \"{column}\" in row {row} of \"{item}\" was cleared.",
		"event.rows":         "\"{item}\" got {n} {n:row|rows}, replacing the ones before.",
		"event.rows_added":   "\"{item}\" got {n} {n:row|rows} more.",
		"event.rows_file":    "They came from the file {file}.",

		"event.ticked":       "\"{item}\" was ticked off.",
		"event.ticked_row":   "\"{column}\" in row {row} of \"{item}\" was ticked off.",
		"event.unticked":     "The tick at \"{item}\" was taken back.",
		"event.unticked_row": "The tick at \"{column}\" in row {row} of \"{item}\" was taken back.",
		"event.evidence":     "The evidence is the file {file}.",
		"event.note":         "The evidence is this: \"{text}\".",

		"event.accepted": "The problem {problem} of \"{step}\" was accepted.",
		"event.noted":    "A note on \"{step}\": \"{text}\".",
		"event.left":     "{n} {n:warning was|warnings were} left as {n:it is|they are}: {problems}.",
		"event.done":     "The step \"{step}\" was completed.",
		"event.skipped":  "The step \"{step}\" was skipped.",
		"event.reopened": "The step \"{step}\" was opened again.",
		"event.why":      "The reason: \"{why}\".",

		"event.waiting":        "Waiting for \"{item}\".",
		"event.waiting_until":  "Waiting for \"{item}\"; to be checked again on {until}.",
		"event.wait_answered":  "\"{item}\": the answer has come.",
		"event.gate":           "\"{item}\" was passed; {by} decided.",
		"event.check_passed":   "The check \"{item}\" passed.",
		"event.check_warned":   "The check \"{item}\" warned.",
		"event.check_failed":   "The check \"{item}\" failed.",
		"event.check_unknown":  "The check \"{item}\" came to no result.",
		"event.check_stale":    "An answer changed while it ran.",
		"event.mapped":         "\"{item}\" reads the columns of {side} as they were chosen: {columns}.",
		"event.read_otherwise": "\"{item}\" reads {side} as instructed: header, sheet or encoding.",
		"event.unmapped":       "\"{item}\" reads the columns of {side} by their names again.",
		"event.sent":           "\"{item}\" was sent: \"{how}\".",

		"event.ended":       "The run ended: {outcome}.",
		"event.abandoned":   "The run was given up: {outcome}.",
		"event.erased":      "Data was erased from {n} {n:event|events}.",
		"event.erased_item": "\"{item}\" was erased from {n} {n:event|events}.",
		"event.gone":        "The data of an event of the kind {kind} was erased.",
		"event.unreadable":  "An event of the kind {kind}, whose data cannot be read here.",
	}
}
