package words

func playGerman() table {
	return table{
		"play.mark":       "WIEDERGABE",
		"play.event":      "Ereignis {n} von {all}",
		"play.playing":    "läuft",
		"play.held":       "angehalten",
		"play.at_end":     "Ende",
		"play.only_shown": "Der Durchlauf wird nur noch einmal gezeigt: Hier lässt sich nichts ändern.",
		"play.on_replay":  "Ein Durchlauf, der noch einmal gezeigt wird",
		"play.key_hold":   "anhalten, weiter",
		"play.key_event":  "ein Ereignis",
		"play.key_ends":   "erstes, letztes",
		"play.key_pace":   "Tempo",
		"play.key_end":    "beenden",
	}
}
