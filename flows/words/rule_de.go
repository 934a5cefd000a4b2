package words

// ruleGerman is ruleEnglish in German.
func ruleGerman() table {
	return table{
		"rule.max-length":         "Höchstens so viele Zeichen.",
		"rule.min-length":         "Mindestens so viele Zeichen.",
		"rule.no-spaces":          "Keine Leerzeichen darin.",
		"rule.digits":             "Nur Ziffern.",
		"rule.pattern":            "Die ganze Antwort passt zu einem Muster (RE2).",
		"rule.one-of":             "Einer dieser Werte, durch Kommas getrennt.",
		"rule.at-least":           "Nicht kleiner als diese Zahl.",
		"rule.at-most":            "Nicht größer als diese Zahl.",
		"rule.https":              "Eine Webadresse mit https.",
		"rule.shared-mailbox":     "Eine Adresse, die nicht nach einer einzelnen Person klingt.",
		"rule.not-past":           "Ein Datum von heute oder später.",
		"rule.free-mail":          "Keine Adresse bei einem Freemailer.",
		"rule.known-typo":         "Keine vertippte Domain eines bekannten Anbieters; schlägt die richtige vor.",
		"rule.look-alike":         "Keine Buchstaben, die nur wie gewöhnliche aussehen, und kein Wort aus zwei Alphabeten.",
		"rule.currency":           "Der Code einer gültigen Währung nach ISO 4217, in Großbuchstaben.",
		"rule.business-id-fi":     "Eine finnische Y-tunnus mit ihrer Prüfziffer; die Form der Umsatzsteuer-ID, FI12345678, geht auch.",
		"rule.guid":               "Eine GUID aus 32 hexadezimalen Ziffern mit vier Bindestrichen, nicht nur Nullen.",
		"rule.relationship-once":  "Eine Webadresse, die einmal eingefügt wurde, nicht zweimal hintereinander.",
		"rule.relationship-shape": "Die Form eines Microsoft-Links zur Händlerbeziehung: Host, Parameter, IDs.",
		"rule.rackbeat-key":       "Die Form eines Rackbeat-Schlüssels: drei Teile mit Punkten dazwischen.",
		"rule.wanted":             "Eine Antwort ist erwünscht, aber nicht Pflicht; geben Sie ihr die Stufe warn.",
		"rule.number-series":      "Eine Nummer einer Serie (5000, RB-100) oder ein Bereich davon (5000-5999). Das, was series_apart liest.",

		"rule.most_characters":  "die höchste Zahl der Zeichen",
		"rule.least_characters": "die kleinste Zahl der Zeichen",
		"rule.pattern_argument": "das Muster",
		"rule.values":           "die Werte",
		"rule.least_number":     "die kleinste Zahl",
		"rule.largest_number":   "die größte Zahl",

		"rule.no_pattern": "Das ist kein Muster: {detail}.",
		"rule.no_count":   "„{value}“ ist keine ganze Zahl von 1 bis {max}.",
		"rule.no_number":  "„{value}“ ist keine Zahl.",
		"rule.no_values":  "Es wird kein Wert genannt.",
	}
}
