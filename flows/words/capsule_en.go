package words

// capsuleEnglish says what is wrong with a run that came in a file, and what a
// second copy of a run did.
func capsuleEnglish() table {
	return table{
		// the file
		"capsule.none":          "That is no file by which Lotse hands a run over. Choose the one that was written for it.",
		"capsule.newer":         "The file was written by a newer version of Lotse: its form is {version}, and {known} is the newest that is known here. Update Lotse, then try once more.",
		"capsule.changed":       "The file was changed or cut off on its way: it is not what was written. Ask for it once more, as an attachment or on a stick, not as text in a mail.",
		"capsule.signature":     "The signature of the file does not fit what it says of itself. Ask for the file once more, from whoever handed the run over.",
		"capsule.too_large":     "A run that is handed over has at most {limit} MiB with all its files.",
		"capsule.content":       "The file is not put together as Lotse does it. Ask for it once more, from whoever handed the run over.",
		"capsule.entry":         "The file holds something that does not belong there: {entry}.",
		"capsule.entry_changed": "A part of the file is not what the file says of it: {entry}.",
		"capsule.entry_large":   "A part of the file is too large: {entry} has more than {limit} MiB.",
		"capsule.facts":         "What the file says of its run does not fit the events in it.",
		"capsule.files":         "The files in it are not those that its events name.",
		"capsule.no_file":       "The file {file} is not among those that were handed over.",
		"capsule.own_broken":    "The run is not handed over, because it is not as it was written. Event {seq}: {what}",
		"capsule.other_secret":  "The secret of {field} in the file was sealed for another run or field. None was taken in.",
		// the run in it
		"copy.no_start":   "The events do not begin with the start of a run.",
		"copy.newer":      "Event {seq} is of a kind that this version of Lotse does not know: {kind}. Update Lotse, then try once more.",
		"copy.broken":     "The events are not one unbroken chain. Event {seq}: {what}",
		"copy.event":      "Event {seq} cannot be read.",
		"copy.unreadable": "The events do not fit the procedure.",
		"copy.procedure":  "The procedure is not the one by which the run began.",
		"copy.other_run":  "Another run has the id {run} already; the two have no event in common. Nothing of it was taken in.",
		// two copies side by side
		"fork.not_taken": "{item} cannot be taken over from the other copy: do it here.",
		"fork.secret":    "The secret of {item} is not taken over from the other copy. Have it sealed for you, and enter it here.",
		"event.forked":   "A copy of the run came from {by} that went on by itself after event {since}; it has {n} {n:event|events}.",
		"event.taken":    "It was taken over from the other copy.",
		"event.taken_of": "It was taken over from the other copy; {by} gave it there.",
	}
}
