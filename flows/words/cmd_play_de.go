package words

func cmdPlayGerman() table {
	return table{
		"cmd.short_replay": "Zeigt einen Durchlauf aus seinem Protokoll noch einmal, Ereignis für Ereignis",
		"cmd.long_replay": "Zeigt einen Durchlauf im Vollbild noch einmal: die Seite, wie sie nach jedem Ereignis aussah, mit Zeit und Person. " +
			"Pausen werden gekürzt; nichts wird geändert oder geschrieben, und Secrets werden nie gezeigt. Die Leertaste hält an und lässt weiterlaufen, links und rechts gehen ein Ereignis zurück oder weiter, Pos1 und Ende zum ersten und zum letzten, + und - ändern das Tempo, q beendet.\n\n" +
			"Ohne Terminal und mit --plain oder --json werden die Ereignisse ausgegeben wie bei lotse log, mit --at die bis zu diesem.",
		"cmd.flag_speed":  "das Tempo; 1 ist das übliche, 4 ist viermal so schnell",
		"cmd.flag_at":     "den Durchlauf zeigen, wie er nach diesem Ereignis aussah, und dort anhalten",
		"cmd.speed_range": "Das Tempo ist eine Zahl von 0.1 bis 1000, nicht {word}.",
		"cmd.long_demo_auto": "Mit --auto läuft sie von selbst, im Sprechtempo: Eine Geschichte tippt die Tasten, und eine Zeile am Fuß sagt, was geschieht. Die Leertaste hält an und lässt weiterlaufen, rechts geht gleich weiter, links liest noch einmal, + und - ändern das Tempo, q beendet; jede andere Taste übernimmt, und die Demo gehört Ihnen. " +
			"Jede Geschichte läuft in einer eigenen Demo, die neu angelegt wird. Geschichten: {stories}.",
		"cmd.flag_auto":    "eine Geschichte von selbst laufen lassen, ohne Namen den Rundgang",
		"cmd.story_screen": "Eine Geschichte läuft im Vollbild: Rufen Sie sie in einem Terminal auf, ohne --plain, --json und --no-input.",
		"cmd.no_event":     "Der Durchlauf hat {all} Ereignisse; ein Ereignis {n} gibt es nicht.",
	}
}
