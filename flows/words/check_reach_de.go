package words

func checkReachGerman() table {
	return table{
		"check.title_tls_certificate": "Das Zertifikat des Servers ist gut und gilt noch lange genug",
		"check.title_tcp_connect":     "Der Port des Servers ist erreichbar",
		"check.title_dns_txt":         "Der Texteintrag im DNS ist gesetzt",

		"check.step_issuer": "Ausgestellt von",
		"check.step_names":  "Für",
		"check.step_ends":   "Gültig",
		"check.step_txt":    "Texteintrag",

		"check.tcp_passed":         "{host} nimmt Verbindungen an.",
		"check.certificate_passed": "Das Zertifikat von {host} gilt bis {until}; ausgestellt hat es {issuer}.",
		"check.certificate_until":  "von {from} bis {until}",
		"check.txt_passed":         "{name} hat den Texteintrag.",

		"check.net_host_malformed":          "{host} ist kein Host: Nennen Sie den Namen ohne Pfad, etwa portal.example.org.",
		"check.net_port_malformed":          "{port} ist kein Port: Es gibt 1 bis 65535.",
		"check.net_days_malformed":          "{days} ist keine Zahl von Tagen zwischen 0 und {most}.",
		"check.net_certificate_self_signed": "{host} hat das Zertifikat selbst unterschrieben: Niemand sonst bürgt dafür.",
		"check.net_name_malformed":          "{name} ist kein Name, der einen Texteintrag haben kann, wie _dmarc.example.org.",
		"check.net_txt_missing":             "{name} hat keinen Texteintrag.",
		"check.net_txt_others":              "{name} hat {n} {n:Texteintrag|Texteinträge}, diesen aber nicht.",
		"check.net_txt_different":           "{name} hat einen anderen Text: {found}",
		"check.net_txt_several":             "{name} hat {n} Texteinträge der Art {kind}. Nur einer davon darf da sein.",

		"check.why_days":       "Die Zahl der Tage ist vertippt.",
		"check.why_txt_young":  "Der Eintrag ist eben erst gesetzt: Bis Nameserver das merken, kann ein Tag vergehen.",
		"check.why_txt_place":  "Der Eintrag steht bei einem anderen Namen. Manche Anbieter hängen die Domain an das an, was als Name eingegeben wird.",
		"check.why_txt_old":    "Ein früherer Text steht noch da: Er muss ersetzt werden.",
		"check.why_txt_text":   "Der Text, der gesucht wird, ist nicht der richtige.",
		"check.why_txt_one":    "Ein früherer Eintrag ist stehen geblieben: Wer die Domain betreut, muss ihn entfernen.",
		"check.why_txt_quotes": "Die Anführungszeichen wurden mit eingefügt: Sie gehören nicht zum Text.",
		"check.why_txt_blanks": "Nur Leerzeichen, Anführungszeichen oder Großschreibung sind anders: Der Text wurde getippt oder umgebrochen.",

		"check.fault_certificate_self_signed": "Der Server hat sein Zertifikat selbst unterschrieben.",
		"check.fault_no_text":                 "Der Name hat keinen Texteintrag.",
		"check.fault_text_other":              "Der Name hat einen anderen Text derselben Art.",
		"check.fault_text_quoted":             "Der Text wurde mit Anführungszeichen eingefügt.",
		"check.fault_text_twice":              "Der Name hat zwei Texteinträge derselben Art.",
	}
}
