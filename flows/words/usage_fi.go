package words

// finnishFillIns are what a person fills in, in Finnish.
func finnishFillIns() map[string]string {
	return map[string]string{
		"ADDRESS": "OSOITE", "CHECK": "TARKISTUS", "COLUMN": "SARAKE", "COMMAND": "KOMENTO", "CUSTOMER": "ASIAKAS", "DAY": "PÄIVÄ", "DOCUMENT": "ASIAKIRJA", "DRAFT": "LUONNOS",
		"FAULT": "VIKA", "FOLDER": "KANSIO", "FIELD": "KENTTÄ", "FILE": "TIEDOSTO", "FROM": "ALKAEN", "GATE": "VAHVISTUS", "ALPHABET": "AAKKOSET",
		"HEADER": "OTSIKKO", "HOW": "MITEN", "ITEM": "KOHTA", "KEY": "ASETUS", "LANGUAGE": "KIELI", "LIBRARY": "KIRJASTO", "LIST": "LUETTELO", "NAME": "NIMI",
		"OUTCOME": "TULOS", "PACK": "PAKETTI", "PLACE": "PAIKKA", "PROBLEM": "ONGELMA", "PROCEDURE": "MENETTELY", "PROOF": "TODISTE", "REASON": "PERUSTELU", "REGISTER": "REKISTERI", "NUMBER": "NUMERO", "ROW": "RIVI",
		"RULE": "SÄÄNTÖ", "RUN": "TYÖ", "SIDE": "PUOLI", "STEP": "VAIHE", "STORY": "TARINA",
		"TASK": "TEHTÄVÄ", "TEXT": "TEKSTI", "TIME": "AIKA", "VALUE": "ARVO", "VERSION": "VERSIO", "WAIT": "ODOTUS", "WHY": "PERUSTELU", "WORD": "SANA",
		"XX": "XX",
	}
}
