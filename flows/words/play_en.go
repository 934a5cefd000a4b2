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
		"play.auto":       "plays by itself: space holds, right goes on, + - pace, q ends, else yours",
		"play.auto_held":  "held: space goes on, left reads again, q ends, any other key: yours",
		"play.taken":      "From here on it is yours: the same demo, your keys. ctrl+c leaves.",
		"play.story_over": "The story is over. From here on it is yours: the same demo, your keys.",
		"play.story_lost": "The story waited in vain for this screen, and ends here. What you see is yours.",
		"play.no_story":   "There is no story \"{word}\"; there are: {stories}.",
	}
}
