package words

// cmdSheetFinnish is cmdSheetEnglish in Finnish.
func cmdSheetFinnish() table {
	return table{
		"cmd.short_sheet":         "Kirjoittaa, mitä asiakkaan kannattaa varata valmiiksi ennen työtä",
		"cmd.long_sheet":          "Kirjoittaa asiakkaalle ennen työtä annettavan yhteenvedon: mitä varataan valmiiksi, ketkä tarvitaan paikalle, kauanko aikaa kuluu ja mitä voidaan joutua odottamaan. Työstä se kertoo sen, mikä on vielä edessä.",
		"cmd.flag_full":           "kaikki, mitä menettelyssä sanotaan, asiakirjana",
		"cmd.flag_yaml":           "asiakirja sellaisena kuin se on kirjoitettu ja siihen sisältyvät tiedostot",
		"cmd.describe_form":       "--yaml tulostaa asiakirjan sellaisena kuin se on kirjoitettu: ilman valintoja --full, --format, -o ja --json.",
		"cmd.no_procedure_or_run": "{name} ei ole menettely eikä minkään työn tunnuksen alku.",
		"outside.document_format": "Asiakirjalla ei ole tätä muotoa: {format}. Mahdolliset: {formats}.",
		"outside.document_ending": "{file}: tiedostopääte kertoo, missä muodossa asiakirja kirjoitetaan, eikä tämä ole niistä mikään. Mahdolliset: {formats}.",
	}
}
