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
		"play.auto":       "läuft von selbst: Leertaste hält an, rechts weiter, + - Tempo, q Ende",
		"play.auto_held":  "angehalten: Leertaste weiter, links noch einmal lesen, q Ende",
		"play.taken":      "Ab hier gehört es Ihnen: dieselbe Demo, Ihre Tasten. ctrl+c beendet.",
		"play.story_over": "Die Geschichte ist zu Ende. Ab hier gehört es Ihnen: dieselbe Demo, Ihre Tasten.",
		"play.story_lost": "Die Geschichte hat vergeblich auf diese Seite gewartet und endet hier. Was Sie sehen, gehört Ihnen.",
		"play.no_story":   "Eine Geschichte „{word}“ gibt es nicht; es gibt: {stories}.",
	}
}
