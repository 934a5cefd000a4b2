package words

func typeFinnish() table {
	return table{
		"form.secret": "salaisuus, jota ei näytetä",
		"form.email":  "sähköpostiosoite",
		"form.emails": "sähköpostiosoitteita, pilkut välissä",
		"form.url":    "verkko-osoite",
		"form.date":   "päivä, esimerkiksi 24.11., +3d tai perjantai",
		"form.number": "luku",
		"form.file":   "tiedoston polku",

		"number":        "Tämä ei ole luku: kirjoita esimerkiksi 12 tai 12,5.",
		"date":          "Tämä ei ole päivä: 24.11.2026, 24.11., +3d tai maanantai.",
		"no_such_day":   "{value}: tällaista päivää ei ole.",
		"choice":        "Tämä ei ole vaihtoehto: valitse {options}.",
		"choices":       "{value} ei ole vaihtoehto: valitse {options}.",
		"url":           "Verkko-osoitteen alussa on https:// tai http://.",
		"url_user":      "Osoitteessa on käyttäjä: poista @-merkkiä edeltävä osa.",
		"code":          "Koodissa ei voi olla välilyöntejä: poista ne.",
		"file":          "Tiedostoa ei ole tallessa: lisää se tiedostona.",
		"secret":        "Salaisuus: anna se omaan kenttäänsä, ei tekstinä.",
		"email":         "{value} ei ole sähköpostiosoite: nimi@example.org.",
		"email_name":    "Vain osoite, ilman nimeä ja merkkejä < >.",
		"email_dot":     "@-merkin jälkeen tarvitaan piste, kuten example.org.",
		"email_domain":  "{value}: @-merkin jälkeen ei ole kelvollista verkkotunnusta.",
		"email_long":    "{value}: liian pitkä sähköpostiosoitteeksi.",
		"email_unicode": "{value}: alkuosan merkkejä ei hyväksytä kaikkialla.",
	}
}
