package words

// cmdSetFinnish is cmdSetEnglish in Finnish.
func cmdSetFinnish() table {
	return table{
		"cmd.at": "{at}: {what}",

		"cmd.names_no_item":    "”{word}” ei ole mikään kohta: kirjoita VAIHE.KOHTA, pelkkä kentän tunnus tai VAIHE.LUETTELO[RIVI].SARAKE.",
		"cmd.names_no_problem": "”{word}” ei ole mikään ongelma: kirjoita VAIHE.KOHTA.KOODI tai VAIHE.LUETTELO[RIVI].SARAKE.KOODI.",
		"cmd.sets_nothing":     "Argumentti ei aseta mitään: kirjoita KOHTA=ARVO, LUETTELO+={\"column\":\"value\"} tai LUETTELO[RIVI]-.",
		"cmd.add_to_list":      "”{word}”: rivi lisätään luetteloon itseensä: VAIHE.LUETTELO+={\"column\":\"value\"}.",
		"cmd.remove_whole":     "”{word}”: rivi poistetaan kokonaan: VAIHE.LUETTELO[RIVI]-; tyhjä arvo tyhjentää yhden solun.",
		"cmd.name_column":      "”{word}”: anna myös sarake: VAIHE.LUETTELO[RIVI].SARAKE=ARVO.",
		"cmd.name_task":        "”{word}”: anna myös tehtävän sarake: VAIHE.LUETTELO[RIVI].TEHTÄVÄ.",
		"cmd.nothing_to_set":   "Ei mitään asetettavaa. Kirjoita: lotse set TYÖ KOHTA=ARVO…, --answers TIEDOSTO, --rows VAIHE.LUETTELO=TIEDOSTO tai --secret-stdin VAIHE.KENTTÄ.",
		"cmd.both_stdin":       "--answers - ja --secret-stdin eivät voi kumpikin lukea syötettä stdin.",

		"cmd.no_list":     "{item} on {kind} eikä luettelo: rivejä ei ole.",
		"cmd.set_list":    "{list} on luettelo: kirjoita {list}+={\"column\":\"value\"}, {list}[RIVI].SARAKE=ARVO tai {list}[RIVI]-.",
		"cmd.set_task":    "{item} on tehtävä: lotse tick TYÖ {item} tai lotse untick.",
		"cmd.no_answer":   "{item} on {kind}: vastausta ei voi antaa.",
		"cmd.no_secret":   "{item} ei ole salaisuus: lotse set TYÖ {item}=ARVO.",
		"cmd.row_object":  "Luettelon {list} rivi on JSON-olio: {list}+={\"column\":\"value\"}.",
		"cmd.values":      "{item}: anna arvot pilkuin erotettuina tai tekstien JSON-taulukkona: {why}.",
		"cmd.not_kept":    "{file} ei ole tiedosto, jonka voi säilyttää.",
		"cmd.secret_file": "{at}: {item} on salaisuus ja otetaan vain putkesta tai päätteeltä: lotse set TYÖ --secret-stdin {item}.",

		// vastaustiedosto
		"cmd.no_answers_file": "Vastaustiedostoa {file} ei ole.",
		"cmd.answers_large":   "Vastaustiedosto {file} on liian suuri: enintään 10 MiB.",
		"cmd.answers_form":    "Vastaustiedoston muoto on {VAIHE: {KENTTÄ: ARVO}}.",
		"cmd.no_step":         "Menettelyssä {procedure} ei ole vaihetta ”{step}”; vaiheet: {steps}.",
		"cmd.step_takes":      "Vaiheen {step} muoto on {KOHTA: ARVO}.",
		"cmd.no_item":         "Vaiheessa {step} ei ole kohtaa ”{item}”; kohdat: {items}.",
		"cmd.no_answer_step":  "{item} on {kind}: vastausta ei voi antaa; vaiheen {step} vastattavat kohdat: {items}.",
		"cmd.list_takes":      "{list} on luettelo: sen muoto on [{SARAKE: ARVO}].",
		"cmd.row_form":        "Luettelon {list} rivin muoto on {SARAKE: ARVO}.",
		"cmd.no_column":       "Luettelossa {list} ei ole saraketta ”{column}”; sarakkeet: {columns}.",
		"cmd.task_takes":      "{item} on tehtävä: sen arvo on true tai false.",
		"cmd.texts":           "{item}: anna luettelo tekstejä.",
		"cmd.one_value":       "{item}: anna yksi arvo.",
		"cmd.misfit":          "{item} on tyyppiä {type}: {what}",

		// rivit tiedostosta
		"cmd.rows_take":    "--rows on muotoa VAIHE.LUETTELO=TIEDOSTO, ei ”{value}”.",
		"cmd.map_takes":    "--map on muotoa SARAKE=OTSIKKO, kukin sarake kerran, ei ”{value}”.",
		"cmd.map_nowhere":  "--map {column}: missään luettavassa luettelossa ei ole tiedostosta täytettävää saraketta {column}.",
		"cmd.about_rows":   "--map, --append, --header, --sheet, --delimiter ja --encoding kuuluvat valitsimeen --rows VAIHE.LUETTELO=TIEDOSTO.",
		"cmd.no_delimiter": "”{value}” ei ole erotin: käytä merkkiä ; , | tai sanaa tab.",
		"cmd.no_encoding":  "Merkistöä ”{value}” ei tunneta; merkistöt: {encodings}.",
		"cmd.none_known":   "{file}: mitään saraketta ei tunneta. Kerro, mikä täyttää minkä: --map SARAKE=OTSIKKO; tiedostossa on {columns}, luettelossa {known}.",
		"cmd.and_more":     "ja {n} {n:muu|muuta} (--json)",

		// perustelut, odotukset, viestit
		"cmd.say_why":           "Anna perustelu: lotse {use} --why PERUSTELU.",
		"cmd.say_outcome":       "Kerro lopputulos: lotse end TYÖ --outcome TULOS --why PERUSTELU.",
		"cmd.say_how":           "Kerro, miten se lähetettiin: lotse sent TYÖ VAIHE.LUONNOS --how MITEN.",
		"cmd.wait_either":       "Anna joko --until AIKA tai --answered.",
		"cmd.wait_doubt":        "{doubt} Jos tarkoitat sitä, lisää --yes.",
		"cmd.no_time":           "”{word}” ei ole aika: kirjoita 2026-11-24, 2026-11-24T14:00, 14:00, +3d, +2h tai viikonpäivä.",
		"cmd.draft_form":        "Valitse yksi: --text, --mailto tai -o TIEDOSTO.",
		"cmd.draft_ending":      "Viesti kirjoitetaan tekstinä tai sähköpostina: anna nimelle pääte .txt tai .eml, ei {ending}.",
		"cmd.draft_exists":      "Tiedosto {file} on jo olemassa: valitse toinen nimi.",
		"cmd.draft_blank":       "Vielä vastaamatta, jätetty tyhjäksi: {fields}.",
		"cmd.written":           "Kirjoitettu: {file}.",
		"cmd.redacted":          "Poistettu {n} tapahtumasta; ketju pysyy ehjänä.",
		"cmd.ask_redact":        "Tämä poistaa lopullisesti kaikki vastaukset kohtaan {item} työssä {run}, myös varmuuskopioista.",
		"cmd.ask_redact_server": "Tämä poistaa lopullisesti kaikki vastaukset kohtaan {item} työssä {run}. Palvelimen varmuuskopioissa ne ovat niin kauan kuin niitä siellä säilytetään.",
		"cmd.no_check_now":      "Mikään tarkistus ei ole nyt voimassa.",
	}
}
