package words

func checkReachFinnish() table {
	return table{
		"check.title_tls_certificate": "Palvelimen varmenne on kunnossa ja voimassa riittävän pitkään",
		"check.title_tcp_connect":     "Palvelimen porttiin saa yhteyden",
		"check.title_dns_txt":         "Tekstitietue on asetettu",

		"check.step_issuer": "Myöntäjä",
		"check.step_names":  "Nimet",
		"check.step_ends":   "Voimassa",
		"check.step_txt":    "Tekstitietue",

		"check.tcp_passed":         "{host} ottaa yhteyksiä vastaan.",
		"check.certificate_passed": "{host}: varmenne on voimassa, päättyy {until}; myöntäjä: {issuer}.",
		"check.certificate_until":  "{from}–{until}",
		"check.txt_passed":         "{name}: tekstitietue löytyy.",

		"check.net_host_malformed":          "{host} ei ole palvelimen nimi: kirjoita pelkkä nimi, esimerkiksi portal.example.org.",
		"check.net_port_malformed":          "{port} ei ole portti: portit ovat 1–65535.",
		"check.net_days_malformed":          "{days} ei ole päivien määrä väliltä 0–{most}.",
		"check.net_certificate_self_signed": "{host} on allekirjoittanut varmenteensa itse: kukaan muu ei takaa sitä.",
		"check.net_name_malformed":          "{name} ei ole nimi, jolla voi olla tekstitietue, kuten _dmarc.example.org.",
		"check.net_txt_missing":             "{name}: tekstitietuetta ei ole.",
		"check.net_txt_others":              "{name}: tekstitietueita on {n}, mutta ei tätä.",
		"check.net_txt_different":           "{name}: teksti on toinen: {found}",
		"check.net_txt_several":             "{name}: samanlaisia tekstitietueita ({kind}) on {n}. Vain yksi niistä saa olla.",

		"check.why_days":       "Päivien määrässä on kirjoitusvirhe.",
		"check.why_txt_young":  "Tietue on asetettu vasta äsken: nimipalvelimilta voi kulua päivä sen huomaamiseen.",
		"check.why_txt_place":  "Tietue on asetettu toiselle nimelle. Jotkin palveluntarjoajat lisäävät nimeen verkkotunnuksen.",
		"check.why_txt_old":    "Aiempi teksti on vielä paikallaan: se pitää korvata.",
		"check.why_txt_text":   "Etsittävä teksti ei ole oikea.",
		"check.why_txt_one":    "Aiempi tietue on jäänyt paikalleen: verkkotunnuksen ylläpitäjän pitää poistaa se.",
		"check.why_txt_quotes": "Lainausmerkit ovat tulleet mukaan: ne eivät kuulu tekstiin.",
		"check.why_txt_blanks": "Vain välilyönnit, lainausmerkit tai isot kirjaimet eroavat: teksti on näppäilty tai katkennut.",

		"check.fault_certificate_self_signed": "Palvelin on allekirjoittanut varmenteensa itse.",
		"check.fault_no_text":                 "Nimellä ei ole tekstitietuetta.",
		"check.fault_text_other":              "Nimellä on toinen samanlainen teksti.",
		"check.fault_text_quoted":             "Teksti on liitetty lainausmerkkeineen.",
		"check.fault_text_twice":              "Nimellä on kaksi samanlaista tekstitietuetta.",
	}
}
