package words

func waitGerman() table {
	return table{
		"wait.now":           "**Jetzt versuchen** (fällig {at}): {try}",
		"wait.next":          "Danach, {at}: {try}",
		"wait.clock":         "nächster Versuch {at}, in {n} min",
		"wait.clock_hours":   "nächster Versuch {at}, in {h} h {m} min",
		"wait.clock_now":     "jetzt noch einmal versuchen: fällig seit {at}",
		"wait.no_next":       "Einen weiteren Versuch gibt es nicht: Sagen Sie, wann wieder nachzusehen ist.",
		"wait.tried":         "Versucht, noch nichts: wieder {at}",
		"wait.meanwhile":     "Inzwischen: {step}",
		"wait.notice":        "{customer}, {procedure}: Zeit für den nächsten Versuch.",
		"wait.notice_shared": "In einem der Durchläufe ist es Zeit für den nächsten Versuch.",
		"cmd.setting_notice": "Klingelzeichen und Desktop-Hinweis (notice), wenn ein Warten fällig ist: on oder off.",
	}
}
