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
		"cmd.long_demo_auto": "With --auto it plays by itself, at speaking pace: a story types the keys, and a line at the foot says what happens. Space holds it and goes on, right goes on at once, left reads again, + and - change the pace, q ends; any other key takes over, and the demo is yours. " +
			"Each story is played in a demo of its own, which is made afresh. Stories: {stories}.",
		"cmd.flag_auto":    "play a story by itself, by default the tour",
		"cmd.story_screen": "A story plays on the full screen: call it in a terminal, without --plain, --json and --no-input.",
		"cmd.no_event":     "The run has {all} events; there is no event {n}.",
	}
}
