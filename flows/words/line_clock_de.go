package words

// lineClockGerman is lineClockEnglish in German.
func lineClockGerman() table {
	return table{
		"line.now":  "Es ist {at} Uhr.",
		"line.help": "value PUNKT: sagt einen ganzen Wert. status: die Uhrzeit, wie weit der Durchlauf ist und worauf er wartet.",
	}
}
