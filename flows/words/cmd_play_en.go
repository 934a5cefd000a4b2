package words

// cmdPlayEnglish says what the commands have to say that play something.
func cmdPlayEnglish() table {
	return table{
		"cmd.short_replay": "Shows a run again from its log, event by event",
		"cmd.long_replay": "Shows a run again on the full screen: its page as it stood after each event, with the time and the person. " +
			"Pauses are shortened; nothing is changed or written, and secrets are never shown. Space holds it and goes on, left and right go one event back or on, home and end to the first and the last, + and - change the pace, q ends.\n\n" +
			"Without a terminal, and with --plain or --json, it prints the events as lotse log does, with --at those up to that one.",
		"cmd.flag_speed":  "the pace; 1 is the usual one, 4 is four times as fast",
		"cmd.flag_at":     "show the run as it stood after this event, and hold there",
		"cmd.speed_range": "The pace is a number from 0.1 to 1000, not {word}.",
		"cmd.no_event":    "The run has {all} events; there is no event {n}.",
	}
}
