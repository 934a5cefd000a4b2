package words

// ruleFinnish is ruleEnglish in Finnish.
func ruleFinnish() table {
	return table{
		"rule.max-length":         "Enintään näin monta merkkiä.",
		"rule.min-length":         "Vähintään näin monta merkkiä.",
		"rule.no-spaces":          "Ei välilyöntejä.",
		"rule.digits":             "Vain numeroita.",
		"rule.pattern":            "Koko vastaus on mallin mukainen (RE2).",
		"rule.one-of":             "Jokin näistä arvoista, pilkuin erotettuina.",
		"rule.at-least":           "Vähintään tämä luku.",
		"rule.at-most":            "Enintään tämä luku.",
		"rule.https":              "Verkko-osoite, jonka alussa on https.",
		"rule.shared-mailbox":     "Osoite, joka ei näytä yhden henkilön osoitteelta.",
		"rule.not-past":           "Tämä päivä tai myöhempi.",
		"rule.free-mail":          "Ei ilmaispalvelun osoite.",
		"rule.known-typo":         "Ei lyöntivirhettä tunnetun palvelun verkkotunnuksessa; ehdottaa oikeaa.",
		"rule.look-alike":         "Ei merkkejä, jotka vain näyttävät tavallisilta, eikä kahden aakkoston sanoja.",
		"rule.currency":           "Käytössä olevan valuutan ISO 4217 -koodi isoin kirjaimin.",
		"rule.business-id-fi":     "Y-tunnus tarkistusnumeroineen; myös ALV-muoto FI12345678 käy.",
		"rule.guid":               "GUID: 32 heksadesimaalinumeroa ja neljä yhdysmerkkiä, ei pelkkää nollaa.",
		"rule.relationship-once":  "Verkko-osoite, joka on liitetty kerran eikä kahdesti peräkkäin.",
		"rule.relationship-shape": "Microsoftin jälleenmyyjäsuhteen linkin muoto: palvelin, parametrit, tunnukset.",
		"rule.rackbeat-key":       "Rackbeatin API-avaimen muoto: kolme osaa, pisteet välissä.",
		"rule.wanted":             "Vastaus on toivottu muttei pakollinen; anna sille taso warn.",
		"rule.number-series":      "Sarjan numero (5000, RB-100) tai väli (5000-5999). Tätä lukee series_apart.",

		"rule.most_characters":  "merkkien enimmäismäärä",
		"rule.least_characters": "merkkien vähimmäismäärä",
		"rule.pattern_argument": "malli",
		"rule.values":           "arvot",
		"rule.least_number":     "pienin luku",
		"rule.largest_number":   "suurin luku",

		"rule.no_pattern": "Tämä ei ole malli: {detail}.",
		"rule.no_count":   "”{value}” ei ole kokonaisluku 1–{max}.",
		"rule.no_number":  "”{value}” ei ole luku.",
		"rule.no_values":  "Arvoja ei ole.",
	}
}
