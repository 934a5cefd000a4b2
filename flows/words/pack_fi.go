package words

// packFinnish says what is wrong with a pack, in Finnish.
func packFinnish() table {
	return table{
		"pack.no_manifest":     "Siinä ei ole tiedostoa pack.yaml: tämä ei ole paketti.",
		"pack.manifest_empty":  "pack.yaml ei kerro, mikä paketti on. Tarvitaan neljä avainta: name, version, licence, lotse.",
		"pack.manifest_faulty": "pack.yaml, rivi {line}: {first}",
		"pack.no_key":          "pack.yaml, rivi {line}: avainta {key} ei ole. Avaimet ovat: {keys}.",
		"pack.needs_key":       "Tiedostosta pack.yaml puuttuu {key}. Lisää se, esimerkiksi: {key}: {example}",
		"pack.bad_pack_name":   "pack.yaml, rivi {line}: \"{value}\" ei kelpaa paketin nimeksi. Käytä pieniä kirjaimia, numeroita ja yhdysmerkkejä, esimerkiksi: {example}",
		"pack.bad_version":     "pack.yaml, rivi {line}: \"{value}\" ei ole versio. Kirjoita kolme lukua, esimerkiksi: {key}: {example}",
		"pack.bad_licence":     "pack.yaml, rivi {line}: \"{value}\" ei ole SPDX-lisenssi, kuten {example} tai MIT.",
		"pack.files_form":      "pack.yaml, rivi {line}: avaimen files alla on jokaisen muun tiedoston nimi ja SHA-256. Poista avain files ja rakenna paketti uudelleen.",
		"pack.no_folder":       "Tämä ei ole kansio.",
		"pack.no_procedure":    "Paketissa {pack} ei ole yhtään menettelyä.",
		"pack.not_built":       "pack.yaml ei nimeä tiedostoja ja niiden tiivisteitä: pakettia ei ole vielä rakennettu.",

		"pack.file_missing": "{file} puuttuu: pack.yaml nimeää sen.",
		"pack.file_changed": "{file} ei ole se, minkä pack.yaml nimeää: tiedostoa on muutettu paketin rakentamisen jälkeen. Jos muutit sitä itse, poista avain files tiedostosta pack.yaml ja rakenna paketti uudelleen.",
		"pack.file_more":    "{file} ei kuulu pakettiin: pack.yaml ei nimeä sitä.",
		"pack.file_large":   "{file} on suurempi kuin {limit} MiB, joka on paketin tiedoston raja.",
		"pack.many":         "Paketissa on enintään {limit} tiedostoa; tässä on enemmän.",
		"pack.large":        "Paketissa on yhteensä enintään {limit} MiB; tässä on enemmän.",

		"pack.bad_name":   "{file} ei kelpaa tiedoston nimeksi paketissa. Käytä kirjaimia a–z, numeroita, pisteitä, yhdysmerkkejä ja alaviivoja; tiedosto on kansiossa itsessään tai kansiossa stories/.",
		"pack.bad_ending": "{file} on sellaista lajia, jota paketissa ei voi olla. Paketissa on menettelyjä, tekstejä, kuvia ja PDF-tiedostoja.",
		"pack.name_twice": "{file} on siinä kahdesti.",
		"pack.name_case":  "{file} ja {other} eroavat vain isoista kirjaimista: monissa järjestelmissä ne ovat sama tiedosto.",

		"pack.entry_link": "{file} on linkki. Paketissa on vain tiedostoja.",
		"pack.entry_kind": "{file} ei ole tavallinen tiedosto.",
		"pack.entry_size": "{file} ilmoittaa kokonsa kahdesti ({record}): paketti ei ole Lotsen kirjoittama.",
		"pack.no_archive": "Tämä ei ole kansio eikä Lotsen rakentama .tar.gz.",
		"pack.bomb":       "Paketti purkautuu moninkertaiseksi: purkaminen lopetettiin.",
		"pack.bomb_in":    "{file} purkautuu moninkertaiseksi: purkaminen lopetettiin.",
		"pack.damaged":    "Paketti on vioittunut tai vajaa. Hanki se uudelleen.",
		"pack.damaged_in": "Paketti on vioittunut tai vajaa kohdassa {file}. Hanki se uudelleen.",
		"pack.trailing":   "Paketin lopun jälkeen on vielä jotakin: se ei ole Lotsen kirjoittama, tai sitä on muutettu.",
	}
}
