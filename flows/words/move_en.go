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
	}
}
