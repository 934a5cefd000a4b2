package words

// sheetFinnish is sheetEnglish in Finnish.
func sheetFinnish() table {
	return table{
		"sheet.title":           "Ennen puheluamme: {title}",
		"sheet.rehearsal":       "HARJOITUS",
		"sheet.demo":            "DEMO",
		"sheet.goal":            "Mistä on kyse: {summary}",
		"sheet.minutes":         "Aikaa kuluu noin {n} minuuttia. Voimme keskeyttää milloin vain ja jatkaa myöhemmin.",
		"sheet.minutes_between": "Aikaa kuluu {least}–{most} minuuttia sen mukaan, mitä teillä tarvitaan. Voimme keskeyttää milloin vain ja jatkaa myöhemmin.",
		"sheet.have":            "Varatkaa valmiiksi",
		"sheet.who":             "Ketkä tarvitaan paikalle",
		"sheet.waits":           "Mitä voimme joutua odottamaan",
		"sheet.wait":            "{who}: {what}",
		"sheet.wait_usual":      "{wait} (yleensä {usual})",
		"sheet.secrets":         "Älkää lähettäkö salasanaa, avainta tai muuta salaisuutta sähköpostilla, ette ennen puhelua ettekä sen jälkeen.",
	}
}
