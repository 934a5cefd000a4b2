package words

// siteGerman is siteEnglish in German.
func siteGerman() table {
	return table{
		"refuse.page_https":     "Die Adresse einer Seite beginnt mit https://. Fügen Sie sie so ein, wie der Browser sie zeigt.",
		"refuse.page_address":   "Das ist keine Adresse einer Seite. Fügen Sie sie so ein, wie der Browser sie zeigt: https:// und ein Hostname.",
		"refuse.page_user":      "Die Adresse enthält einen Benutzernamen. Fügen Sie sie ohne das ein, was vor dem @ steht.",
		"refuse.page_long":      "Eine Adresse hat höchstens {limit} Zeichen. Fügen Sie die der Seite ein, ohne das, was nach dem Fragezeichen kommt.",
		"refuse.page_no_system": "Der Schritt „{step}“ nennt kein System; deshalb kann für ihn keine Adresse gemerkt werden.",

		"lint.page":          "Die Adresse der Seite ist nicht zu gebrauchen. {why}",
		"lint.page_source":   "Sagen Sie, wo die Adresse der Seite steht: page: {address, from, source}, oder eine source des Schritts {step}.",
		"lint.no_system":     "Das Verfahren hat kein System {system}{hint}",
		"manual.system":      "System",
		"manual.page":        "Seite",
		"manual.page_source": "Wo die Seite genannt ist",
		"thing.page":         "eine Seite",

		"page.title":     "Wo ist {system} bei diesem Kunden?",
		"page.why":       "In keinem Dokument steht es. Die Adresse wird für diesen Kunden gemerkt und gilt für alle seine Durchläufe.",
		"page.empty":     "Leer: Die Adresse wird vergessen.",
		"page.address":   "Adresse",
		"page.key":       "Seite öffnen",
		"page.key_other": "andere Adresse",
		"page.unsaid":    "Wo {system} bei diesem Kunden ist, hat noch niemand gesagt.",
		"cmd.page_both":  "Nennen Sie eine Adresse oder lassen Sie die gemerkte vergessen, nicht beides.",
		"page.none":      "Dieser Schritt nennt weder eine Seite noch ein System.",
		"page.fixed":     "Die Adresse dieser Seite steht im Verfahren: {address}",
		"page.other":     "open page: öffnet die Seite des Schritts. open page ADRESSE merkt eine andere Adresse für das System des Kunden, open page none vergisst sie.",
		"page.question":  "Wo ist {system} bei diesem Kunden? Die https-Adresse, oder Enter für später",

		"dialogue.page_kept":      "Für diesen Kunden gemerkt: {system} ist unter {address}",
		"dialogue.page_forgotten": "Die Adresse von {system} ist vergessen.",

		"cmd.short_page":       "Sagt, auf welcher Seite ein Schritt stattfindet, oder merkt sich die Adresse des eigenen Systems eines Kunden",
		"cmd.long_page":        "Sagt, auf welcher Seite im Web ein Schritt stattfindet: auf der, die das Verfahren nennt, sonst auf der des eigenen Systems des Kunden. Mit ADRESSE wird die Adresse dieses Systems für den Kunden gemerkt und gilt für alle seine Durchläufe. Sie beginnt mit https:// und wird mit dem Kunden gelöscht.",
		"cmd.flag_forget_page": "die gemerkte Adresse vergessen",
	}
}
