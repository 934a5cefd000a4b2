package words

// faultGerman says what there is to say of what goes wrong in a rehearsal by choice.
func faultGerman() table {
	return table{
		"fault.key":       "Störungen",
		"fault.title":     "Was hier schiefgeht",
		"fault.intro":     "Die Prüfung „{check}“ fragt ein Portal, das auf diesem Rechner simuliert wird. Wählen Sie, was dort schiefgeht.",
		"fault.on":        "an",
		"fault.arm":       "schiefgehen lassen",
		"fault.mend":      "beheben",
		"fault.sign":      "Störung an",
		"fault.armed":     "Ab jetzt, bis Sie es beheben: {does}",
		"fault.mended":    "Behoben: dort geht nichts mehr schief. Prüfen Sie noch einmal.",
		"fault.real":      "In einem echten Durchlauf geht nichts auf Wunsch schief: Beginnen Sie dafür eine Probe.",
		"fault.no_check":  "Gehen Sie zu einer Prüfung: Dort wählen Sie, was schiefgeht.",
		"fault.no_portal": "Diese Prüfung fragt kein Portal, also geht dort nichts schief: Geben Sie stattdessen eine falsche Antwort ein.",
		"fault.line":      "Hier geht schief: {does}",
		"fault.none":      "Hier soll nichts schiefgehen.",
		"fault.list":      "{n}: {name}. {does}",
		"fault.how":       "fault mit einer Nummer oder einem Namen lässt es schiefgehen, fault none behebt es.",
		"fault.unknown":   "Diese Störung gibt es hier nicht: {fault}. fault nennt alle.",
		"fault.help":      "fault: nennt, was bei einer Prüfung einer Probe schiefgehen kann. fault NAME: lässt es schiefgehen; fault none: behebt es.",
	}
}
