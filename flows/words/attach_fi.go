package words

// attachFinnish is attachEnglish in Finnish.
func attachFinnish() table {
	return table{
		"event.attached":      "”{item}”: liitettiin tiedosto {file}.",
		"event.attached_step": "Vaihe ”{step}”: liitettiin tiedosto {file}.",
		"event.attached_note": "Sitä koskeva muistiinpano: ”{text}”.",

		"refuse.attach_large": "Tiedosto {file} on suurempi kuin {limit} MiB. Liitä pienempi tiedosto tai siitä olennainen osa.",

		"attach.file":      "{file} ({size})",
		"attach.file_note": "{file} ({size}): {note}",
		"attach.bytes":     "{n} {n:tavu|tavua}",
		"attach.kib":       "{n} KiB",
		"attach.mib":       "{n} MiB",

		"attach.attached":  "Liite: {what}",
		"attach.help_line": "attach KOHTA TIEDOSTO: liittää tiedoston kohtaan tai vaiheeseen. open KOHTA: avaa siihen tallennetun tiedoston.",
		"attach.note":      "Mitä tiedostossa näkyy? Enter, jos et kirjoita mitään",
		"attach.title":     "Liitä tiedosto: {what}",
		"attach.path":      "Tiedosto",
		"attach.note_row":  "Muistiinpano",
		"attach.key":       "liitä tiedosto",
		"attach.none":      "Tässä ei ole tiedostoja.",
		"attach.key_open":  "avaa tiedosto",
		"attach.event":     "tiedosto liitetty",

		"dialogue.attached":        "Liitetty (”{what}”): {file}",
		"dialogue.attached_before": "Liitetty jo (”{what}”): {file}",
		"dialogue.attach_missing":  "Nimeä tiedosto.",
		"dialogue.do_attach":       "liitä tiedosto: ”{what}”",

		"open.not_shown": "Tiedostosta tehtiin kopio, mutta sitä ei avattu: tällainen tiedosto voisi käynnistää jotakin, tai se ei ole sitä, mitä sen nimi sanoo. Kopio: {file}",

		"cmd.short_attach":     "Liittää tiedoston vaiheeseen tai kohtaan, muistiinpanon kera",
		"cmd.long_attach":      "Liittää minkä tahansa tiedoston, enintään 20 MiB, vaiheeseen tai sen kohtaan, myös jos se on valmis, ohitettu tai tarpeeton. Sama tiedosto samassa paikassa on yksi liite; uusi muistiinpano korvaa entisen. Undo kumoaa liittämisen, redact poistaa liitteet.",
		"cmd.flag_attach_note": "mitä tiedostossa näkyy, LAUSE",
		"cmd.short_open":       "Avaa työhön tallennetun tiedoston tai kopioi sen",
		"cmd.long_open":        "Avaa liitteen, tehtävän todisteen, vastauksena olevan tiedoston tai menettelyn oheistiedoston ohjelmalla, joka järjestelmässä on sellaisia varten. Tiedosto kopioidaan kansioon, jonka vain sinä voit lukea; myöhempi avaaminen poistaa yli päivän vanhat kopiot, redact ja delete kaikki. Kuvat, PDF:t, makrottomat toimistotiedostot, videot ja pelkkä teksti avataan; muut vain kopioidaan, koska ne voisivat käynnistää jotakin. Jos tiedostoja on useita, NIMI on tiedoston nimi tai sen SHA-256:n alku.",
		"cmd.flag_open_output": "kopioi uuteen TIEDOSTOON",
		"cmd.no_row":           "{word} on rivi. Nimeä luettelo: {item}.",
		"open.no_files":        "{what}: tiedostoja ei ole.",
		"open.no_such_file":    "{what}: tiedostoa {file} ei ole. Tiedostot: {files}.",
		"open.several_files":   "{what}: tiedostoja on useita. Nimeä se, jota tarkoitat, tai sen SHA-256:n alku: {files}.",
	}
}
