package words

// storyFinnish is storyEnglish in Finnish.
func storyFinnish() table {
	return table{
		"story.bad":        "Tarinaa {file} ei voi lukea, rivi {line}: {why}",
		"story.lacks":      "Tarinasta puuttuu jokin näistä: {keys}.",
		"story.no_key":     "Tarinassa ei ole avainta {key}. Avaimet ovat: {keys}.",
		"story.acts":       "Avaimen acts arvo on luettelo.",
		"story.alone":      "”{word}” ei voi olla yksin: vain undo ja kill voivat.",
		"story.verbs":      "Teolla on yksi verbi, ei sekä {verb} että {other}: tee kaksi tekoa.",
		"story.no_act_key": "Teossa ei ole avainta {key}.",
		"story.needs":      "Teko {verb} tarvitsee avaimen {key}.",
		"story.not_with":   "Avain {key} ei sovi tekoon {verb}.",
		"story.one_thing":  "Teko {verb} koskee yhtä asiaa: tee useita tekoja.",
		"story.together":   "changes ja then kuuluvat yhteen.",
		"story.why":        "why kuuluu arvoon warnings: accept.",
		"story.one_of":     "Avaimen {key} arvo on jokin näistä: {words}, ei ”{value}”.",
		"story.names":      "Tässä tarvitaan nimiä ja niiden arvoja.",
		"story.text":       "Tässä tarvitaan teksti.",
		"story.rotate":     "Teossa rotate on yksi näistä: users, value, confirm tai give_up.",
	}
}
