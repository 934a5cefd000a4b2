package words

// briefFinnish is briefEnglish in Finnish.
func briefFinnish() table {
	return table{
		"brief.failed":      "Tarkistus ”{item}” epäonnistui {day}.",
		"brief.failed_more": "Epäonnistuneita tarkistuksia on vielä {n}.",
		"brief.step":        "Vaihe {n}/{m}: {step}",
		"brief.again":       "Vaihe {n}/{m} on katsottava uudelleen: {step}",
		"brief.blocked":     "Vaihe {n}/{m} on estetty: ”{step}”. Sitä ennen: {missing}",
		"brief.done":        "Kaikki on valmista, vaiheita {n}/{n}.",
		"brief.skipped":     "Vaiheita on valmiina {done}/{n}, ohitettu {skipped}.",
		"brief.ended":       "Työ on päättynyt: {why}",
		"brief.abandoned":   "Työ keskeytettiin: {why}",
		"brief.waits":       "Odotetaan: {who}.",
		"brief.waits_since": "Odotus alkoi {since}. Odotetaan: {who}.",
		"brief.until":       "Katsotaan uudelleen {until}.",
		"brief.today":       "Katsotaan uudelleen tänään.",
		"brief.overdue":     "Piti katsoa jo {until}.",
		"brief.try":         "Yritä nyt: {try}",
		"brief.try_next":    "Seuraava yritys {at}: {try}",
		"brief.waits_more":  "Muita odotuksia on avoinna {n}.",
		"brief.changed":     "Kävit täällä viimeksi {day}. Muutoksia sen jälkeen: {n}. Tekijät: {who}",
		"brief.changed_in":  "Kävit täällä viimeksi {day}. Muutoksia sen jälkeen: {n}. Tekijät: {who}. Vaiheet: {steps}",
		"brief.new_to_you":  "Et ole vielä tehnyt tätä työtä. Aiemmat tekijät: {who}, viimeksi {day}.",
		"brief.warnings":    "Hyväksymättömiä varoituksia: {n}.",
		"brief.say":         "Sano seuraavaksi: ”{say}”",
	}
}
