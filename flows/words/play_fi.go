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
		"play.auto":       "etenee itsestään: välilyönti pysäyttää, oikea jatkaa, + - tahti, q lopettaa",
		"play.auto_held":  "pysäytetty: välilyönti jatkaa, vasen lukee uudelleen, q lopettaa",
		"play.taken":      "Tästä eteenpäin näppäimet ovat sinun: sama demo. ctrl+c lopettaa.",
		"play.story_over": "Tarina päättyi. Tästä eteenpäin näppäimet ovat sinun: sama demo.",
		"play.story_lost": "Tarina odotti turhaan tätä näkymää ja päättyy tähän. Näppäimet ovat sinun.",
		"play.no_story":   "Tarinaa \"{word}\" ei ole; tarinat: {stories}.",
	}
}
