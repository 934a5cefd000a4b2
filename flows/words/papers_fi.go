package words

func papersFinnish() table {
	return table{
		"papers.name_sheet":    "Valmistautumisohje",
		"papers.name_report":   "Raportti",
		"papers.name_letter":   "{item}",
		"papers.name_summary":  "Yhteenveto tikettiin",
		"papers.name_calendar": "Kalenterimerkintä",
		"papers.name_handover": "Luovutus",
		"papers.name_rotation": "{item}",

		"papers.for_sheet":    "asiakkaalle: mitä pitää olla käsillä ja ketkä tarvitaan paikalle",
		"papers.for_report":   "mitä tehtiin, tarkistettiin ja päätettiin",
		"papers.for_letter":   "luettavaksi, kopioitavaksi ja lähetettäväksi",
		"papers.for_summary":  "muutama rivi leikepöydälle",
		"papers.for_calendar": "mitä odotetaan ja mihin asti",
		"papers.for_handover": "koko työ yhdessä tiedostossa, työkaverille",
		"papers.for_rotation": "uusi salaisuus vanhan tilalle",

		"papers.file_sheet":    "valmistautuminen",
		"papers.file_report":   "raportti",
		"papers.file_calendar": "kalenteri",
		"papers.file_handover": "luovutus",

		"papers.format_html":  "HTML, selaimelle",
		"papers.format_pdf":   "PDF",
		"papers.format_md":    "Markdown",
		"papers.format_txt":   "teksti",
		"papers.format_csv":   "CSV, taulukkolaskentaan",
		"papers.format_json":  "JSON, ohjelmille",
		"papers.format_ics":   "iCalendar",
		"papers.format_lotse": "tiedosto, jonka Lotse lukee",

		"papers.writing":        "Kirjoitetaan.",
		"papers.written":        "Kirjoitettu: {file}.",
		"papers.other_ending":   "Tiedoston nimi {file} ei pääty valittuun muotoon .{format}. Muuta nimeä tai muotoa.",
		"papers.taken":          "Tiedosto {file} on jo olemassa ja jää ennalleen. Tämä nimi on vapaa: {other}.",
		"papers.help":           "papers: luettelee, mitä voi lähettää eteenpäin: raportti, viestit, yhteenveto tikettiin, luovutus. papers ASIAKIRJA TIEDOSTO KIELI: kirjoittaa yhden uuteen tiedostoon.",
		"papers.as":             "Muodot: {formats}.",
		"papers.ask":            "Missä muodossa: {formats}, tai tiedoston nimi, joka päättyy niin; Enter jättää",
		"papers.usage":          "Kirjoita papers ja numero, sitten muoto tai tiedoston nimi, sitten kieli: papers 1 html. Sanat papers summary copy kopioivat yhteenvedon leikepöydälle, papers open avaa viimeksi kirjoitetun tiedoston.",
		"papers.copied":         "Yhteenveto annettiin leikepöydälle: {program}.",
		"papers.is_folder":      "{file} on kansio: lisää tiedoston nimi.",
		"papers.no_folder":      "Kansiota {folder} ei ole. Luo se tai valitse toinen.",
		"papers.handover_words": "Sen neljä sanaa: {words}. Lue ne puhelimessa vastaanottajalle.",
		"papers.handover_open":  "Siinä ei ole salaisuuksia. Vastaukset ovat siinä salaamatta.",
		"papers.none_written":   "Täällä ei ole vielä kirjoitettu tiedostoa.",
		"papers.unknown":        "Asiakirjaa {name} ei ole täällä. Sana papers luettelee kaikki.",
		"papers.formats":        "{item}: muotoa {format} ei ole. Muodot: {formats}.",
		"papers.languages":      "{item}: kieltä {language} ei ole. Kielet: {languages}.",
	}
}
