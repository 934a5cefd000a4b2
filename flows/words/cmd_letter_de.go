package words

// cmdLetterGerman is cmdLetterEnglish in German.
func cmdLetterGerman() table {
	return table{
		"cmd.flag_open_mail":     "im Mailprogramm öffnen, bereit zum Senden; ein Datenblatt als Text",
		"cmd.flag_as_sent":       "zeigen, wie es zuletzt gesendet wurde, was sich seither auch geändert hat",
		"cmd.draft_as_sent_form": "Gesendetes gibt es als Text, oder in einer Datei mit der Endung .txt.",
		"cmd.draft_not_sent":     "{item} ist nicht als gesendet vermerkt.",
		"cmd.draft_not_kept":     "{item} wurde mit einer älteren Version gesendet, die den Text nicht aufbewahrt hat. Sein SHA-256: {sum}",
	}
}
