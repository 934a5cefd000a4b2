package words

// checkTitleEnglish says what each check proves, in a line without a full stop.
func checkTitleEnglish() table {
	return table{
		"check.title_mail_address":       "The e-mail address is well formed",
		"check.title_mail_equal":         "The e-mail addresses are the same",
		"check.title_mail_domain":        "The domain of the address takes mail",
		"check.title_mail_readback":      "Somebody reads the mailbox: the code of the test mail comes back",
		"check.title_relationship_url":   "The reseller relationship link is whole",
		"check.title_http_endpoint":      "The server can be reached",
		"check.title_oauth2_token":       "The token service accepts id and secret",
		"check.title_teccom_token":       "TecCom accepts the client id and the secret",
		"check.title_teccom_relations":   "Every buyer grouping entry has its business relation",
		"check.title_techdata_api":       "TechData accepts the values",
		"check.title_techdata_catalogue": "Every product has its Tech Data SKU number",
		"check.title_rackbeat_self":      "Rackbeat accepts the key",
		"check.title_rackbeat_registers": "Rackbeat's registers can be read",
		"check.title_register_customers": "The registers of customers fit together",
		"check.title_register_suppliers": "The registers of suppliers fit together",
		"check.title_register_products":  "The registers of products fit together",
	}
}
