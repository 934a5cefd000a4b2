package words

// resumeGerman is resumeEnglish in German.
func resumeGerman() table {
	return table{
		"dialogue.half_typed": "Angefangen: Was für „{what}“ getippt wurde, ist noch da, aber noch nicht übernommen.",
		"dialogue.half_form":  "Angefangen: Was in einem Formular zu „{what}“ getippt wurde, steht beim nächsten Öffnen wieder da.",
		"dialogue.half_more":  "{n} {n:weiterer Text wurde|weitere Texte wurden} getippt und nicht übernommen.",

		"cmd.flag_resume_at": "den Durchlauf bei SCHRITT öffnen, oder bei einem seiner Punkte, SCHRITT.PUNKT",
	}
}
