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

		"team.opens_alone":   "sen voi avata vain {by}",
		"team.opens_among":   "{by} on salannut sen; sinäkin voit avata sen, samoin {others}",
		"team.opens_besides": "sen voi avata myös {others}",
		"team.opens_with":    "{by} on salannut sen; sinäkin voit avata sen",
		"team.opens_without": "{by} on salannut sen; sen voi avata vain {others}",
	}
}
