package words

// cmdHandOverGerman is cmdHandOverEnglish in German.
func cmdHandOverGerman() table {
	return table{
		"cmd.no_public_key":          "Es gibt noch keinen Schlüssel für Ihre Secrets, also auch keinen, für den andere verschlüsseln könnten. Mit lotse secret init legen Sie einen an.",
		"cmd.short_secret_recipient": "Verschlüsselt ein Secret für andere; ohne Angaben: Ihr öffentlicher Schlüssel",
		"cmd.long_secret_recipient":  "Ohne Angaben gibt der Befehl den öffentlichen Schlüssel aus, für den andere Ihnen Secrets verschlüsseln können, und vier Wörter, die für ihn stehen. Mit einem Durchlauf, einem Secret-Feld und dem öffentlichen Schlüssel einer Kollegin oder eines Kollegen verschlüsselt er das Secret für diesen Schlüssel, als age-Datei in Textform, die nur sein Besitzer öffnen kann, und hält die Übergabe im Protokoll fest. Ein öffentlicher Schlüssel aus einer Mail kann der eines anderen sein: Lassen Sie sich am Telefon die vier Wörter vorlesen, bevor Sie bestätigen.",
		"cmd.flag_words":             "die vier Wörter von KEY, wie sein Besitzer sie genannt hat: bestätigt ohne Rückfrage",
		"cmd.flag_output_sealed":     "stattdessen in eine neue DATEI schreiben, die nur Sie lesen können",
		"cmd.recipient_form":         "secret recipient nimmt entweder nichts oder RUN FIELD KEY; --words und --output gehören zu einem KEY.",
		"cmd.own_key":                "Das ist Ihr öffentlicher Schlüssel, für den andere Ihnen Secrets verschlüsseln können. Lesen Sie ihnen am Telefon die vier Wörter vor.",
		"cmd.ask_words":              "Die Wörter dieses Schlüssels: {words}. Fragen Sie seinen Besitzer am Telefon nach seinen; weichen sie ab, ist es nicht sein Schlüssel.",
		"cmd.words_differ":           "Das sind nicht die Wörter dieses Schlüssels: Er gehört nicht dem, der sie genannt hat. Nichts wurde verschlüsselt.",
		"cmd.words_unsaid":           "Die Wörter dieses Schlüssels: {words}. Nennt sein Besitzer am Telefon dieselben, bestätigen Sie sie mit --words. Nichts wurde verschlüsselt.",

		// lotse check --to-host
		"cmd.flag_to_host": "die Prüfung darf ihr Secret an HOST senden, obwohl es für einen anderen abgelegt ist; einmal genügt",
		"cmd.way_to_host":  "Ist {host} richtig, erlauben Sie es mit --to-host {host}.",
		"cmd.host_none":    "Hier sendet keine Prüfung ein Secret an {host}, auch an keinen anderen Host.",
		"cmd.host_unused":  "Hier sendet keine Prüfung ein Secret an {host}; das Ziel wäre {hosts}.",
	}
}
