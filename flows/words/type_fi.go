package words

func typeFinnish() table {
	return table{
		"number":        "Ei luku: kirjoita esimerkiksi 12 tai 12,5.",
		"date":          "Ei päivämäärä: 24.11.2026, 24.11., +3d tai maanantai.",
		"no_such_day":   "{value}: tällaista päivää ei ole.",
		"choice":        "Ei vaihtoehto: valitse jokin näistä: {options}.",
		"choices":       "{value} ei ole vaihtoehto: valitse {options}.",
		"url":           "Ei verkko-osoite: alussa on https:// tai http://.",
		"url_user":      "Osoitteessa on käyttäjä: poista @-merkkiä edeltävä osa.",
		"code":          "Välilyöntejä: koodissa niitä ei ole.",
		"file":          "Ei tallennettu tiedosto: lisää se tiedostona.",
		"secret":        "Salaisuus: anna se omaan kenttäänsä, ei tekstinä.",
		"email":         "{value} ei ole sähköpostiosoite: nimi@example.org.",
		"email_name":    "Vain osoite, ilman nimeä ja merkkejä < >.",
		"email_dot":     "@-merkin jälkeen tarvitaan piste, kuten example.org.",
		"email_domain":  "{value}: @-merkin jälkeen ei ole kelvollista verkkotunnusta.",
		"email_long":    "{value}: liian pitkä sähköpostiosoitteeksi.",
		"email_unicode": "{value}: alkuosan merkkejä ei hyväksytä kaikkialla.",
	}
}
