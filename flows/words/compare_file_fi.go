package words

// compareFileFinnish is compareFileEnglish in Finnish.
func compareFileFinnish() table {
	const spoilt = ", jonka taulukkolaskenta on muuttanut pitkäksi luvuksi tai päiväykseksi. Muuta sarake tekstiksi ja vie uudelleen."
	const zeros = " vähemmän numeroita kuin muissa: niissä numeroita on {digits} ja alussa 0. Onko nollia kadonnut?"
	const first = "{n} riviä, tämä ensimmäisenä, "
	return table{
		"compare.same_file":            "Kummallakin puolella on sama tiedosto: anna toiselle puolelle toisen järjestelmän rekisteri.",
		"compare.other_register":       "Tiedostossa ovat nähtävästi {other}, eivät {kind}: koodi on sarakkeessa ”{column}”.",
		"compare.no_codes":             "Koodisaraketta ei löydy ({kind}). Kerro, mikä se on: code=OTSIKKO; sarakkeet: {columns}.",
		"compare.codes_in_doubt":       "Koodit voivat olla useassa sarakkeessa ({kind}): {columns}. Kerro, missä ne ovat: code=OTSIKKO.",
		"compare.in_doubt.business_id": "Y-tunnukset voivat olla useassa sarakkeessa: {columns}. Mitään niistä ei otettu: kerro, missä ne ovat.",
		"compare.in_doubt.name":        "Nimet voivat olla useassa sarakkeessa: {columns}. Mitään niistä ei otettu: kerro, missä ne ovat.",
		"compare.no_field":             "Rekisterissä ({kind}) ei ole kenttää ”{field}”; kentät: {fields}.",
		"compare.rows_many":            "Tämä on tietojen rivi {n}; rekisterissä voi olla enintään {most}.",
		"compare.text_large":           "Tähän mennessä koodeja, Y-tunnuksia ja nimiä on yli {most} MiB: liikaa rekisteriksi. Tallenna taulukko muotoon CSV.",

		"compare.record_damaged": "Tallennetun vertailun rivi {line} ei ole sellainen kuin kirjoitettaessa. Vertaa uudelleen.",
		"compare.record_newer":   "Vertailun on tallentanut uudempi Lotse, muoto {version}. Päivitä Lotse tai vertaa uudelleen.",

		"compare.kind.customers": "asiakkaat",
		"compare.kind.suppliers": "toimittajat",
		"compare.kind.products":  "tuotteet",

		"compare.columns_of_sheet": "{columns}, taulukko ”{sheet}”; koodeja ei ole muissakaan taulukoissa: {others}",

		"compare.left":          "{n} {n:rivi ei ole kortti vaan summa, otsikko, viiva tai sivun alatunniste, ja se jää|riviä ei ole kortteja vaan summia, otsikoita, viivoja tai sivun alatunnisteita, ja ne jäävät} pois: {n:rivi|rivit} {rows}.",
		"compare.left_doubt":    "{n} {n:rivi lopussa tulkittiin summaksi|riviä lopussa tulkittiin summiksi} ja jätettiin pois, mutta koodi on kuten korteilla: {n:onko se kortti|ovatko ne kortteja}? {n:Rivi|Rivit} {rows}.",
		"compare.barred_unread": "{n} rivillä ei ole tunnettua sanaa siitä, onko kortti estetty vai käytössä: sitä ei tiedetä. {n:Rivi|Rivit} {rows}.",
		"compare.blank":         "{n} rivillä ei ole koodia eikä nimeä, ja {n:se jää|ne jäävät} pois: {n:rivi|rivit} {rows}.",
		"compare.guarded":       "{n} {n:rivi|riviä} on kirjoitettu taulukkolaskentaa varten tai sillä, kuten {example}: luetaan {stands}.",
		"compare.guard_doubt":   "{n} {n:koodi|koodia} on kirjoitettu muotoon {example}. Jos toisessa rekisterissä on {stands} eikä {example}, {n:se|ne} luetaan niin. Varminta on viedä koodit tekstinä.",
		"compare.letters":       "{n} rivillä on toisen merkistön kirjaimia: onko se {encoding}? Niitä sisältäviä tietoja ei verrata, ennen kuin asia on selvä: {n:rivi|rivit} {rows}.",
		"compare.letters_odd":   "{n} rivillä on toisen merkistön kirjaimia. Mikä merkistö se on? Niitä sisältäviä tietoja ei verrata, ennen kuin asia on selvä: {n:rivi|rivit} {rows}.",
		"compare.letters_twice": "{n} rivillä kirjaimet on muunnettu UTF-8:ksi kahdesti, esimerkiksi ö näkyy muodossa Ã¶: niitä ei verrata. Onko virhe järjestelmässä vai tiedostossa? {n:Rivi|Rivit} {rows}.",
		"compare.error_value":   "{n} rivillä on arvon sijasta taulukkolaskennan virhe, kuten #N/A: sitä ei verrata. Korjaa taulukko ja vie uudelleen: {n:rivi|rivit} {rows}.",
		"compare.unread_header": "Sarakkeen nimessä on merkki, jota ei voitu lukea. Onko merkistö oikea?",
		"compare.unread":        "{n} rivillä on merkki, jota ei voitu lukea: tietoa ei verrata. Onko merkistö oikea? {n:Rivi|Rivit} {rows}.",

		"compare.two_names":    "Sarakkeilla {first} ja {second} on sama nimi, {name}: niistä otettiin sarake {taken}.",
		"compare.again":        "Tämä rivi toistaa otsikon: se jää pois.",
		"compare.again_more":   first + "toistaa otsikon: ne jäävät pois.",
		"compare.ragged":       "Tällä rivillä on vähemmän soluja kuin otsikossa.",
		"compare.ragged_more":  first + "sisältää vähemmän soluja kuin otsikko.",
		"compare.surplus":      "Tällä rivillä on enemmän soluja kuin otsikossa: onko erotin oikea?",
		"compare.surplus_more": first + "sisältää enemmän soluja kuin otsikko: onko erotin oikea?",
		"compare.quote":        "Tällä rivillä on solun sisällä lainausmerkki: se on luettu tekstiksi.",
		"compare.quote_more":   first + "sisältää lainausmerkin solun sisällä: se on luettu tekstiksi.",
		"compare.spoilt":       "Tällä rivillä on koodi" + spoilt,
		"compare.spoilt_more":  first + "sisältää koodin" + spoilt,
		"compare.zeros":        "Tämän rivin koodissa on" + zeros,
		"compare.zeros_more":   first + "sisältää koodin, jossa on" + zeros,
	}
}
