package words

// cmdWordFinnish is cmdWordEnglish in Finnish.
func cmdWordFinnish() table {
	return table{
		"cmd.level_must": "pakollinen",
		"cmd.level_warn": "varoitus",
		"cmd.level_tell": "huomautus",

		"cmd.sure_none":    "ei löytynyt",
		"cmd.sure_guess":   "arvaus",
		"cmd.sure_likely":  "luultava",
		"cmd.sure_certain": "varma",
		"cmd.sure_chosen":  "valittu",

		"cmd.doctor_name_database":   "tietokanta",
		"cmd.doctor_name_storage":    "tallennus",
		"cmd.doctor_name_backups":    "varmuuskopiot",
		"cmd.doctor_name_secrets":    "salaisuudet",
		"cmd.doctor_name_terminal":   "pääte",
		"cmd.doctor_name_procedures": "menettelyt",

		"cmd.flag_unknown":   "Valitsinta {flag} ei ole. Ohje: lotse {command}--help.",
		"cmd.flag_valueless": "Valitsin {flag} tarvitsee arvon. Ohje: lotse {command}--help.",
		"cmd.flag_invalid":   "”{value}” ei kelpaa valitsimen {flag} arvoksi. Ohje: lotse {command}--help.",
		"cmd.flag_syntax":    "{flag} ei ole valitsin: kirjoita --NIMI tai --NIMI=ARVO. Ohje: lotse {command}--help.",
		"cmd.flag_fault":     "Komentoa ei voi lukea. Ohje: lotse {command}--help.",

		"cmd.no_reason": "tarkempaa tietoa ei ole",

		"cmd.flag_help":    "ohje tästä komennosta",
		"cmd.flag_version": "Lotsen versio",

		"cmd.title_usage":    "käyttö",
		"cmd.title_examples": "esimerkit",
		"cmd.title_commands": "komennot",
		"cmd.title_flags":    "valitsimet",
	}
}
