package words

// cmdPackFinnish says what the commands on packs do and ask, in Finnish.
func cmdPackFinnish() table { return together(cmdPackOwnFinnish(), cmdPackUpdateFinnish()) }

// cmdPackOwnFinnish says what those say that build, install and remove one.
func cmdPackOwnFinnish() table {
	return table{
		"cmd.short_pack":      "Menettelypaketit: rakenna, asenna, päivitä ja poista",
		"cmd.long_pack":       "Paketti on joukko menettelyjä, jotka annetaan eteenpäin yhdessä käännöksineen, kirjeineen ja tarinoineen: kansio tai yksi .tar.gz. Sen pack.yaml kertoo nimen, version ja lisenssin, minkä Lotsen se vaatii, ja jokaisen tiedoston tiivisteen. Asennetun menettelyn nimi on PAKETTI/MENETTELY. Myös Lotsen mukana tulevat menettelyt ovat paketti, mutta niiden nimen eteen ei tule PAKETTIA.",
		"cmd.no_pack_command": "Komentoa lotse pack {word} ei ole. Komennot ovat build, add, list, update ja remove.",

		"cmd.short_pack_build": "Tarkistaa kansion menettelyt ja kirjoittaa ne yhteen tiedostoon",
		"cmd.long_pack_build":  "Tarkistaa kansion kaikki menettelyt kuten lotse lint ja kirjoittaa .tar.gz-tiedoston, jonka pack.yaml sisältää jokaisen tiedoston tiivisteen. Kansiosta otetaan siinä olevat menettelyt, käännökset, kirjeet, kuvat ja PDF-tiedostot, README ja lisenssi sekä kansion stories sisältö; pois jätetyt luetellaan. Samasta kansiosta syntyy tavulleen sama tiedosto.",
		"cmd.flag_pack_out":    "uusi TIEDOSTO",
		"cmd.pack_out":         "Kerro valitsimella -o TIEDOSTO, minne kirjoitetaan.",
		"cmd.no_pack_folder":   "{folder} ei ole kansio.",
		"cmd.pack_left_out":    "Jätettiin pois: {files}",
		"cmd.pack_written":     "Kirjoitettu: {file}.",
		"cmd.pack_faulty":      "Menettelyissä on virheitä: mitään ei kirjoitettu. lotse lint näyttää ne uudelleen.",

		"cmd.short_pack_add": "Asentaa paketin kansiosta tai tiedostosta",
		"cmd.long_pack_add":  "Näyttää, mikä paketti on, ja asentaa sen kaikille, jotka käyttävät tätä tietokantaa. Vertaa puhelimessa sen neljää sanaa niihin, jotka lotse pack build näytti tekijälle. Paketti ei suorita ohjelmia: siinä on menettelyjä, kirjeitä ja kuvia.",
		"cmd.flag_dry_pack":  "näytä, mitä tehtäisiin, äläkä muuta mitään",
		"cmd.no_pack_at":     "{file}: sellaista kansiota tai tiedostoa ei ole.",
		"cmd.pack_there":     "Paketti {pack} on jo asennettu. lotse pack update tuo sen ajan tasalle.",
		"cmd.pack_newer":     "Paketti {pack} vaatii Lotsen version {least} tai uudemman; tämä on {version}.",
		"cmd.pack_shadows":   "{pack} ei kelpaa paketin nimeksi: se on jo käytössä Lotsen mukana tulevalla. Pyydä tekijältä toinen nimi.",
		"cmd.pack_added":     "Asennettu. Aloita komennolla lotse start {procedure}.",
		"cmd.pack_head":      "{pack} {version}, lisenssi {licence}, Lotse {lotse} tai uudempi",
		"cmd.pack_files":     "{n} {n:tiedosto|tiedostoa}, {size}",
		"cmd.pack_hosts":     "Tarkistusten palvelimet ({procedure}): {hosts}",
		"cmd.pack_words":     "Paketin sanat: {words}",

		"cmd.short_pack_list": "Luettelee asennetut paketit",
		"cmd.no_packs":        "Yhtään pakettia ei ole asennettu.",
		"cmd.pack_broken":     "rikki: {why}",

		"cmd.short_pack_remove": "Poistaa paketin; sen menettelyistä aloitetut työt jatkuvat",
		"cmd.long_pack_remove":  "Poistaa asennetun paketin. Työt säilyttävät menettelyn, jolla ne aloitettiin, ja jatkuvat; uusia ei voi aloittaa.",
		"cmd.pack_removed":      "Paketti {pack} on poistettu. Sen menettelyistä aloitetut työt jatkuvat.",
	}
}
