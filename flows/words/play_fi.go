package words

func playFinnish() table {
	return table{
		"play.mark":       "TOISTO",
		"play.event":      "tapahtuma {n}/{all}",
		"play.playing":    "käynnissä",
		"play.held":       "pysäytetty",
		"play.at_end":     "loppu",
		"play.only_shown": "Työ vain näytetään uudelleen: mitään ei voi muuttaa täällä.",
		"play.on_replay":  "Työ, joka näytetään uudelleen",
		"play.key_hold":   "pysäytä, jatka",
		"play.key_event":  "yksi tapahtuma",
		"play.key_ends":   "ensimmäinen, viimeinen",
		"play.key_pace":   "tahti",
		"play.key_end":    "lopeta",
	}
}
