package words

// cmdMoveFinnish is cmdMoveEnglish in Finnish.
func cmdMoveFinnish() table {
	return table{
		"cmd.short_move":      "Siirtää työn menettelynsä toiseen versioon",
		"cmd.long_move":       "Siirtää keskeneräisen työn menettelynsä asennettuun versioon tai johonkin toiseen. Vastaukset säilyvät, jos versiossa on niille paikka, vaikka sen nimi olisi vaihtunut. Se, mikä nyt kysyy muuta, on katsottava uudelleen; se, millä ei enää ole paikkaa, jää luettavaksi ja palaa version mukana, jossa paikka on. --dry-run näyttää kaiken tämän etukäteen. Takaisin pääsee toisella siirrolla. Päättynyt työ pysyy ennallaan.",
		"cmd.flag_move_to":    "tähän versioon (`VERSION`): sen numero tai menettelyn sijainti",
		"cmd.flag_move_dry":   "näytä, mitä tapahtuisi, äläkä siirrä mitään",
		"cmd.flag_move_all":   "siirrä kaikki tämän menettelyn keskeneräiset työt",
		"cmd.move_all_to":     "--all siirtää asennettuun versioon: jätä --to pois.",
		"cmd.move_no_version": "Versiota {version} ei ole täällä. Menettely: {procedure}. Versiot: {versions}.",
		"cmd.move_head":       "{customer}: {title}, versiosta {from} versioon {to}",
		"cmd.move_from":       "versiosta {from} versioon {to}",
		"cmd.move_none":       "Kaikki keskeneräiset työt ovat versiossa {to}. Menettely: {procedure}.",
		"cmd.move_would":      "Versioon {to}: {n} voidaan siirtää, {not} ei. Mitään ei siirretty.",
		"cmd.move_did":        "Versioon {to}: {n} siirretty, {not} ei.",
	}
}
