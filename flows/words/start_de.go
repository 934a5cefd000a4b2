package words

// startGerman says what there is to say where a run is begun.
func startGerman() table {
	return table{
		"start.mode":            "Art",
		"start.real":            "echt",
		"start.rehearsal":       "Probe",
		"start.key_mode":        "Art",
		"start.about_real":      "Der eigene Durchlauf des Kunden: Prüfungen fragen die echten Portale.",
		"start.about_rehearsal": "Zum Üben: Portale werden auf diesem Rechner simuliert, nichts Echtes wird gefragt, und w bei einer Prüfung wählt, was schiefgeht.",
		"start.steps":           "{n} {n:Schritt|Schritte}",
		"start.minutes":         "etwa {n} Minuten",
		"start.minutes_between": "{least} bis {most} Minuten",
		"start.have":            "Bereithalten: {what}",
		"start.runs":            "{n} {n:Durchlauf|Durchläufe}, zuletzt {day}",
	}
}
