package words

// refuseGerman is refuseEnglish in German.
func refuseGerman() table {
	return together(refuseOwnGerman(), refuseAnswerGerman(), refuseWhereGerman())
}

func refuseOwnGerman() table {
	return table{
		"refuse.closed":            "Der Durchlauf wurde abgebrochen ({why}). Öffnen Sie einen Schritt wieder, um weiterzumachen.",
		"refuse.looking_on":        "Sie lesen mit: Ihre Rolle liest und ändert nichts.",
		"refuse.nothing_to_undo":   "In einem offenen Schritt gibt es nichts rückgängig zu machen. Öffnen Sie zuerst einen Schritt wieder.",
		"refuse.nothing_to_skip":   "{step} ist {state}: Es gibt nichts zu überspringen.",
		"refuse.nothing_to_reopen": "{step} ist weder abgeschlossen noch übersprungen: Es gibt nichts wieder zu öffnen.",
		"refuse.nothing_to_erase":  "{item} hat nichts, was sich löschen ließe.",
		"refuse.not_now":           "{item} trifft jetzt nicht zu.",
		"refuse.not_needed":        "{step} ist hier nicht nötig: Es gibt nichts abzuschließen.",
		"refuse.blocked":           "{step} lässt sich noch nicht abschließen: Es fehlt {missing}.",
		"refuse.not_complete":      "{step} ist nicht vollständig: {problem}: {text}",
		"refuse.not_complete_more": "{step} ist nicht vollständig: {problem}: {text} (und {n} weitere)",
		"refuse.ripple":            "Das ändert, was schon feststeht. Es muss bestätigt werden.",
		"refuse.gate_requires":     "{item}: {text}",
		"refuse.gate_word":         "{item}: Geben Sie zum Freigeben das Wort „{word}“ ein.",
		"refuse.gate_by":           "{item}: Sagen Sie, wer entschieden hat.",
		"refuse.accept_why":        "Wer ein Problem akzeptiert, muss es begründen.",
		"refuse.skip_why":          "Wer einen Schritt überspringt, muss es begründen.",
		"refuse.abandon_why":       "Wer einen Durchlauf abbricht, muss es begründen.",
		"refuse.abandon_outcome":   "Wer einen Durchlauf abbricht, muss das Ergebnis nennen.",
		"refuse.erase_why":         "Wer eine Antwort löscht, muss es begründen.",

		"refuse.warnings":              "In {step} {n:ist|sind} {n} {n:Warnung|Warnungen} weder akzeptiert noch stehen gelassen: {problem}: {text}",
		"refuse.warnings_some_not_run": "In {step} sind {n} Warnungen weder akzeptiert noch stehen gelassen; was nicht geprüft wurde, lässt sich nur stehen lassen: {problem}: {text}",
		"refuse.warnings_required":     "In {step} {n:muss|müssen} {n} {n:Warnung|Warnungen} mit Begründung akzeptiert werden: {problem}: {text}",
		"refuse.warnings_not_run":      "In {step} {n:ist|sind} {n} {n:Prüfung|Prüfungen} nicht gelaufen und vorher nicht zu akzeptieren: {problem}: {text}",
		"refuse.not_run":               "{problem} lässt sich noch nicht akzeptieren: Zuerst muss geprüft werden, was eingetragen ist.",
		"refuse.must":                  "{problem} lässt sich nicht akzeptieren, es muss behoben werden: {text}",
		"refuse.tell":                  "{problem} muss nicht akzeptiert werden: Wer den Schritt abschließt, hat es gelesen.",

		"refuse.procedure_faulty":     "Das Verfahren {procedure} hat {n} Fehler. {file}, Zeile {line}, Spalte {column}: {first}",
		"refuse.procedure_size":       "Das gespeicherte Verfahren hat {size} Byte; höchstens {limit} gehen.",
		"refuse.procedure_unreadable": "Das gespeicherte Verfahren lässt sich nicht lesen: Es ist nicht, was geschrieben wurde.",
		"refuse.procedure_changed":    "Das Verfahren des Durchlaufs {run} wurde im Speicher geändert: Seine Bytes passen nicht zur Prüfsumme. Nichts davon wird gezeigt. Holen Sie es aus einer Sicherung.",
		"refuse.procedure_newer":      "Eine neuere Version von Lotse hat das Verfahren gespeichert: Es hat das Format {format}, diese hier liest nur bis {known}.",
		"refuse.no_tables":            "Die Prüfung {item} liest keine Datei: Es gibt keine Spalten zu wählen.",
		"refuse.no_side":              "Die Prüfung {item} liest keine Datei als „{side}“; sie liest {sides}.",
		"refuse.reading_long":         "Die Angaben zu den Spalten von {item} sind länger als {limit} Byte.",
	}
}

