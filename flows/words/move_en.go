package words

// moveEnglish says what there is to say of versions of a procedure, and of a run
// that moves from one to another.
func moveEnglish() table {
	return table{
		"lint.renamed_form":    "{name} is no name of something in a procedure: write an id, or STEP.ITEM for an item on both sides.",
		"lint.renamed_circle":  "The renames of {name} lead in a circle: leave out the one that is no longer true.",
		"lint.renamed_there":   "{name} was renamed, but it is still there: take the rename out, or give what is new another id.",
		"lint.renamed_nowhere": "{name} was renamed to {new}, which is not there: take the rename out if {new} was removed.",
		"lint.renamed_both":    "{name} is the id of a step and of a field: write STEP.FIELD for the field.",
		"lint.renamed_twice":   "{name} and {other} were both renamed to {new}: two answers cannot become one.",

		"event.moved":          "The run was moved from version {from} of the procedure to version {to}.",
		"event.moved_void":     "Without a place there: {n}.",
		"refuse.move_other":    "This run is one of {procedure}: it cannot be moved to {other}.",
		"refuse.move_finished": "The run is finished: it stays at the version by which it was finished.",
		"refuse.move_rotating": "{item} is being rotated, and the other version has no such secret: end the rotation first.",
		"refuse.move_version":  "The run was moved to version {version} of its procedure, which is not the one that is stored.",
		"refuse.undo_moved":    "There is nothing to undo since the run was moved to another version. To go back to the version before, move it there.",

		"move.place":        "another step",
		"move.text":         "other words around it",
		"move.question":     "another question",
		"move.type":         "another type",
		"move.options":      "other options",
		"move.rules":        "other rules",
		"move.condition":    "another condition",
		"move.check":        "another check",
		"move.columns":      "other columns",
		"move.renamed":      "was called {was}",
		"move.gone":         "is no longer there",
		"move.new":          "new",
		"move.again_there":  "has its place again",
		"move.no_answer":    "what is answered is no answer there",
		"move.rests":        "something it rests on is no longer there",
		"move.same":         "The run is at this version already.",
		"move.steps_same":   "{n} {n:step is|steps are} as before.",
		"move.summary":      "kept: {kept}, to look at again: {again}, without a place: {void}",
		"move.back":         "has a place again: {n}",
		"move.moved":        "The run goes on by version {to}. What has no place there stays readable.",
		"move.placeless":    "Answers without a place in this version",
		"move.from_version": "version {version}",
		"move.event":        "Moved to another version",
	}
}
