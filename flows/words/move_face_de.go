package words

// moveFaceGerman is moveFaceEnglish in German.
func moveFaceGerman() table {
	return table{
		"move.none":       "Eine andere Version dieses Verfahrens gibt es hier nicht.",
		"move.busy":       "In diesem Durchlauf ist noch etwas im Gange. Stellen Sie ihn um, sobald das zu Ende ist.",
		"move.typed":      "Was bei {what} eingetippt ist, hat in Version {to} keinen Platz. Geben Sie es zuerst ein oder löschen Sie es.",
		"move.elsewhere":  "Ein anderes Programm hat den Durchlauf auf Version {to} seines Verfahrens umgestellt.",
		"move.typed_kept": "Was bei {what} eingetippt ist, hat dort keinen Platz. Es bleibt aufgehoben für eine Version, die einen hat.",
		"move.newer":      "Von diesem Verfahren gibt es Version {to}.",
		"move.newer_key":  "Von diesem Verfahren gibt es Version {to}: u zeigt, was eine Umstellung bewirkt.",
		"move.newer_word": "Von diesem Verfahren gibt es Version {to}: move sagt, was eine Umstellung bewirkt.",

		"move.title":       "Auf Version {to} umstellen?",
		"move.title_shelf": "Was in Version {version} keinen Platz hat",
		"move.edition":     "Version {version} ({digest})",
		"move.edition_of":  "Version {version} aus {origin} ({digest})",
		"move.from_to":     "Von {from} auf {to}",
		"move.way_back":    "ctrl+z nimmt eine Umstellung nicht zurück: u stellt den Durchlauf auf die vorige Version um.",
		"move.line_back":   "undo nimmt eine Umstellung nicht zurück: Das tut move {version}.",
		"move.key":         "andere Version",
		"move.key_do":      "umstellen",
		"move.key_leave":   "so lassen",
		"move.key_other":   "andere Version",

		// im Zeilenmodus
		"move.help": "move: sagt, was eine Umstellung auf eine andere Version des Verfahrens bewirkt, und fragt; mit einer Nummer auf diese Version.",
		"move.ask":  "Den Durchlauf auf Version {to} umstellen? ja, oder Enter lässt ihn.",
		"move.left": "Er bleibt bei Version {version}.",
	}
}
