package words

// lintFinnish is lintEnglish in Finnish. Words in small letters that stand by
// themselves (needs, then, required) are keys of the file.
func lintFinnish() table { return together(lintFileFinnish(), lintYAMLFinnish()) }

func lintFileFinnish() table {
	return table{
		// tiedostot
		"lint.file_name":   "Tiedoston nimessä on vain pieniä kirjaimia, numeroita ja yhdysmerkkejä, esimerkiksi sage-main-contact.yaml.",
		"lint.file_size":   "Tiedosto on liian suuri: {size} tavua; menettely saa olla enintään {limit}.",
		"lint.no_file":     "Tiedostoa {file} ei ole.",
		"lint.not_read":    "Tiedostoa {file} ei voi lukea: {detail}.",
		"lint.not_utf8":    "Tämä ei ole UTF-8:aa: tallenna tiedosto sillä merkistöllä.",
		"lint.too_large":   "Menettely on sisällytyksineen ja käännöksineen liian suuri: {size} tavua, enintään {limit}.",
		"lint.not_encoded": "Menettelyä ei voi tallentaa: {detail}.",

		// asiakirjan muoto
		"lint.yaml_anchor":    "Ankkureita (&) ei käytetä tässä: kirjoita auki. Jos se on tekstiä, kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_alias":     "Aliaksia (*) ei käytetä tässä: kirjoita auki. Jos se on tekstiä, kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_tag":       "Tageja (!) ei käytetä tässä: jätä pois. Jos se on tekstiä, kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_merge":     "Yhdistämisavaimia (<<) ei käytetä tässä: kirjoita teksti auki.",
		"lint.yaml_directive": "Direktiivejä (%) ei käytetä tässä: jätä rivi pois.",
		"lint.yaml_deep":      "Asiakirjassa on yli {limit} sisäkkäistä tasoa.",
		"lint.yaml_keys":      "Kuvauksessa on yli {limit} avainta.",
		"lint.yaml_parts":     "Luettelossa on yli {limit} osaa.",
		"lint.yaml_second":    "Tästä alkaa toinen asiakirja: tiedostossa on vain yksi.",
		"lint.yaml_empty":     "Asiakirja on tyhjä.",
		"lint.yaml_key":       "Avaimen pitää olla sana ja sen jäljessä kaksoispiste: kirjoita KEY: VALUE.",
		"lint.yaml_key_twice": "Avain {key} on jo rivillä {line}. Jätä toinen pois.",

		// mitä avaimen kohdalla on
		"lint.not_mapping": "Tässä on {is}, vaikka {what} on aina kuvaus (avain: arvo).",
		"lint.not_list":    "Tässä on {is}, vaikka {what} on aina luettelo.",
		"lint.not_text":    "Tässä on {is}, vaikka {what} on aina teksti. Jos se on tarkoitettu tekstiksi, kirjoita se lainausmerkkeihin.",
		"lint.not_truth":   "Tässä on {is}, vaikka {what} on aina true tai false.",
		"lint.not_number":  "Tässä on {is}, vaikka {what} on aina kokonaisluku 0–{max}.",
		"lint.not_one_of":  "{value} ei käy: avaimen {key} arvo on jokin näistä: {words}.",
		"lint.empty_list":  "Tyhjä: {what}. Jätä se pois.",
		"lint.empty_text":  "Tässä ei ole mitään, vaikka {what} on aina teksti.",
		"lint.unclean":     "Ohjausmerkkejä tai näkymättömiä merkkejä: {what}.",
		"lint.needs_key":   "Avain {key} puuttuu: sen tarvitsee {what}.",
		"lint.no_key":      "Avainta {key} ei ole ({what}){hint}",
		"lint.no_date":     "{value} ei ole päivämäärä: kirjoita 2026-11-24.",

		// menettely ja sen vaiheet
		"lint.id_file":     "Menettelyn nimi on {procedure}, tiedoston {file}: anna kummallekin sama nimi.",
		"lint.no_version":  "Menettely tarvitsee version: kokonaisluku alkaen 1.",
		"lint.no_summary":  "Menettely tarvitsee tiivistelmän: yksi lause sille, joka valitsee menettelyä.",
		"lint.no_steps":    "Vaiheita ei ole.",
		"lint.no_step":     "Vaihetta {step} ei ole{hint}",
		"lint.step_id":     "{id} ei käy vaiheen tunnukseksi: pieniä kirjaimia, numeroita ja yhdysmerkkejä, esimerkiksi sign-in.",
		"lint.step_twice":  "Vaihe {id} on jo olemassa ({file}:{line}).",
		"lint.step_later":  "Vaihe {step} tulee myöhemmin: tarvita voi vain aiempaa.",
		"lint.step_empty":  "Vaiheessa {step} ei ole kohtia.",
		"lint.letter":      "{letter} ei ole haaran kirjain: a, b, c ja niin edelleen.",
		"lint.item_id":     "{id} ei käy kohdan tunnukseksi: pieniä kirjaimia, numeroita, _ ja -, esimerkiksi signed_in.",
		"lint.item_twice":  "Vaiheessa on jo kohta {id} ({file}:{line}).",
		"lint.field_id":    "{id} ei käy kentän tunnukseksi: pieniä kirjaimia, numeroita ja _, esimerkiksi client_id, eikä mikään ehtojen sana.",
		"lint.field_twice": "Kenttä {id} on jo olemassa ({file}:{line}).",

		// faktat
		"lint.fact_id":        "{fact} ei käy faktan tunnukseksi; esimerkiksi TI-01 käy.",
		"lint.fact_range":     "{fact} ei ole faktojen väli; esimerkiksi TI-01..TI-26 on.",
		"lint.fact_twice":     "Fakta {fact} on kahdesti.",
		"lint.fact_uncovered": "Fakta {fact} ei ole missään vaiheessa eikä kohdassa.",
		"lint.step_no_fact":   "Vaihe {step} ei kata yhtään faktaa.",
		"lint.no_fact":        "Menettelyssä ei ole faktaa {fact}.",

		// sisällytetyt vaiheet
		"lint.include_nested":    "Sisällytetyt vaiheet eivät voi sisällyttää muita.",
		"lint.include_name":      "Sisällytyksen nimessä on vain pieniä kirjaimia, numeroita ja yhdysmerkkejä.",
		"lint.include_parameter": "Sisällytetyissä vaiheissa ei ole parametria {name}{hint}",
		"lint.include_needs":     "Sisällytetyt vaiheet tarvitsevat parametrin {name}.",
		"lint.include_fact":      "Sisällytetyissä vaiheissa ei ole faktaa {fact}.",
		"lint.fact_unmapped":     "Faktalla {fact} ei ole vastinetta siellä, missä nämä vaiheet sisällytetään ({file}:{line}).",
		"lint.no_parameter":      "Parametria {name} ei ole{hint}",
		"lint.parameter_unused":  "Parametria {name} ei käytetä missään.",

		// käännökset
		"lint.overlay_language":  "{lang} ei ole kieli: käännöstiedoston nimi on esimerkiksi {procedure}.de.yaml.",
		"lint.overlay_of":        "Tämä on menettelyn {procedure} käännös, mutta tässä lukee {of}.",
		"lint.overlay_says":      "Tiedoston nimessä on {lang}, mutta tässä lukee {says}.",
		"lint.overlay_texts":     "Käännös tarvitsee avaimen texts.",
		"lint.untranslated":      "{path} on kääntämättä: ”{text}” ({base}: {digest}).",
		"lint.translation_stale": "{path}: teksti on muuttunut kääntämisen jälkeen. Tarkista käännös ja kirjoita sitten {base}: {digest}.",
		"lint.translation_names": "{path}: merkeissä {{ }} pitää olla samat vastaukset kuin käännettävässä tekstissä: {names}.",
		"lint.no_text":           "Menettelyssä {procedure} ei ole tekstiä {path}{hint}",

		// tekstit
		"lint.text_no_field":   "Tekstissä on {{ {name} }}, mutta sellaista kenttää ei ole{hint}",
		"lint.text_secret":     "Tekstissä on {{ {name} }}: salaisuutta ei kirjoiteta mihinkään tekstiin.",
		"lint.text_later":      "Tekstissä on {{ {name} }}, joka tulee vasta myöhemmin.",
		"lint.text_names_none": "Tässä ei voi olla vastausta, mutta tekstissä on {{ {name} }}.",
		"lint.marks":           "Tekstissä ei ole yhtä monta merkkiä {open} ja {close}.",

		// mitä virhe nimeää, lauseen sisällä
		"thing.procedure":    "menettely",
		"thing.source":       "lähde",
		"thing.step":         "vaihe",
		"thing.item":         "kohta",
		"thing.file":         "tiedosto",
		"thing.steps":        "vaihetiedosto",
		"thing.include":      "sisällytys",
		"thing.overlay":      "käännös",
		"thing.translation":  "käännöksen teksti",
		"thing.column":       "sarake",
		"thing.unique":       "yksilöivä sarake",
		"thing.option":       "vaihtoehto",
		"thing.the_option":   "vaihtoehto {option}",
		"thing.rule":         "sääntö",
		"thing.the_rule":     "sääntö {rule}",
		"thing.require":      "require-sääntö",
		"thing.precondition": "edellytys",
		"thing.rung":         "askelma",
		"thing.until":        "päivä, jona katsotaan uudelleen",
		"thing.constant":     "syöte, joka ei ole kenttä",
		"thing.fact":         "fakta",
		"thing.finding":      "havainto",
		"thing.value":        "avaimen {key} arvo",
		"thing.entry":        "avaimen {key} alkio",
		"thing.mapping":      "kuvaus",
		"thing.list":         "luettelo",
		"thing.nothing":      "tyhjää",
		"thing.quoted":       "”{text}”",
	}
}
