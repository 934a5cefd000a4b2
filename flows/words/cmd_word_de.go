package words

// cmdWordGerman is cmdWordEnglish in German.
func cmdWordGerman() table {
	return table{
		"cmd.level_must": "Pflicht",
		"cmd.level_warn": "Warnung",
		"cmd.level_tell": "Hinweis",

		"cmd.sure_none":    "nicht gefunden",
		"cmd.sure_guess":   "geraten",
		"cmd.sure_likely":  "wahrscheinlich",
		"cmd.sure_certain": "sicher",
		"cmd.sure_chosen":  "gewählt",

		"cmd.doctor_name_database":   "Datenbank",
		"cmd.doctor_name_storage":    "Speicher",
		"cmd.doctor_name_backups":    "Sicherungen",
		"cmd.doctor_name_secrets":    "Secrets",
		"cmd.doctor_name_terminal":   "Terminal",
		"cmd.doctor_name_procedures": "Verfahren",

		"cmd.flag_unknown":   "Einen Schalter {flag} gibt es nicht. Siehe lotse {command}--help.",
		"cmd.flag_valueless": "{flag} braucht einen Wert. Siehe lotse {command}--help.",
		"cmd.flag_invalid":   "„{value}“ ist kein Wert für {flag}. Siehe lotse {command}--help.",
		"cmd.flag_syntax":    "{flag} ist kein Schalter: --NAME oder --NAME=WERT schreiben. Siehe lotse {command}--help.",
		"cmd.flag_fault":     "Dieser Aufruf lässt sich nicht lesen. Siehe lotse {command}--help.",

		"cmd.no_reason": "Näheres ist nicht bekannt",

		"cmd.flag_help":    "Hilfe zu diesem Befehl",
		"cmd.flag_version": "Die Version von Lotse",

		"cmd.title_usage":    "Aufruf",
		"cmd.title_examples": "Beispiele",
		"cmd.title_commands": "Befehle",
		"cmd.title_flags":    "Schalter",
	}
}
