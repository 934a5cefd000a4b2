package words

func waitFinnish() table {
	return table{
		"wait.now":           "**Yritä nyt** (ajankohta {at}): {try}",
		"wait.next":          "Sitten, {at}: {try}",
		"wait.clock":         "seuraava yritys {at}, {n} min päästä",
		"wait.clock_hours":   "seuraava yritys {at}, {h} h {m} min päästä",
		"wait.clock_now":     "yritä nyt uudelleen, ajankohta oli {at}",
		"wait.no_next":       "Muita yrityksiä ei ole: kerro, milloin asiaan palataan.",
		"wait.tried":         "Yritetty, ei vielä mitään: uudelleen {at}",
		"wait.meanwhile":     "Sillä välin: {step}",
		"wait.notice":        "{customer}, {procedure}: on aika yrittää uudelleen.",
		"wait.notice_shared": "Yhdessä töistä on aika yrittää uudelleen.",
		"cmd.setting_notice": "Äänimerkki ja työpöydän ilmoitus (notice), kun odotus päättyy: on tai off.",
	}
}
