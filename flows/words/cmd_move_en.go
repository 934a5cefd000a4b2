package words

// cmdMoveEnglish says what lotse move does, asks and tells.
func cmdMoveEnglish() table {
	return table{
		"cmd.short_move":      "Moves a run to another version of its procedure",
		"cmd.long_move":       "Moves a running run to the version of its procedure that is installed, or to another one. Answers stay where the version has a place for them, also where it has given it another name. What asks something else now is to be looked at again; what has no place any more stays readable, and comes back with a version that has one. --dry-run shows all of that before. Moving back is a second move. A finished run stays as it is.",
		"cmd.flag_move_to":    "to this `VERSION`: its number, or where the procedure is",
		"cmd.flag_move_dry":   "show what it would do, and move nothing",
		"cmd.flag_move_all":   "move every running run of this procedure",
		"cmd.move_all_to":     "--all moves to the version that is installed: leave --to out.",
		"cmd.move_no_version": "There is no version {version} of {procedure} here. There are: {versions}.",
		"cmd.move_head":       "{customer}: {title}, from version {from} to version {to}",
		"cmd.move_from":       "version {from} to {to}",
		"cmd.move_none":       "No running run of {procedure} is at another version than {to}.",
		"cmd.move_would":      "To version {to}: {n} can be moved, {not} cannot. Nothing was moved.",
		"cmd.move_did":        "To version {to}: {n} moved, {not} not.",
	}
}
