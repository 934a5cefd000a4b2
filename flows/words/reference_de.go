package words

// referenceGerman is referenceEnglish in German.
func referenceGerman() table {
	return table{
		"reference.rules_name":      "Regel",
		"reference.rules_fits":      "passt zu",
		"reference.rules_arguments": "Argumente",
		"reference.rules_wants":     "was sie verlangt",
		"reference.rules_any":       "alle außer secret",
		"reference.rules_hint":      "Nur ein Anzeichen: nicht für die Stufe must.",

		"reference.checks_name":   "Prüfung",
		"reference.checks_inputs": "Eingaben",
		"reference.checks_proves": "was sie nachweist",

		"reference.faults_name":    "Störung",
		"reference.faults_checks":  "Prüfungen",
		"reference.faults_does":    "was schiefgeht",
		"reference.faults_finding": "Befund",
		"reference.faults_status":  "Ergebnis",
		"reference.faults_all":     "alle",
		"reference.faults_but":     "alle außer {checks}",

		"reference.registers_name":   "Regel",
		"reference.registers_finds":  "was sie findet",
		"reference.registers_levels": "Stufe",
		"reference.registers_effect": "Folge",
	}
}
