package words

// moveGerman is moveEnglish in German.
func moveGerman() table {
	return table{
		"lint.renamed_form":    "{name} ist kein Name von etwas in einem Verfahren: eine ID schreiben, für einen Eintrag auf beiden Seiten SCHRITT.EINTRAG.",
		"lint.renamed_circle":  "Die Umbenennungen von {name} laufen im Kreis: die streichen, die nicht mehr stimmt.",
		"lint.renamed_there":   "{name} wurde umbenannt, ist aber noch da: die Umbenennung streichen oder dem Neuen eine andere ID geben.",
		"lint.renamed_nowhere": "{name} wurde in {new} umbenannt, das es nicht gibt: Wurde {new} entfernt, auch die Umbenennung streichen.",
		"lint.renamed_both":    "{name} ist die ID eines Schritts und eines Felds: für das Feld SCHRITT.FELD schreiben.",
		"lint.renamed_twice":   "{name} und {other} wurden beide in {new} umbenannt: Aus zwei Antworten kann nicht eine werden.",

		"event.moved":          "Der Durchlauf wurde von Version {from} des Verfahrens auf Version {to} umgestellt.",
		"event.moved_void":     "Dort ohne Platz: {n}.",
		"refuse.move_other":    "Dieser Durchlauf gehört zu {procedure}: Er kann nicht auf {other} umgestellt werden.",
		"refuse.move_finished": "Der Durchlauf ist beendet: Er bleibt bei der Version, mit der er beendet wurde.",
		"refuse.move_rotating": "{item} wird gerade erneuert, und die andere Version hat dieses Secret nicht: zuerst die Erneuerung beenden.",
		"refuse.move_version":  "Der Durchlauf wurde auf Version {version} seines Verfahrens umgestellt; gespeichert ist aber eine andere.",
		"refuse.undo_moved":    "Seit der Durchlauf auf eine andere Version umgestellt wurde, gibt es nichts rückgängig zu machen. Zurück zur vorigen Version geht es, indem Sie ihn auf diese umstellen.",

		"move.place":        "anderer Schritt",
		"move.text":         "andere Worte dazu",
		"move.question":     "andere Frage",
		"move.type":         "anderer Typ",
		"move.options":      "andere Möglichkeiten",
		"move.rules":        "andere Regeln",
		"move.condition":    "andere Bedingung",
		"move.check":        "andere Prüfung",
		"move.columns":      "andere Spalten",
		"move.renamed":      "hieß {was}",
		"move.gone":         "gibt es nicht mehr",
		"move.new":          "neu",
		"move.again_there":  "hat wieder einen Platz",
		"move.no_answer":    "die Antwort ist dort keine",
		"move.rests":        "etwas, worauf es beruht, gibt es nicht mehr",
		"move.same":         "Der Durchlauf ist schon bei dieser Version.",
		"move.steps_same":   "{n} {n:Schritt bleibt, wie er war|Schritte bleiben, wie sie waren}.",
		"move.summary":      "bleibt: {kept}, erneut anzusehen: {again}, ohne Platz: {void}",
		"move.back":         "hat wieder einen Platz: {n}",
		"move.moved":        "Der Durchlauf geht mit Version {to} weiter. Was dort keinen Platz hat, bleibt lesbar.",
		"move.placeless":    "Antworten ohne Platz in dieser Version",
		"move.from_version": "Version {version}",
		"move.event":        "Auf eine andere Version umgestellt",
	}
}
