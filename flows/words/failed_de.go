package words

// failedGerman is failedEnglish in German.
func failedGerman() table {
	return table{
		"brief.not_worked":      "Am {day} hat „{item}“ nicht geklappt: {why}",
		"brief.not_worked_more": "(und {n} weitere)",

		"event.not_worked": "„{item}“ hat nicht geklappt.",
		"event.resolved":   "„{item}“ klappt jetzt.",

		"not_worked": "{by}: Es hat nicht geklappt. {why}",

		"refuse.not_worked_why":  "Sagen Sie, was zu sehen war. Es kommt ins Protokoll.",
		"refuse.not_worked_item": "{item} wird nur gelesen: Nennen Sie eine Aufgabe, eine Prüfung oder was dort sonst zu tun ist.",
		"refuse.not_worked_step": "Im Schritt {step} ist gerade nichts zu tun. Nennen Sie einen seiner Punkte.",
		"refuse.not_worked_none": "Niemand hat gesagt, dass {what} nicht geklappt hat, oder es ist schon behoben.",

		"dialogue.do_fail": "„{what}“: ob es geklappt hat",

		"failed.key":       "klappt nicht",
		"failed.key_works": "klappt jetzt",
		"failed.title":     "„{what}“ hat nicht geklappt",
		"failed.holds":     "Der Schritt bleibt offen, bis es klappt oder jemand es mit Begründung akzeptiert.",
		"failed.why":       "Was war zu sehen?",
		"failed.works":     "Klappt „{what}“ jetzt?",
		"failed.was":       "{by} hat gesagt: {why}",
		"failed.how":       "Was hat geholfen? Leer: nichts weiter",
		"failed.said":      "Im Protokoll steht, dass es nicht geklappt hat.",
		"failed.resolved":  "Im Protokoll steht, dass es jetzt klappt.",
		"failed.help":      "failed GRUND: Wonach gefragt wird, hat nicht geklappt. resolved: Jetzt klappt es.",

		"cmd.short_failed":    "Sagt, dass ein Schritt oder ein Punkt nicht geklappt hat oder jetzt klappt",
		"cmd.long_failed":     "Bringt ins Protokoll, dass ein Punkt nicht geklappt hat, mit dem, was zu sehen war; bei einem Schritt ist es der erste Punkt, an dem etwas zu tun ist. Das ist eine Warnung, die den Schritt offen hält, bis sie behoben oder mit Begründung akzeptiert ist, und steht im Überblick des Durchlaufs vorn. Ist der Schritt erledigt, ist sie es auch.",
		"cmd.flag_failed_why": "was zu sehen war oder was geholfen hat, in einem SATZ",
		"cmd.flag_resolved":   "es klappt jetzt",
	}
}
