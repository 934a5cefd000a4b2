package words

// lineClockFinnish is lineClockEnglish in Finnish.
func lineClockFinnish() table {
	return table{
		"line.now":  "Kello on {at}.",
		"line.help": "value KOHTA: kertoo koko arvon. status: kellonaika, miten pitkällä työ on ja mitä se odottaa.",
	}
}
