package words

func secretUseFinnish() table {
	return table{
		"event.secret_copied":      "”{item}”: salaisuus kopioitiin leikepöydälle.",
		"event.secret_revealed":    "”{item}”: salaisuus näytettiin.",
		"event.secret_handed_over": "”{item}”: salaisuus salattiin luovutettavaksi avaimelle ”{to}”.",
		"event.secret_passphrase":  "”{item}”: salaisuus salattiin luovutettavaksi tunnuslauseella.",
		"event.secret_checked":     "”{item}”: salaisuutta käytettiin tarkistuksessa, vastapuolena {to}.",
		"event.secret_shared":      "”{item}”: salaisuus salattiin myös henkilölle {to}.",
		"event.secret_unshared":    "”{item}”: salaisuus salattiin uudelleen ilman henkilöä {to}.",
		"event.secret_used":        "”{item}”: salaisuutta käytettiin.",
		"refuse.holds_no_secret":   "{item}: salaisuutta ei ole.",
		"refuse.no_purpose":        "Tuntematon salaisuuden käyttötarkoitus: {purpose}.",
		"dialogue.other_host":      "{what}: tarkoitettu palvelimelle {kept}. Tämä tarkistus lähettäisi sen palvelimelle {host}, jolle sitä ei ole vielä lähetetty. Jos osoite tuli muualta, varmista ensin, että se on oikein.",
	}
}
