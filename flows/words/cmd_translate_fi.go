package words

// cmdTranslateFinnish is cmdTranslateEnglish in Finnish.
func cmdTranslateFinnish() table {
	return table{
		"cmd.short_translate":      "Kirjoittaa menettelyn käännöksen: mikä on valmista, muuttunut tai puuttuu",
		"cmd.long_translate":       "Kirjoittaa menettelyn käännöstiedoston menettelyn järjestyksessä. Käännetty säilyy ennallaan kommentteineen. Jos teksti on sen jälkeen muuttunut, vanha ja uusi ovat käännöksen yläpuolella; puuttuvan voi täyttää suoraan; se, mitä menettelyssä ei enää ole, säilyy lopussa kommenttina. Kansiosta tai paketista se kirjoittaa jokaisen menettelyn käännöksen. Tulos tulostuu, ellet anna tiedostoa.",
		"cmd.flag_translate_write": "kirjoita menettelyn viereen, entisen päälle",
		"cmd.translate_both":       "--write määrää jo tiedoston: jätä -o pois.",
		"cmd.translate_several":    "Kansiossa {folder} on {n} menettelyä, ja jokaisella on oma tiedostonsa: lisää --write tai anna yksi tiedosto.",
		"cmd.translated":           "Käännetty: {fresh}; muuttunut sen jälkeen: {stale}; puuttuu: {missing}; ei enää menettelyssä: {gone}.",
		"translate.language":       "Menettelyä {procedure} ei voi kääntää, kielenä {lang}: anna muu kuin sen oma kieli, esimerkiksi de.",
		"translate.form":           "{file}, rivi {line}: tällä rivillä on useampi käännös. Kirjoita jokainen omalle rivilleen.",
	}
}
