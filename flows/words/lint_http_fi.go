package words

// lintHTTPFinnish says it in Finnish.
func lintHTTPFinnish() table {
	return table{
		"thing.request":          "pyyntö",
		"thing.basic":            "käyttäjä ja salasana",
		"thing.found":            "pyynnön havainto",
		"thing.rehearse":         "harjoitus",
		"thing.answer":           "vastaus",
		"thing.http_fault":       "harjoituksen vika",
		"lint.http_other":        "Avain {key} kuuluu vain tarkistukseen {check}.",
		"lint.http_request":      "Tarkistus {check} tarvitsee avaimen request: kysymys on menettelyssä.",
		"lint.http_rehearse":     "Tarkistus {check} tarvitsee avaimen rehearse: mitä harjoituksen portaali vastaa.",
		"lint.http_url":          "Osoitteen alussa on https:// ja palvelin, tai vastaus, joka on kokonainen osoite.",
		"lint.http_user":         "Osoitteessa on käyttäjä tai salasana: käytä avainta basic ja salasanalle omaa kenttää.",
		"lint.http_host":         "{host} on koneen oma osoite tai sen lähiverkon osa: siellä ei ole portaalia.",
		"lint.http_body":         "Pyynnöllä {method} ei ole runkoa (body): sellainen on vain POST-pyynnöllä.",
		"lint.http_header_name":  "{name} ei ole otsikon nimi.",
		"lint.http_header_own":   "Otsikkoa {name} ei voi asettaa: se muuttaisi, mitä lähetetään tai kenelle.",
		"lint.http_header_twice": "Otsikko {name} on jo annettu.",
		"lint.http_header_line":  "Otsikossa {name} on rivinvaihto tai muu ohjausmerkki.",
		"lint.http_secret_last":  "Salaisuuden {name} pitää olla otsikon lopussa, yksin.",
		"lint.http_no_secret":    "{name} ei ole salaisuus: kirjoita se ilman sanaa secret.",
		"lint.http_code":         "{code} ei ole koodi: pieniä kirjaimia, numeroita ja merkkejä _.",
		"lint.http_code_twice":   "Havainto, jonka koodi on {code}, on jo annettu.",
		"lint.http_code_taken":   "Tarkistuksella {check} on jo oma havainto {code}: anna tälle toinen koodi.",
		"lint.http_status":       "Tila on luku väliltä 200–599.",
		"lint.http_answer":       "Harjoituksen vastaus on enintään {limit} tavua.",
		"lint.http_fault_name":   "{name} ei ole vian nimi: pieniä kirjaimia, numeroita ja merkkejä -.",
	}
}
