package words

// teamFinnish is teamEnglish in Finnish.
func teamFinnish() table {
	return table{
		"team.gone":        "Tämä työ on poistettu, tai sinulla ei ole enää oikeutta nähdä sitä. Näkyvissä on sen viimeisin tila.",
		"team.undo":        "{by} on sillä välin muuttanut tätä työtä, joten viimeisin muutos voi olla hänen. Kumoa uudelleen, jos haluat perua sen.",
		"team.more":        "{what} ja {n} muuta",
		"team.with":        "mukana {names}",
		"team.run_changed": "{by} muutti: {title}, {customer}",
		"team.line_heard":  "{by}, {at}: {what}",
		"team.line_more":   "Muilta vielä {n} {n:muutos|muutosta}.",
		"team.line_with":   "Samassa työssä ovat myös: {names}.",
		"team.line_alone":  "Tässä työssä ei ole nyt muita.",
	}
}
