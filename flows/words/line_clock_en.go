package words

// lineClockEnglish is what line mode says of the time, and of its words about it.
func lineClockEnglish() table {
	return table{
		"line.now":  "It is {at}.",
		"line.help": "value ITEM: says a value in full. status: the time, how far the run is, and what it waits for.",
	}
}
