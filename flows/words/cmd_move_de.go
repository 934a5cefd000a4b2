package words

// cmdMoveGerman is cmdMoveEnglish in German.
func cmdMoveGerman() table {
	return table{
		"cmd.short_move":      "Stellt einen Durchlauf auf eine andere Version seines Verfahrens um",
		"cmd.long_move":       "Stellt einen laufenden Durchlauf auf die Version seines Verfahrens um, die installiert ist, oder auf eine andere. Antworten bleiben, wo die Version einen Platz für sie hat, auch wenn er dort anders heißt. Was jetzt etwas anderes fragt, ist erneut anzusehen; was keinen Platz mehr hat, bleibt lesbar und kommt mit einer Version zurück, die einen hat. --dry-run zeigt das alles vorher. Zurück geht es mit einer zweiten Umstellung. Ein beendeter Durchlauf bleibt, wie er ist.",
		"cmd.flag_move_to":    "auf diese `VERSION`: ihre Nummer oder wo das Verfahren liegt",
		"cmd.flag_move_dry":   "zeigen, was es täte, und nichts umstellen",
		"cmd.flag_move_all":   "jeden laufenden Durchlauf dieses Verfahrens umstellen",
		"cmd.move_all_to":     "--all stellt auf die installierte Version um: --to weglassen.",
		"cmd.move_no_version": "Version {version} von {procedure} gibt es hier nicht. Es gibt: {versions}.",
		"cmd.move_head":       "{customer}: {title}, von Version {from} auf Version {to}",
		"cmd.move_from":       "Version {from} auf {to}",
		"cmd.move_none":       "Kein laufender Durchlauf von {procedure} ist bei einer anderen Version als {to}.",
		"cmd.move_would":      "Auf Version {to}: {n} lassen sich umstellen, {not} nicht. Nichts wurde umgestellt.",
		"cmd.move_did":        "Auf Version {to}: {n} umgestellt, {not} nicht.",
	}
}
