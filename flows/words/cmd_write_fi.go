package words

// cmdWriteFinnish is what the commands say that help to write procedures.
func cmdWriteFinnish() table {
	return table{
		"cmd.short_schema": "Tulostaa menettelytiedostojen JSON-skeeman editoreita varten",
		"cmd.long_schema":  "Tulostaa JSON-skeeman (draft 7) siitä, mitä Lotse lukee: procedure (menettely, oletus), steps (yhteiset vaiheet) tai translation (käännös). Editori, joka tuntee yaml-language-serverin, täydentää ja selittää avaimet sen avulla: tallenna se tiedostoon ja kirjoita menettelyn ensimmäiselle riville # yaml-language-server: $schema=TIEDOSTO.",
		"cmd.schema_kind":  "Skeemaa ei ole: {kind}. Nämä ovat: {kinds}.",

		"cmd.flag_watch":          "tarkista uudelleen aina, kun tiedosto tallennetaan, keskeytykseen asti",
		"cmd.watched":             "{at} · virheitä: {n}",
		"cmd.short_new_procedure": "Kirjoittaa menettelyn pohjan, jota jatketaan editorissa",
		"cmd.long_new_procedure":  "Kysyy, mitä menettely ottaa käyttöön ja mitkä sen vaiheet ovat, ja kirjoittaa tiedoston NIMI.yaml: virheettömän, kommentteina se, mitä muuta missäkin voi olla. Editorin skeema kirjoitetaan viereen. Valitsimella --title mitään ei kysytä. Olemassa oleva tiedosto jää ennalleen.",
		"cmd.flag_new_title":      "mitä menettely ottaa käyttöön, muutamalla sanalla",
		"cmd.flag_new_summary":    "yksi lause sille, joka valitsee menettelyistä",
		"cmd.flag_new_system":     "järjestelmä, jota se koskee; niin monta kertaa kuin tarvitaan",
		"cmd.flag_new_step":       "vaiheen otsikko; niin monta kertaa kuin tarvitaan",
		"cmd.flag_new_document":   "sen asiakirjan nimi, jota se seuraa",
		"cmd.flag_new_folder":     "minne tiedosto kirjoitetaan",
		"cmd.new_title":           "Kerro, mitä menettely ottaa käyttöön: --title, ja --step jokaiselle vaiheelle. Päätteellä se kysytään.",
		"cmd.new_id":              "{id} ei voi olla menettelyn nimi: käytä pieniä kirjaimia a–z, numeroita ja yhdysviivoja.",
		"cmd.procedure_written":   "Kirjoitettu: {file}, ja skeema editoria varten: {schema}",
		"author.needed":           "Tämä tarvitaan.",
		"author.title":            "Mitä menettely ottaa käyttöön?",
		"author.title_why":        "Muutama sana, kuten menettelyjen luettelossa.",
		"author.id":               "Sen nimi",
		"author.id_why":           "Pieniä kirjaimia, numeroita ja yhdysviivoja. Tyhjä: otsikosta tehty.",
		"author.summary":          "Yksi lause sille, joka valitsee menettelyistä",
		"author.systems":          "Mitä järjestelmiä se koskee?",
		"author.systems_why":      "Pilkuin eroteltuna.",
		"author.document":         "Mitä asiakirjaa se seuraa?",
		"author.steps":            "Sen vaiheet",
		"author.step":             "Vaihe (tyhjä rivi, kun vaiheita ei enää ole)",
		"author.next":             "seuraava",
		"author.back":             "takaisin",
		"author.submit":           "valmis",
		"author.line":             "uusi rivi",
		"author.steps_why":        "Yksi otsikko riville.",
		"cmd.new_head":            "Tämän kirjoitti lotse new-procedure. lotse preview {file} näyttää sitä kirjoittaessasi, lotse lint {file} tarkistaa sen, ja lotse describe {file} näyttää sen kokonaan. Kasvata arvoa version aina, kun merkitys muuttuu.",
	}
}