func refuseAnswerGerman() table {
	return table{
		"refuse.other_kind":      "{item} ist {is}, nicht {want}.",
		"refuse.secret":          "{item} ist ein Secret: Es lässt sich nicht als Antwort angeben.",
		"refuse.no_secret":       "{item} ist kein Secret.",
		"refuse.answer_long":     "{item}: {size} Byte sind zu viel für eine Antwort; höchstens {limit} gehen.",
		"refuse.note_long":       "Eine Notiz von {size} Byte ist zu lang; höchstens {limit} gehen.",
		"refuse.note_empty":      "Die Notiz ist leer.",
		"refuse.rows_many":       "{list}: {n} Zeilen sind zu viele; höchstens {limit} gehen.",
		"refuse.no_truth":        "{item} ist eine Aufgabe: true oder false, nicht {value}.",
		"refuse.no_status":       "Das Ergebnis einer Prüfung kann bestanden, Warnung, fehlgeschlagen oder nicht geprüft sein, nicht „{status}“.",
		"refuse.copy_empty":      "Noch nichts zu kopieren: {label} hat keine gültige Antwort.",
		"refuse.copy_nothing":    "Nichts zu kopieren: {item} hat keinen Wert.",
		"refuse.no_language":     "{procedure} gibt es nicht in „{lang}“, aber in {langs}.",
		"refuse.unknown_command": "Unbekannter Befehl {command}.",

		"kind.text": "ein Text", "kind.copy": "etwas zum Kopieren", "kind.field": "ein Feld", "kind.list": "eine Liste", "kind.task": "eine Aufgabe", "kind.check": "eine Prüfung",
		"kind.draft": "ein Schreiben", "kind.wait": "ein Wartepunkt", "kind.gate": "eine Freigabe", "kind.action": "eine Aktion", "kind.end": "ein Ende",

		"state.done": "erledigt", "state.open": "offen", "state.waiting": "im Wartezustand", "state.blocked": "blockiert", "state.stale": "erneut anzusehen",
		"state.skipped": "übersprungen", "state.not_needed": "nicht nötig",
	}
}

func refuseWhereGerman() table {
	return table{
		"refuse.no_step":           "Einen Schritt {step} gibt es nicht; die Schritte sind {steps}.",
		"refuse.no_such_step":      "Einen Schritt {step} gibt es nicht{hint}",
		"refuse.no_item":           "Im Schritt {step} gibt es keinen Punkt {item}{hint}",
		"refuse.no_field":          "Ein Feld {field} gibt es nicht{hint}",
		"refuse.column_alone":      "{column} ist eine Spalte der Liste {list}: Nennen Sie die Liste und eine Zeile.",
		"refuse.no_row":            "{list} hat keine Zeile {row}, aber {known}.",
		"refuse.no_row_at_all":     "{list} hat keine Zeile {row}; es gibt noch gar keine.",
		"refuse.no_column":         "{list} hat keine Spalte {column}, aber {known}.",
		"refuse.no_problem":        "{step} hat kein Problem {problem}; dort lässt sich akzeptieren: {known}.",
		"refuse.no_problem_at_all": "{step} hat kein Problem {problem}; dort lässt sich nichts akzeptieren.",
		"refuse.no_procedure":      "Ein Verfahren {procedure} gibt es nicht{hint}",

		// hinter dem, was es nicht gibt
		"near.meant": "; ist {name} gemeint?",
		"near.many":  ".",
		"near.none":  "; hier gibt es gar nichts dieser Art.",
		"near.one":   "; vorhanden ist {name}.",
		"near.more":  "; vorhanden sind {names} und {n} weitere.",
		"near.all":   "; vorhanden sind {names}.",

		"chain.events":     "Der Durchlauf hat {n} Ereignisse, sein Kopf sagt {header}.",
		"chain.head":       "Das neueste Ereignis ist nicht das, das der Kopf nennt.",
		"chain.rewound":    "Die Datenbank hat nicht mehr, was vom Durchlauf „{run}“ bis Ereignis {seq} gespeichert war: Sie wurde auf einen älteren Stand zurückgesetzt. Verlassen Sie den Durchlauf und öffnen Sie ihn neu; was dann fehlt, ist noch einmal einzugeben.",
		"chain.mode":       "Der Durchlauf ist nicht von der Art, in der er begann.",
		"chain.procedure":  "Das Verfahren ist nicht das, mit dem der Durchlauf begann.",
		"chain.customer":   "Der Kunde ist nicht der, mit dem der Durchlauf begann.",
		"chain.missing":    "Ereignis {seq} fehlt.",
		"chain.other_run":  "Das Ereignis gehört zu einem anderen Durchlauf.",
		"chain.order":      "Das Ereignis folgt nicht auf das davor.",
		"chain.changed":    "Das Ereignis wurde geändert.",
		"chain.data":       "Die Daten des Ereignisses wurden geändert.",
		"chain.unreadable": "Die Daten des Ereignisses lassen sich nicht lesen.",
		"chain.rows":       "Die Zeilen des Ereignisses wurden geändert.",
		"chain.letter":     "Das Schreiben des Ereignisses wurde geändert.",
		"chain.gone":       "Die Daten des Ereignisses sind weg, und keine Löschung nennt sie.",
	}
}
