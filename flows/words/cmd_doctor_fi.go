package words

// cmdDoctorFinnish is cmdDoctorEnglish in Finnish.
func cmdDoctorFinnish() table {
	return table{
		"cmd.flag_doctor_verbose":      "Kerro kokonaan myös se, mikä on kunnossa",
		"cmd.doctor_well":              "Kaikki on kunnossa.",
		"cmd.doctor_mind":              "Tarkistettavaa: {n} {n:kohta|kohtaa}, merkitty [!].",
		"cmd.doctor_wrong":             "{n} {n:vika|vikaa}, merkitty [✗]; muuta tarkistettavaa: {more}.",
		"cmd.doctor_name_clipboard":    "leikepöytä",
		"cmd.doctor_name_language":     "kieli",
		"cmd.doctor_name_clock":        "kello",
		"cmd.doctor_name_network":      "verkko",
		"cmd.doctor_name_keychain":     "avainnippu",
		"cmd.doctor_clipboard":         "{program}",
		"cmd.doctor_no_clipboard":      "ei ohjelmaa; Lotse pyytää päätettä (OSC 52), joka ei kerro, kopioiko se",
		"cmd.doctor_clipboard_program": "Asenna wl-clipboard (Wayland) tai xclip (X11). SSH-yhteydessä pääte on ainoa keino.",
		"cmd.doctor_clipboard_kept":    "Ohjelma {program} ei anna lukea sisältöään takaisin: kopioitu salaisuus jää sinne, kunnes jotain muuta kopioidaan.",
		"cmd.doctor_clipboard_through": "välissä {through}",
		"cmd.doctor_clipboard_tmux":    "tmux välittää kopion eteenpäin, kun sen asetuksissa on: set -g set-clipboard on",
		"cmd.doctor_language":          "{name}",
		"cmd.doctor_language_asked":    "{name}, koska --lang tai LOTSE_LANG pyytää sitä",
		"cmd.doctor_language_set":      "{name}, koska lotse config lang sanoo niin",
		"cmd.doctor_language_locale":   "{name}, maa-asetuksen ”{locale}” mukaan; lotse config lang vaihtaa sen",
		"cmd.doctor_language_unset":    "{name}: maa-asetusta ei ole; lotse config lang vaihtaa sen",
		"cmd.doctor_language_not":      "”{word}” ei ole kieli, jota Lotse puhuu: valitse en, de tai fi.",
		"cmd.doctor_language_bytes":    "Maa-asetus ”{locale}” ei ole UTF-8, joten vain englanti on varmasti luettavissa: aseta LANG-muuttujaan UTF-8 tai kirjoita lotse config lang.",
		"cmd.doctor_clock":             "{at}, aikavyöhyke {zone}",
		"cmd.doctor_clock_behind":      "Työtä on muutettu {at}, siis myöhemmin kuin nyt: aseta kello. Odotusten ja lokin ajat tulevat siitä.",
		"cmd.doctor_offline":           "pois: oikeiden töiden tarkistukset eivät kysy mitään; lotse config network on tai LOTSE_NETWORK muuttaa sen",
		"cmd.doctor_no_proxy":          "välityspalvelinta ei ole asetettu; HTTPS_PROXY nimeää sellaisen",
		"cmd.doctor_proxy":             "välityspalvelimen {proxy} kautta",
		"cmd.doctor_proxy_except":      "välityspalvelimen {proxy} kautta; ei osoitteisiin {except}",
		"cmd.doctor_proxy_unreadable":  "HTTPS_PROXY ei ole välityspalvelimen osoite",
		"cmd.doctor_proxy_form":        "Kirjoita se muodossa http://proxy.example:8080.",
		"cmd.doctor_has_keychain":      "vastaa",
		"cmd.doctor_no_keychain":       "ei vastaa tällä koneella",
	}
}
