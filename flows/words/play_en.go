package words

// playEnglish says what there is to say of what plays by itself: a run that is
// shown again, and a story of the demo.
func playEnglish() table {
	return table{
		"play.mark":       "REPLAY",
		"play.event":      "event {n} of {all}",
		"play.playing":    "playing",
		"play.held":       "held",
		"play.at_end":     "the end",
		"play.only_shown": "The run is only shown again: nothing can be changed here.",
		"play.on_replay":  "A run that is shown again",
		"play.key_hold":   "hold, go on",
		"play.key_event":  "one event",
		"play.key_ends":   "first, last",
		"play.key_pace":   "pace",
		"play.key_end":    "end",
	}
}
