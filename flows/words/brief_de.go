package words

// briefGerman is briefEnglish in German.
func briefGerman() table {
	return table{
		"brief.failed":      "Die Prüfung „{item}“ ist am {day} fehlgeschlagen.",
		"brief.failed_more": "{n} weitere {n:Prüfung ist|Prüfungen sind} fehlgeschlagen.",
		"brief.step":        "Schritt {n} von {m}: {step}.",
		"brief.again":       "Schritt {n} von {m} ist noch einmal durchzusehen: {step}.",
		"brief.blocked":     "Schritt {n} von {m} ist blockiert: {step}. Vorher kommt: {missing}.",
		"brief.done":        "Alles ist erledigt, {n} von {n} Schritten.",
		"brief.skipped":     "{done} von {n} Schritten sind erledigt, {skipped} {skipped:wurde|wurden} übersprungen.",
		"brief.ended":       "Der Durchlauf ist beendet: {why}",
		"brief.abandoned":   "Der Durchlauf wurde aufgegeben: {why}",
		"brief.waits":       "Gewartet wird auf: {who}.",
		"brief.waits_since": "Gewartet wird seit dem {since} auf: {who}.",
		"brief.until":       "Wieder nachsehen am {until}.",
		"brief.today":       "Heute ist wieder nachzusehen.",
		"brief.overdue":     "Nachzusehen war schon am {until}.",
		"brief.waits_more":  "{n} weitere {n:Wartestelle ist|Wartestellen sind} offen.",
		"brief.changed":     "Seit Sie am {day} hier waren: {n} {n:Änderung|Änderungen} von {who}.",
		"brief.changed_in":  "Seit Sie am {day} hier waren: {n} {n:Änderung|Änderungen} von {who}, in: {steps}.",
		"brief.new_to_you":  "Sie haben an diesem Durchlauf noch nicht gearbeitet, wohl aber {who}, zuletzt am {day}.",
		"brief.warnings":    "{n} {n:Warnung|Warnungen}, die niemand akzeptiert hat.",
		"brief.say":         "Als Nächstes sagen: „{say}“",
	}
}
