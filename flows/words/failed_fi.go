package words

// failedFinnish is failedEnglish in Finnish.
func failedFinnish() table {
	return table{
		"brief.not_worked":      "{day} ei onnistunut ”{item}”: {why}",
		"brief.not_worked_more": "(ja {n} muuta)",

		"event.not_worked": "”{item}” ei onnistunut.",
		"event.resolved":   "”{item}” onnistuu nyt.",

		"not_worked": "{by}: ei onnistunut. {why}",

		"refuse.not_worked_why":  "Kerro, mitä näkyi. Se kirjataan lokiin.",
		"refuse.not_worked_item": "{item} vain luetaan: nimeä tehtävä, tarkistus tai muu, mitä siinä tehdään.",
		"refuse.not_worked_step": "Vaiheessa {step} ei ole nyt mitään tehtävää. Nimeä jokin sen kohdista.",
		"refuse.not_worked_none": "{what}: kukaan ei ole kertonut, ettei se onnistunut, tai asia on jo kunnossa.",

		"dialogue.do_fail": "”{what}”: onnistuiko se",

		"failed.key":       "ei onnistunut",
		"failed.key_works": "onnistuu nyt",
		"failed.title":     "”{what}” ei onnistunut",
		"failed.holds":     "Vaihe pysyy avoinna, kunnes se onnistuu tai joku hyväksyy asian perustellen.",
		"failed.why":       "Mitä näkyi?",
		"failed.works":     "Onnistuuko ”{what}” nyt?",
		"failed.was":       "{by} kertoi: {why}",
		"failed.how":       "Mikä auttoi? Tyhjä: ei lisättävää",
		"failed.said":      "Lokiin on kirjattu, ettei se onnistunut.",
		"failed.resolved":  "Lokiin on kirjattu, että se onnistuu nyt.",
		"failed.help":      "failed PERUSTELU: kysytty asia ei onnistunut. resolved: nyt se onnistuu.",

		"cmd.short_failed":    "Kertoo, ettei vaihe tai kohta onnistunut, tai että se onnistuu nyt",
		"cmd.long_failed":     "Kirjaa lokiin, ettei kohta onnistunut, ja mitä näkyi; vaiheesta sen ensimmäisen kohdan, jossa on jotain tehtävää. Se on varoitus, joka pitää vaiheen avoinna, kunnes asia on kunnossa tai hyväksytty perustellen, ja se näkyy työn yhteenvedossa ensimmäisten joukossa. Kun vaihe on tehty, sekin on poissa.",
		"cmd.flag_failed_why": "mitä näkyi tai mikä auttoi, yhtenä VIRKKEENÄ",
		"cmd.flag_resolved":   "se onnistuu nyt",
	}
}
