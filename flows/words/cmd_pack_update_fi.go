package words

// cmdPackUpdateFinnish says what an update of a pack changes, in Finnish.
func cmdPackUpdateFinnish() table {
	return table{
		"cmd.short_pack_update": "Korvaa paketin toisella versiolla ja näyttää ensin, mikä muuttuu",
		"cmd.long_pack_update":  "Näyttää menettelyittäin ja vaiheittain, mitä asennetun paketin toinen versio muuttaa, ja asettaa sen asennetun tilalle, kun olet vahvistanut. Työt säilyttävät version, jolla ne aloitettiin.",
		"cmd.ask_pack_update":   "Asetetaanko se asennetun tilalle?",
		"cmd.pack_update_yes":   "Vahvista valitsimella --yes. Mitään ei muutettu.",
		"cmd.pack_updated":      "Paketin {pack} versio on nyt {version}. Työt säilyttävät version, jolla ne aloitettiin.",
		"cmd.pack_from":         "Versiosta {from} versioon {version}:",
		"cmd.pack_older":        "Versiosta {from} TAKAISIN versioon {version}, joka on vanhempi:",
		"cmd.pack_same":         "Mikään ei muutu: {version} on asennettu, ja tiiviste on sama.",
		"cmd.pack_from_damaged": "Asennettu paketti on rikki: muutoksia ei voi kertoa.",
		"cmd.pack_procedure":    "{procedure}, versiosta {from} versioon {to}:",
		"cmd.pack_files_differ": "Tiedostot:",
		"cmd.pack_whole":        "Menettely kokonaisuutena",
		"cmd.pack_was":          "oli nimeltään {step}",
		"cmd.pack_new":          "uusi",
		"cmd.pack_gone":         "poistuu",
		"cmd.pack_changed":      "muuttui",
		"cmd.aspect_place":      "siirretty",
		"cmd.aspect_text":       "tekstit",
		"cmd.aspect_question":   "kysymys",
		"cmd.aspect_type":       "vastauksen tyyppi",
		"cmd.aspect_options":    "vaihtoehdot",
		"cmd.aspect_rules":      "säännöt",
		"cmd.aspect_condition":  "ehto",
		"cmd.aspect_check":      "tarkistus",
		"cmd.aspect_columns":    "sarakkeet",
	}
}
