package words

// checkTitleGerman are the titles of the checks.
func checkTitleGerman() table {
	return table{
		"check.title_mail_address":       "Die E-Mail-Adresse ist richtig gebildet",
		"check.title_mail_equal":         "Die E-Mail-Adressen sind gleich",
		"check.title_mail_domain":        "Die Domain der Adresse nimmt Mail an",
		"check.title_mail_readback":      "Jemand liest das Sammelpostfach: Der Code der Testmail kommt zurück",
		"check.title_relationship_url":   "Der Link zur Händlerbeziehung ist vollständig",
		"check.title_http_endpoint":      "Der Server ist erreichbar",
		"check.title_oauth2_token":       "Der Token-Dienst nimmt ID und Secret an",
		"check.title_teccom_token":       "TecCom nimmt Client-ID und Secret an",
		"check.title_teccom_relations":   "Jeder Eintrag der Käufergruppen-Datei hat seine Geschäftsbeziehung",
		"check.title_techdata_api":       "TechData nimmt die Werte an",
		"check.title_techdata_catalogue": "Jedes Produkt hat seine SKU von Tech Data",
		"check.title_rackbeat_self":      "Rackbeat nimmt den Schlüssel an",
		"check.title_rackbeat_registers": "Die Stammdaten in Rackbeat lassen sich lesen",
		"check.title_register_customers": "Die Stammdaten der Kunden passen zusammen",
		"check.title_register_suppliers": "Die Stammdaten der Lieferanten passen zusammen",
		"check.title_register_products":  "Die Stammdaten der Artikel passen zusammen",
	}
}
