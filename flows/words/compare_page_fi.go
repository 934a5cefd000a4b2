package words

// comparePageFinnish is comparePageEnglish in Finnish.
func comparePageFinnish() table {
	return table{
		"compare.page.title": "Rekisterien vertailu", "compare.page.customers": "Asiakkaat", "compare.page.suppliers": "Toimittajat",
		"compare.page.products": "Tuotteet",
		"compare.page.none":     "ei aloitussynkronointia", "compare.page.netvisor_to_rackbeat": "aloitussynkronointi Netvisorista Rackbeatiin",
		"compare.page.rackbeat_to_netvisor": "aloitussynkronointi Rackbeatista Netvisoriin",
		"compare.page.left":                 "vasen", "compare.page.right": "oikea", "compare.page.rows": "riviä", "compare.page.sheet": "taulukko {sheet}",
		"compare.page.parted": "erotin {by}", "compare.page.from_system": "järjestelmästä itsestään",
		"compare.page.matched": "Mitkä kuuluvat yhteen", "compare.page.by_code": "koodilla", "compare.page.by_id": "Y-tunnuksella",
		"compare.page.by_name": "nimellä",
		"compare.page.counts":  "Havaintoja", "compare.page.must": "pakollinen", "compare.page.warn": "varoitus", "compare.page.info": "tiedoksi",
		"compare.page.must_long": "Pakko korjata", "compare.page.warn_long": "Varoitus", "compare.page.info_long": "Tiedoksi",
		"compare.page.rule": "sääntö", "compare.page.level": "taso", "compare.page.count": "määrä", "compare.page.nothing": "Ei havaintoja.",
		"compare.page.nothing_else": "Muut säännöt ({n}): ei havaintoja.",
		"compare.page.effect":       "Seuraus", "compare.page.repair": "Korjaus", "compare.page.system": "järjestelmä",
		"compare.page.row": "rivi", "compare.page.code": "koodi", "compare.page.name": "nimi", "compare.page.business_id": "Y-tunnus",
		"compare.page.barred": "estetty", "compare.page.detail": "Mitä havaittiin",
		"compare.page.more": "ja {n} {n:muu|muuta}", "compare.page.shown": "Ensimmäiset {n}, yhteensä {all}. Kaikki: lotse compare, --out TIEDOSTO.csv tai TIEDOSTO.xlsx.",
		"compare.page.all":      "Kaikki havainnot: --out TIEDOSTO.csv, TIEDOSTO.xlsx tai TIEDOSTO.html.",
		"compare.page.findings": "Havainnot", "compare.page.sum": "SHA-256",
		"compare.page.unseen": "Ei katsottu", "compare.page.nothing_seen": "Ajetut säännöt eivät löytäneet mitään.",
		"compare.page.no_column": "{system}: ei saraketta tiedolle {fields}.", "compare.page.not_run": "Säännöt, joita ei ajettu tai joita ei ajettu molemmilla puolilla:",
		"compare.page.in_rows": "{field} {n} rivillä", "compare.page.not_compared": "{system}: ei vertailtu: {fields}.",
		"compare.page.without": "puuttuu: {missing}", "compare.page.idle": "ei ajettu",
		"compare.page.empty": "Kummallakaan puolella ei ole rivejä.",
	}
}
