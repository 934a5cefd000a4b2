package words

// briefGerman is briefEnglish in German.
func briefGerman() table {
	return table{
		"brief.failed":      "Die Prüfung „{item}“ ist am {day} fehlgeschlagen.",
		"brief.failed_more": "{n} weitere {n:Prüfung ist|Prüfungen sind} fehlgeschlagen.",
		"brief.step":        "Schritt {n} von {m}: {step}",
		"brief.again":       "Schritt {n} von {m} ist erneut anzusehen: {step}",
		"brief.blocked":     "Schritt {n} von {m} ist blockiert: „{step}“. Vorher kommt: {missing}",
		"brief.done":        "Alles ist erledigt, {n} von {n} Schritten.",
		"brief.skipped":     "{done} von {n} Schritten sind erledigt, {skipped} {skipped:wurde|wurden} übersprungen.",
		"brief.ended":       "Der Durchlauf ist beendet: {why}",
		"brief.abandoned":   "Der Durchlauf wurde aufgegeben: {why}",
		"brief.waits":       "Gewartet wird auf: {who}.",
		"brief.waits_since": "Gewartet wird seit dem {since} auf: {who}.",
		"brief.until":       "Wiedervorlage am {until}.",
		"brief.today":       "Wiedervorlage heute.",
		"brief.overdue":     "Die Wiedervorlage war schon am {until}.",
		"brief.try":         "Jetzt versuchen: {try}",
		"brief.try_next":    "Nächster Versuch {at}: {try}",
		"brief.waits_more":  "Gewartet wird noch an {n} weiteren {n:Stelle|Stellen}.",
		"brief.changed":     "Seit Sie zuletzt hier waren, am {day}: {n} {n:Änderung|Änderungen} von {who}",
		"brief.changed_in":  "Seit Sie zuletzt hier waren, am {day}: {n} {n:Änderung|Änderungen} von {who}, in: {steps}",
		"brief.new_to_you":  "Sie haben an diesem Durchlauf noch nicht gearbeitet, wohl aber {who}, zuletzt am {day}.",
		"brief.warnings":    "{n} {n:Warnung ist|Warnungen sind} nicht akzeptiert.",
		"brief.say":         "Als Nächstes sagen: „{say}“",
	}
}
