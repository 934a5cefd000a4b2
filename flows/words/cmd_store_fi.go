package words

// cmdStoreFinnish is cmdStoreEnglish in Finnish.
func cmdStoreFinnish() table {
	return table{
		// edistymistä näyttävällä rivillä
		"cmd.look_pages": "tarkistetaan tietokannan jokainen sivu",
		"cmd.look_runs":  "tarkistetaan työt: {n} %",
		"cmd.look_files": "tarkistetaan säilytetyt tiedostot: {n} %",
		"cmd.look_copy":  "kirjoitetaan kopio",

		// ennen varmuuskopiota, jota kukaan ei pyytänyt
		"cmd.backup_begins":       "Uusin varmuuskopio on {n} päivää vanha: Lotse tekee uuden.",
		"cmd.backup_begins_first": "Vanhimmat tiedot ovat {n} päivää vanhoja, eikä niistä ole varmuuskopiota: Lotse tekee sen.",

		// mitä doctor kertoo
		"cmd.doctor_hours":        "uusin on {n} {n:tunnin|tuntia} vanha",
		"cmd.doctor_days":         "uusin on {n} {n:päivän|päivää} vanha",
		"cmd.doctor_cloud":        "Tätä kansiota synkronoi {cloud}. Se voi vioittaa käytössä olevan tietokannan tai tuoda vanhan sen tilalle. Siirrä tiedot kansioon, joka pysyy tällä koneella, ja nimeä tietokanta valitsimella --db tai muuttujalla LOTSE_DB.",
		"cmd.doctor_name_promise": "lupaus",
		"cmd.doctor_promise":      "Tallennettu säilyy, vaikka ohjelma tapettaisiin, kaatuisi tai virta katkeaisi; palautus tehdään kokonaan tai ei lainkaan.",
		"cmd.doctor_no_promise":   "Ei luvata: levyjä, jotka ilmoittavat kirjoittaneensa liian aikaisin, verkkolevyjä, synkronoituja kansioita eikä sitä, että SSD pyyhkii poistetun. Tiedosto storage/README.md kertoo, miten tätä testataan.",

		// mitä SQLite kertoo varastosta
		"cmd.fact_sqlite":             "SQLite {value}",
		"cmd.fact_journal_mode":       "lokin tapa: {value}",
		"cmd.fact_journal_mode_wal":   "Muutokset kirjoitetaan ensin lokiin (write-ahead log).",
		"cmd.fact_synchronous":        "synkronointi: {value}",
		"cmd.fact_synchronous_2":      "Jokainen tallennus odottaa, että levy on kirjoittanut sen.",
		"cmd.fact_foreign_keys":       "viiteavaimet: {value}",
		"cmd.fact_foreign_keys_1":     "Rivi ei voi viitata olemattomaan riviin.",
		"cmd.fact_secure_delete":      "ylikirjoittava poisto: {value}",
		"cmd.fact_secure_delete_1":    "Poistettu kirjoitetaan tiedostossa yli.",
		"cmd.fact_size":               "tietokanta: {n} {n:tavu|tavua}",
		"cmd.fact_log_size":           "loki: {n} {n:tavu|tavua}",
		"cmd.fact_evidence_files":     "säilytettyjä tiedostoja: {n}",
		"cmd.fact_permissions":        "tietokannan oikeudet: {value}",
		"cmd.fact_log_permissions":    "lokin oikeudet: {value}",
		"cmd.fact_folder_permissions": "kansion oikeudet: {value}",
		"cmd.fact_cloud":              "synkronoija: {value}",
	}
}
