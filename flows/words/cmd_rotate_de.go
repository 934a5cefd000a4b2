package words

// cmdRotateGerman is cmdRotateEnglish in German.
func cmdRotateGerman() table {
	return table{
		"cmd.short_secret_rotate": "Ersetzt ein Secret: Das alte bleibt, bis das neue bestätigt ist",
		"cmd.long_secret_rotate":  "Ersetzt ein Secret, wo das Verfahren es anbietet. Zuerst angeben, wer es nutzt, dann das neue eingeben, dann bestätigen, wo es funktioniert. Das alte bleibt verschlüsselt liegen, bis alle das neue haben; dann wird es vernichtet. Prüfungen prüfen solange das neue. Ohne Option wird nach dem Nächsten gefragt.",
		"cmd.flag_used_by":        "ein System oder eine Person (TEXT), von denen das Secret genutzt wird; mehrfach für mehrere",
		"cmd.flag_new_secret":     "das neue Secret kommt über stdin",
		"cmd.flag_confirm":        "das neue Secret funktioniert in jedem System, oder in denen von --in",
		"cmd.flag_confirm_in":     "zu --confirm: wer das neue Secret hat (TEXT); mehrfach für mehrere",
		"cmd.flag_give_up":        "gibt die Erneuerung auf: Das alte Secret bleibt, das neue wird vernichtet",
		"cmd.rotate_one":          "Geben Sie eines davon an: --used-by mit oder ohne --secret-stdin, --secret-stdin, --confirm, --give-up.",
		"cmd.rotate_in":           "--in gehört zu --confirm.",
		"cmd.rotate_why":          "--why gehört zu --give-up.",
		"cmd.rotate_again":        "Geben Sie ein anderes neues Secret mit --secret-stdin ein.",
		"cmd.rotate_nobody":       "{word} ist keines davon: {users}.",
		"cmd.rotate_new":          "Die Erneuerung läuft. Ändern Sie das Secret dort, wo es entsteht, und geben Sie das neue mit --secret-stdin ein.",
		"cmd.rotated":             "Das neue Secret ist überall bestätigt. Das alte ist vernichtet.",
		"cmd.way_rotate":          "Eine beginnt mit lotse secret rotate DURCHLAUF {item} --used-by NAME.",
		"cmd.way_rotate_new":      "Es kommt aus einer Pipe oder einem Terminal: lotse secret rotate DURCHLAUF {item} --secret-stdin.",
		"cmd.way_rotate_end":      "Das geht mit lotse secret rotate DURCHLAUF {item}, und --confirm oder --give-up.",
	}
}
