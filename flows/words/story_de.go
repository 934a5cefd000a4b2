package words

// storyGerman is storyEnglish in German.
func storyGerman() table {
	return table{
		"story.bad":        "Die Geschichte {file} lässt sich nicht lesen, Zeile {line}: {why}",
		"story.lacks":      "Eine Geschichte braucht {keys}.",
		"story.no_key":     "Eine Geschichte hat kein {key}. Sie hat: {keys}.",
		"story.acts":       "Bei acts steht eine Liste.",
		"story.alone":      "„{word}“ steht nicht allein: Das tun nur undo und kill.",
		"story.verbs":      "Eine Handlung hat ein Verb, nicht {verb} und {other}: Machen Sie zwei Handlungen daraus.",
		"story.no_act_key": "Eine Handlung hat kein {key}.",
		"story.needs":      "{verb} braucht {key}.",
		"story.not_with":   "{key} passt nicht zu {verb}.",
		"story.one_thing":  "{verb} betrifft nur eine Sache: Machen Sie mehrere Handlungen daraus.",
		"story.together":   "changes und then gehören zusammen.",
		"story.why":        "why gehört zu warnings: accept.",
		"story.one_of":     "{key} ist eines von {words}, nicht „{value}“.",
		"story.names":      "Hier werden Namen mit Werten gebraucht.",
		"story.text":       "Hier wird ein Text gebraucht.",
		"story.rotate":     "rotate hat eines von users, value, confirm und give_up.",
	}
}
