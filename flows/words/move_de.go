package words

func moveGerman() table {
	return table{
		"lint.renamed_form":    "{name} ist kein Name von etwas in einem Verfahren: eine ID schreiben, für einen Eintrag auf beiden Seiten SCHRITT.EINTRAG.",
		"lint.renamed_circle":  "Die Umbenennungen von {name} laufen im Kreis: die streichen, die nicht mehr stimmt.",
		"lint.renamed_there":   "{name} wurde umbenannt, ist aber noch da: die Umbenennung streichen oder dem Neuen eine andere ID geben.",
		"lint.renamed_nowhere": "{name} wurde in {new} umbenannt, das es nicht gibt: Wurde {new} entfernt, auch die Umbenennung streichen.",
		"lint.renamed_both":    "{name} ist die ID eines Schritts und eines Felds: für das Feld SCHRITT.FELD schreiben.",
		"lint.renamed_twice":   "{name} und {other} wurden beide in {new} umbenannt: Aus zwei Antworten kann nicht eine werden.",
	}
}
