package words

// referenceFinnish is referenceEnglish in Finnish.
func referenceFinnish() table {
	return table{
		"reference.rules_name":      "sääntö",
		"reference.rules_fits":      "sopii",
		"reference.rules_arguments": "argumentit",
		"reference.rules_wants":     "mitä se vaatii",
		"reference.rules_any":       "kaikki paitsi secret",
		"reference.rules_hint":      "Vain merkki: ei tasolle must.",

		"reference.checks_name":   "tarkistus",
		"reference.checks_inputs": "syötteet",
		"reference.checks_proves": "mitä se todistaa",

		"reference.faults_name":    "vika",
		"reference.faults_checks":  "tarkistukset",
		"reference.faults_does":    "mikä menee vikaan",
		"reference.faults_finding": "havainto",
		"reference.faults_status":  "tulos",
		"reference.faults_all":     "kaikki",
		"reference.faults_but":     "kaikki paitsi {checks}",

		"reference.registers_name":   "sääntö",
		"reference.registers_finds":  "mitä se havaitsee",
		"reference.registers_levels": "taso",
		"reference.registers_effect": "seuraus",
	}
}
