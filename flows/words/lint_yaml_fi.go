package words

// lintYAMLFinnish is in Finnish what lintEnglish says of how a document is written.
func lintYAMLFinnish() table {
	return table{
		"lint.yaml_tab":         "Tämä rivi on sisennetty sarkaimella tai muulla merkillä, joka ei ole tavallinen välilyönti: käytä välilyöntejä, kaksi tasoa kohti.",
		"lint.yaml_indent":      "Tätä riviä ei ole sisennetty niin kuin niitä, joihin se kuuluu: aloita se sarakkeesta {column} kuten rivi {line}.",
		"lint.yaml_left":        "Tämä tekstin rivi alkaa ennen tekstin ensimmäistä riviä: aloita se sarakkeesta {column}.",
		"lint.yaml_stray":       "Tämä rivi ei ole riviltä {line} alkavan luettelon kohta: kohdan eteen kirjoitetaan - ja välilyönti. Jos se jatkaa yllä olevaa tekstiä, kirjoita teksti yhdelle riville lainausmerkkeihin.",
		"lint.yaml_dash":        "Viivan jäljestä puuttuu välilyönti: kirjoita {text}.",
		"lint.yaml_dash_key":    "Luettelon kohta ei voi olla avainten välissä: siirrä se avaimen alle, johon se kuuluu, tai jätä viiva pois.",
		"lint.yaml_behind":      "Dokumentti loppuu yllä: sen jäljessä ei voi olla mitään.",
		"lint.yaml_no_key":      "Avaimen jäljestä puuttuu kaksoispiste: kirjoita {text}.",
		"lint.yaml_goes_on":     "Tässä ei ole avainta ja kaksoispistettä. Jos rivi jatkaa yllä olevaa tekstiä, kirjoita teksti yhdelle riville lainausmerkkeihin; muuten kirjoita KEY: VALUE.",
		"lint.yaml_below":       "Tämän merkin alla ei ole tekstiä: aloita sen rivit sarakkeesta {column}.",
		"lint.yaml_colon":       "Avaimen jälkeen kirjoitetaan kaksoispiste ja välilyönti: kirjoita {text}.",
		"lint.yaml_colon_text":  "Tässä tekstissä on kaksoispiste ja sen jäljessä välilyönti: kirjoita teksti lainausmerkkeihin: {text}.",
		"lint.yaml_begins":      "Teksti ei voi alkaa tällä merkillä: kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_signs":       "Tässä tekstissä on sulkeita: kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_quotes":      "Lainausmerkit loppuvat ennen tekstiä: kirjoita {text}.",
		"lint.yaml_escape":      "Kaksinkertaisissa lainausmerkeissä \\ kirjoitetaan \\\\; tai kirjoita teksti yksinkertaisiin, joissa se on sellaisenaan.",
		"lint.no_end":           "Tästä merkillä {open} alkava osa ei lopu: kirjoita {close} viimeisen siihen kuuluvan jälkeen.",
		"lint.no_begin":         "Auki ei ole mitään, minkä {close} voisi lopettaa: jätä se pois.",
		"lint.yaml_merged":      "Tämä rivi on jäänyt kahden version yhdistämisestä: valitse toinen ja poista tällaiset rivit.",
		"lint.yaml_close":       "Rivin {line} {open} loppuu merkkiin {close}: kirjoita se tähän.",
		"lint.yaml_comma":       "Tästä puuttuu pilkku ennen seuraavaa. Jos kaikki on yhtä tekstiä, kirjoita se lainausmerkkeihin.",
		"lint.yaml_comma_alone": "Tämän pilkun edessä ei ole mitään: jätä se pois.",
		"lint.yaml_comma_text":  "Tässä tekstissä on pilkku: kirjoita se lainausmerkkeihin: {text}.",
		"lint.yaml_plain":       "YAMLia lukevat ohjelmat ymmärtävät tämän näin: {is}. Kirjoita teksti lainausmerkkeihin: {text}.",
		"lint.yaml_cut":         "Merkin # jälkeinen on kommentti eikä kuulu tekstiin: kirjoita teksti lainausmerkkeihin: {text}. Kommentti kirjoitetaan omalle rivilleen.",
		"lint.yaml_comment":     "Merkin # jälkeinen on kommentti, joten tässä ei ole mitään: kirjoita teksti lainausmerkkeihin: {text}. Kommentissa on välilyönti merkin # jäljessä.",
		"lint.yaml_folded":      "Tämä teksti jatkuu seuraavalla rivillä, ja YAML tekee siitä yhden rivin: kirjoita se yhdelle riville, tai | ja teksti sen alle.",
		"lint.yaml_trailing":    "Tämän tekstin lopun välilyönnit jäävät pois: poista ne tai kirjoita teksti lainausmerkkeihin.",
		"lint.yaml_keep":        "Tämän tekstin lopun tyhjät rivit jäävät pois: kirjoita | ilman merkkiä +.",
		"thing.number":          "luku",
		"thing.truth":           "true tai false",
		"thing.date":            "päivämäärä",
	}
}
