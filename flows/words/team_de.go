package words

// teamGerman is teamEnglish in German.
func teamGerman() table {
	return table{
		"team.gone":        "Dieser Durchlauf wurde gelöscht, oder Sie dürfen ihn nicht mehr sehen. Angezeigt wird der letzte Stand.",
		"team.undo":        "{by} hat diesen Durchlauf inzwischen geändert, die letzte Änderung kann von dort sein. Noch einmal rückgängig machen nimmt sie zurück.",
		"team.more":        "{what} und {n} weitere",
		"team.with":        "mit {names}",
		"team.run_changed": "{by} hat {title} von {customer} geändert",
		"team.line_heard":  "{by}, {at}: {what}",
		"team.line_more":   "{n} weitere {n:Änderung|Änderungen} von anderen.",
		"team.line_with":   "Auch in diesem Durchlauf: {names}.",
		"team.line_alone":  "In diesem Durchlauf ist jetzt sonst niemand.",

		"team.opens_alone":   "nur {by} kann es öffnen",
		"team.opens_among":   "von {by} verschlüsselt; auch für Sie zu öffnen und für {others}",
		"team.opens_besides": "auch für {others} zu öffnen",
		"team.opens_with":    "von {by} verschlüsselt; auch für Sie zu öffnen",
		"team.opens_without": "von {by} verschlüsselt; nur für {others} zu öffnen",
	}
}
