package words

// cmdReportFinnish is cmdReportEnglish in Finnish.
func cmdReportFinnish() table {
	return table{
		"cmd.short_report":       "kirjoita työn raportti",
		"cmd.long_report":        "Kirjoittaa, mitä kenelle tehtiin, milloin ja millä tuloksella, ja mikä on avoinna: ihmisille\n(md, html, pdf), ohjelmille (json, csv; lotse help json) tai muutamalla rivillä tikettiin\n(text). Sisäiset vaiheet ja muistiinpanot ovat mukana vain valinnalla --internal, salaisuudet eivät koskaan.",
		"cmd.flag_report_format": "missä muodossa: {formats}; muuten tiedostopäätteen mukaan, muuten md",
		"cmd.flag_report_output": "uusi tiedosto, johon se kirjoitetaan",
		"cmd.flag_internal":      "mukana sisäiset vaiheet, kohdat ja muistiinpanot",
		"cmd.flag_schema":        "tulosta vain muodon --format json JSON-skeema",
		"cmd.report_format":      "Raportti kirjoitetaan muodossa {formats}, ei ”{format}”.",
		"cmd.report_terminal":    "Muotoa {format} ei näytetä päätteessä: anna tiedosto valinnalla -o.",
		"cmd.report_ending":      "{file}: raporttia ei kirjoiteta näin. Anna muoto valinnalla --format: {formats}.",
		"cmd.report_json":        "Valinnalla --json stdoutiin kirjoitettu raportti on JSONia: anna muodolle {format} tiedosto valinnalla -o.",
		"cmd.report_verify":      "Tiedostona tämä raportti on allekirjoitettu. lotse verify TIEDOSTO kertoo pelkän tiedoston perusteella, onko sitä muutettu, ja näyttää ensimmäisen muuttuneen rivin sekä avaimen sanat, joita voi verrata puhelimessa.",
	}
}
