package words

// moveFaceFinnish is moveFaceEnglish in Finnish.
func moveFaceFinnish() table {
	return table{
		"move.none":       "Tästä menettelystä ei ole täällä muuta versiota.",
		"move.busy":       "Tässä työssä on vielä jotain kesken. Siirrä työ, kun se on valmis.",
		"move.typed":      "Kirjoitetulla tekstillä ei ole paikkaa versiossa {to}: {what}. Vie se ensin perille tai tyhjennä kenttä.",
		"move.elsewhere":  "Toinen ohjelma siirsi työn menettelyn versioon {to}.",
		"move.typed_kept": "Kirjoitetulla tekstillä ei ole siellä paikkaa: {what}. Se säilyy versiota varten, jossa paikka on.",
		"move.newer":      "Tästä menettelystä on versio {to}.",
		"move.newer_key":  "Tästä menettelystä on versio {to}: u näyttää, mitä siirto tekee.",
		"move.newer_word": "Tästä menettelystä on versio {to}: move kertoo, mitä siirto tekee.",

		"move.title":       "Siirretäänkö versioon {to}?",
		"move.title_shelf": "Millä ei ole paikkaa versiossa {version}",
		"move.edition":     "versio {version} ({digest})",
		"move.edition_of":  "versio {version}, {origin} ({digest})",
		"move.from_to":     "Nyt {from}, sitten {to}",
		"move.way_back":    "ctrl+z ei kumoa siirtoa: u siirtää työn edelliseen versioon.",
		"move.line_back":   "undo ei kumoa siirtoa: sen tekee move {version}.",
		"move.key":         "toinen versio",
		"move.key_do":      "siirrä",
		"move.key_leave":   "jätä ennalleen",
		"move.key_other":   "toinen versio",

		// rivitilassa
		"move.help": "move: kertoo, mitä siirto menettelyn toiseen versioon tekee, ja kysyy; numerolla siihen versioon.",
		"move.ask":  "Siirretäänkö työ versioon {to}? kyllä, tai enter jättää ennalleen.",
		"move.left": "Se pysyy versiossa {version}.",
	}
}
