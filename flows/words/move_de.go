package words

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
	}
}
