package words

// checkTitlesFinnish is what each check proves, in Finnish.
func checkTitlesFinnish() table {
	return table{
		"check.title_mail_address":       "Sähköpostiosoite on oikein muodostettu",
		"check.title_mail_equal":         "Sähköpostiosoitteet ovat samat",
		"check.title_mail_domain":        "Osoitteen verkkotunnus ottaa vastaan postia",
		"check.title_mail_readback":      "Postilaatikkoa luetaan: testiviestin koodi tulee takaisin",
		"check.title_relationship_url":   "Jälleenmyyjäsuhteen linkki on ehjä",
		"check.title_http_endpoint":      "Palvelimeen saa yhteyden",
		"check.title_oauth2_token":       "Tunnistepalvelu hyväksyy tunnuksen ja salaisuuden",
		"check.title_teccom_token":       "Tunnus ja salaisuus kelpaavat TecComille",
		"check.title_teccom_relations":   "Jokaisella buyer grouping -rivillä on liikesuhde",
		"check.title_techdata_api":       "Arvot kelpaavat TechDatalle",
		"check.title_techdata_catalogue": "Jokaisella tuotteella on Tech Datan SKU",
		"check.title_rackbeat_self":      "Rackbeat hyväksyy avaimen",
		"check.title_rackbeat_registers": "Rackbeatin rekisterit voi lukea",
		"check.title_register_customers": "Asiakasrekisterit täsmäävät",
		"check.title_register_suppliers": "Toimittajarekisterit täsmäävät",
		"check.title_register_products":  "Tuoterekisterit täsmäävät",
	}
}
