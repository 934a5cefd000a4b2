package words

// cmdSetFinnish is cmdSetEnglish in Finnish.
func cmdSetFinnish() table {
	return table{
		"cmd.at": "{at}: {what}",

		"cmd.names_no_item":    "”{word}” ei ole mikään kohta: kirjoita STEP.ITEM, pelkkä kentän tunnus tai STEP.LIST[ROW].COLUMN.",
		"cmd.names_no_problem": "”{word}” ei ole mikään ongelma: kirjoita STEP.ITEM.CODE tai STEP.LIST[ROW].COLUMN.CODE.",
		"cmd.sets_nothing":     "Argumentti ei aseta mitään: kirjoita ITEM=VALUE, LIST+={\"column\":\"value\"} tai LIST[ROW]-.",
		"cmd.add_to_list":      "”{word}”: rivi lisätään luetteloon itseensä: STEP.LIST+={\"column\":\"value\"}.",
		"cmd.remove_whole":     "”{word}”: rivi poistetaan kokonaan: STEP.LIST[ROW]-; tyhjä arvo tyhjentää yhden solun.",
		"cmd.name_column":      "”{word}”: anna myös sarake: STEP.LIST[ROW].COLUMN=VALUE.",
		"cmd.name_task":        "”{word}”: anna myös tehtävän sarake: STEP.LIST[ROW].TASK.",
		"cmd.nothing_to_set":   "Ei mitään asetettavaa. Kirjoita: lotse set RUN ITEM=VALUE…, --answers FILE, --rows STEP.LIST=FILE tai --secret-stdin STEP.FIELD.",
		"cmd.both_stdin":       "--answers - ja --secret-stdin eivät voi kumpikin lukea syötettä stdin.",

		"cmd.no_list":     "{item} on {kind} eikä luettelo: rivejä ei ole.",
		"cmd.set_list":    "{list} on luettelo: kirjoita {list}+={\"column\":\"value\"}, {list}[ROW].COLUMN=VALUE tai {list}[ROW]-.",
		"cmd.set_task":    "{item} on tehtävä: lotse tick RUN {item} tai lotse untick.",
		"cmd.no_answer":   "{item} on {kind}: vastausta ei voi antaa.",
		"cmd.no_secret":   "{item} ei ole salaisuus: lotse set RUN {item}=VALUE.",
		"cmd.row_object":  "Luettelon {list} rivi on JSON-olio: {list}+={\"column\":\"value\"}.",
		"cmd.values":      "{item}: anna arvot pilkuin erotettuina tai tekstien JSON-taulukkona: {why}.",
		"cmd.not_kept":    "{file} ei ole tiedosto, jonka voi säilyttää.",
		"cmd.secret_file": "{at}: {item} on salaisuus ja otetaan vain putkesta tai päätteeltä: lotse set RUN --secret-stdin {item}.",

		// vastaustiedosto
		"cmd.no_answers_file": "Vastaustiedostoa {file} ei ole.",
		"cmd.answers_large":   "Vastaustiedosto {file} on liian suuri: enintään 10 MiB.",
		"cmd.answers_form":    "Vastaustiedoston muoto on {STEP: {FIELD: VALUE}}.",
		"cmd.no_step":         "Menettelyssä {procedure} ei ole vaihetta ”{step}”; vaiheet: {steps}.",
		"cmd.step_takes":      "Vaiheen {step} muoto on {ITEM: VALUE}.",
		"cmd.no_item":         "Vaiheessa {step} ei ole kohtaa ”{item}”; kohdat: {items}.",
		"cmd.no_answer_step":  "{item} on {kind}: vastausta ei voi antaa; vaiheen {step} vastattavat kohdat: {items}.",
		"cmd.list_takes":      "{list} on luettelo: sen muoto on [{COLUMN: VALUE}].",
		"cmd.row_form":        "Luettelon {list} rivin muoto on {COLUMN: VALUE}.",
		"cmd.no_column":       "Luettelossa {list} ei ole saraketta ”{column}”; sarakkeet: {columns}.",
		"cmd.task_takes":      "{item} on tehtävä: sen arvo on true tai false.",
		"cmd.texts":           "{item}: anna luettelo tekstejä.",
		"cmd.one_value":       "{item}: anna yksi arvo.",
		"cmd.misfit":          "{item} on tyyppiä {type}: {what}",
		"cmd.deep":            "Tässä on liikaa sisäkkäisiä tasoja: enintään {most}.",
		"cmd.twice":           "”{key}” on kahdesti.",
		"cmd.many_keys":       "Yhdessä oliossa on yli {most} avainta.",
		"cmd.documents":       "Tiedostossa on useampi kuin yksi asiakirja.",
		"cmd.not_taken":       "Tätä ei oteta tässä: {what}.",
		"cmd.key_word":        "Avain on sana.",
		"cmd.unparsed":        "Tätä ei voi jäsentää: {why}.",
		"cmd.unparsable":      "Asiakirjaa ei voi jäsentää.",

		// rivit tiedostosta
		"cmd.rows_take":    "--rows on muotoa STEP.LIST=FILE, ei ”{value}”.",
		"cmd.map_takes":    "--map on muotoa COLUMN=HEADER, kukin sarake kerran, ei ”{value}”.",
		"cmd.map_nowhere":  "--map {column}: missään luettavassa luettelossa ei ole tiedostosta täytettävää saraketta {column}.",
		"cmd.about_rows":   "--map, --append, --header, --sheet, --delimiter ja --encoding kuuluvat valitsimeen --rows STEP.LIST=FILE.",
		"cmd.no_delimiter": "”{value}” ei ole erotin: käytä merkkiä ; , | tai sanaa tab.",
		"cmd.no_encoding":  "Merkistöä ”{value}” ei tunneta; merkistöt: {encodings}.",
		"cmd.none_known":   "{file}: mitään saraketta ei tunneta. Kerro, mikä täyttää minkä: --map COLUMN=HEADER; tiedostossa on {columns}, luettelossa {known}.",
		"cmd.and_more":     "ja {n} {n:muu|muuta} (--json)",

		// perustelut, odotukset, viestit
		"cmd.say_why":      "Anna perustelu: lotse {use} --why REASON.",
		"cmd.say_outcome":  "Kerro lopputulos: lotse end RUN --outcome OUTCOME --why REASON.",
		"cmd.say_how":      "Kerro, miten se lähetettiin: lotse sent RUN STEP.DRAFT --how HOW.",
		"cmd.wait_either":  "Anna joko --until TIME tai --answered.",
		"cmd.wait_doubt":   "{doubt} Jos tarkoitat sitä, lisää --yes.",
		"cmd.no_time":      "”{word}” ei ole aika: kirjoita 2026-11-24, 2026-11-24T14:00, 14:00, +3d, +2h tai viikonpäivä.",
		"cmd.draft_form":   "Valitse yksi: --text, --mailto tai -o FILE.",
		"cmd.draft_ending": "Viesti kirjoitetaan tekstinä tai sähköpostina: anna nimelle pääte .txt tai .eml, ei {ending}.",
		"cmd.draft_exists": "Tiedosto {file} on jo olemassa: valitse toinen nimi.",
		"cmd.draft_blank":  "Vielä vastaamatta, jätetty tyhjäksi: {fields}.",
		"cmd.written":      "Kirjoitettu: {file}.",
		"cmd.redacted":     "Poistettu {n} tapahtumasta; ketju pysyy ehjänä.",
		"cmd.ask_redact":   "Tämä poistaa lopullisesti kaikki vastaukset kohtaan {item} työssä {run}, myös varmuuskopioista.",
		"cmd.no_check_now": "Mikään tarkistus ei ole nyt voimassa.",
	}
}
