package words

// referenceEnglish are the words of the tables of rules, checks, faults and
// registers.
func referenceEnglish() table {
	return table{
		"reference.rules_name":      "rule",
		"reference.rules_fits":      "fits",
		"reference.rules_arguments": "arguments",
		"reference.rules_wants":     "what it wants",
		"reference.rules_any":       "all but secret",
		"reference.rules_hint":      "A hint only: not for the level must.",

		"reference.checks_name":   "check",
		"reference.checks_inputs": "inputs",
		"reference.checks_proves": "what it proves",

		"reference.faults_name":    "fault",
		"reference.faults_checks":  "checks",
		"reference.faults_does":    "what goes wrong",
		"reference.faults_finding": "finding",
		"reference.faults_status":  "result",
		"reference.faults_all":     "all",
		"reference.faults_but":     "all but {checks}",

		"reference.registers_name":   "rule",
		"reference.registers_finds":  "what it finds",
		"reference.registers_levels": "level",
		"reference.registers_effect": "what happens if nothing is done",
	}
}
