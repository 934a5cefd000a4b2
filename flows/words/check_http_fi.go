package words

func checkHTTPFinnish() table {
	return table{
		"check.title_http_json":       "Palvelin vastaa niin kuin pitää",
		"check.net_not_expected":      "{host} ei vastaa niin kuin pitäisi ({status}).",
		"check.net_access_refused":    "{host} ei hyväksy kysyjää ({status}).",
		"check.net_header_unfit":      "Mitään ei lähetetty ({host}): {name} sisältää rivinvaihdon tai muun ohjausmerkin, jota ei voi lähettää.",
		"check.json_expected":         "{status}, kuten pitää",
		"check.json_passed":           "{host} vastaa niin kuin pitää.",
		"check.why_not_expected":      "Siellä jotakin on vielä asettamatta, tai osoite vie väärään paikkaan.",
		"check.why_header":            "Salaisuus tai vastaus on liitetty rivinvaihdon kanssa.",
		"check.why_look":              "Katso ensin tätä vastausta.",
		"check.fault_401":             "Palvelin ei hyväksy kysyjää (401).",
		"check.fault_unexpected_json": "Palvelin vastaa JSON-muodossa, mutta ei odotetulla tavalla.",
	}
}
