package words

// useFinnish is useEnglish in Finnish.
func useFinnish() table {
	return table{
		"use.none":        "Tässä ei ole säilytettyä salaisuutta.",
		"use.forgotten":   "{item}: salaisuutta ei ole täällä. Se on hävitetty, tai se ei tullut työn mukana.",
		"use.unsaved":     "Ei näytetty eikä kopioitu: käyttöä ei saatu kirjattua lokiin.",
		"use.interrupted": "Ensin on ratkaistava muuta: näytä se sen jälkeen uudelleen.",
		"use.not_text":    "Tämä salaisuus ei ole tekstiä, ja leikepöytä turmelisi sen. Sen voi kirjoittaa tiedostoon.",
		"use.failed":      "Leikepöytä ei ottanut sitä vastaan: {why}.",
		"use.nowhere":     "Leikepöytää ei ole: siihen ei löytynyt ohjelmaa.",

		// mitä jää minne, ennen kopiointia
		"use.fate":          "Kopioitaessa se annetaan ohjelmalle {program}. Kunnes leikepöytä tyhjennetään, kaikki ohjelmasi voivat lukea sen, ja leikepöydän historiaan se voi jäädä pidemmäksikin aikaa. Leikepöytä tyhjennetään {n} sekunnin kuluttua, ellei siihen ole sitä ennen kopioitu muuta.",
		"use.fate_kept":     "Kopioitaessa se annetaan ohjelmalle {program}. Kaikki ohjelmasi voivat lukea sen leikepöydältä, ja se voi jäädä leikepöydän historiaan. Leikepöytää ei tyhjennetä, koska sen sisältöä ei voi verrata.",
		"use.fate_terminal": "Kopioitaessa se lähetetään päätteen leikepöydälle (OSC 52); kaikki päätteet eivät tue sitä. Kaikki siellä olevat ohjelmat voivat lukea sen, ja se voi jäädä leikepöydän historiaan. Leikepöytää ei tyhjennetä, koska sitä ei voi lukea täältä takaisin.",

		// mitä on välissä
		"use.through_tmux":        "Lotse on käynnissä tmuxissa: sen läpi kulkeva jää myös sen puskureihin (tmux list-buffers).",
		"use.through_tmux_here":   "Lotse on käynnissä tmuxissa: leikepöytä on tämän koneen, ja saatat istua toisen ääressä.",
		"use.through_screen":      "Lotse on käynnissä screenissä: sen läpi kulkeva voi jäädä sinne tai kadota.",
		"use.through_screen_here": "Lotse on käynnissä screenissä: leikepöytä on tämän koneen, ja saatat istua toisen ääressä.",
		"use.through_ssh":         "Työskentelet ssh-yhteydellä: salaisuus menee toisen koneen leikepöydälle ja jää sinne.",

		// mitä tehtiin, rivillä tai kahdella
		"use.lent":        "Kopioitu: {program}; tyhjennetään {n} sekunnin kuluttua. Siihen asti kaikki ohjelmasi voivat lukea sen, leikepöydän historia pidempäänkin.",
		"use.lent_kept":   "Kopioitu: {program}. Leikepöytää ei tyhjennetä: kopioi sen jälkeen jotain muuta. Kaikki ohjelmasi voivat lukea sen.",
		"use.sent":        "Lähetetty päätteen leikepöydälle. Sitä ei tyhjennetä: kopioi sen jälkeen jotain muuta. Kaikki päätteet eivät tue kopiointia.",
		"use.cleared":     "Leikepöytä on tyhjennetty.",
		"use.replaced":    "Leikepöydällä on jo jotain muuta, ja se jätettiin sinne.",
		"use.not_cleared": "Leikepöytää ei saatu tyhjennettyä ({why}): kopioi salaisuuden päälle jotain muuta.",

		// näyttäminen
		"use.gone_in":   "Se katoaa {n} sekunnin kuluttua tai mistä tahansa näppäimestä.",
		"use.escaped":   "Mitä ei voi näyttää, on kirjoitettu kenoviivalla.",
		"use.begins":    "Tähän mahtuu vain sen alku.",
		"use.recorded":  "Jokainen näyttö ja kopiointi kirjataan lokiin ilman arvoa.",
		"use.rehearsal": "Tämä on harjoitus: sen salaisuuksilla on oma avain, joka on tietokannassa avoimena eikä suojaa mitään.",
		"use.demo":      "Tämä on demo: sen salaisuuksilla on oma avain, joka on tietokannassa avoimena eikä suojaa mitään.",
		"use.shared":    "Muut katsovat mukana: se näytetään vasta, kun jakonäkymä on pois päältä.",
		"use.stays":     "Tässä näytettyä ei voi ottaa pois: se jää päätteen vieritykseen tai sinne, minne tuloste menee.",

		// kysymykset
		"use.expose_title": "Kopioidaanko silti?",
		"use.expose":       "Kopioidaanko silti? kyllä tai ei",
		"use.show_anyway":  "Näytetäänkö silti? kyllä tai ei",
		"use.left":         "Mitään ei kopioitu eikä näytetty.",
		"use.unlock_title": "Avain on lukossa",
		"use.unlock_what":  "Avaimen tunnuslause avaa salaisuuden.",
		"use.no_echo":      "Tunnuslausetta ei voi tässä kysyä piilossa.",
		"use.passphrase":   "Avaimen tunnuslause",
		"use.opening":      "Avainta avataan.",

		// näppäimet ja komennot
		"use.key_secret": "näytä tai kopioi salaisuus",
		"use.key_copy":   "kopioi",
		"use.key_show":   "näytä",
		"use.key_anyway": "kopioi",
		"use.help_line":  "copy ja reveal: säilytetty salaisuus leikepöydälle tai näkyviin.",
	}
}
