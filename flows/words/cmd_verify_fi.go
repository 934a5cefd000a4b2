package words

// cmdVerifyFinnish is cmdVerifyEnglish in Finnish.
func cmdVerifyFinnish() table {
	return table{
		"cmd.long_verify": "Työstä komento laskee tapahtumien ketjun uudelleen. Lotsen allekirjoittamasta tiedostosta (raportti muodossa HTML, Markdown, JSON tai PDF, tai luovutettava työ) se kertoo, onko jokainen tavu se, mikä kirjoitettiin, ja nimeää ensimmäisen rivin, joka ei ole; kenen avaimella se on allekirjoitettu; ja johtaako siinä oleva tapahtumien ketju, joka on HTML:ssä ja JSONissa, allekirjoitettuun tiivisteeseen. Tietokantaa ei tarvita. Nimi, jossa on piste tai kauttaviiva, ja nimi, jolla tässä on tiedosto, on FILE. Paluukoodi on 0, kun kaikki on muuttumatonta, 1, kun jotakin on muutettu, 2, kun tiedostossa ei ole allekirjoitusta.",

		"cmd.verify_unchanged": "Muuttumaton; allekirjoitettu {at}.",
		"cmd.verify_changed":   "Muutettu: {what}",
		"cmd.verify_event":     "Ketju ei pidä, tapahtuma {seq}: {what}",
		"cmd.verify_unsigned":  "Tästä tiedostosta ei ole todistettu mitään, ei myöskään kirjoittajaa.",
		"cmd.verify_signed":    "Itse allekirjoitus on aito. Se, mikä allekirjoitettiin ({at}):",
		"cmd.verify_report":    "Raportti työstä {run}: {n} {n:tapahtuma|tapahtumaa}, viimeisenä {head}.",
		"cmd.verify_capsule":   "Työ {run} sellaisena kuin se luovutettiin: {n} {n:tapahtuma|tapahtumaa}, viimeisenä {head}.",
		"cmd.verify_own":       "Allekirjoittaja on tämä asennus, avain {key}. Sen sanat: {words}.",
		"cmd.verify_unknown":   "Allekirjoittanutta avainta ei tunneta tässä: {key}. Sen sanat: {words}. Pyydä tiedoston lähettäjää lukemaan omat sanansa puhelimessa; lotse doctor kertoo ne.",
		"cmd.verify_chain":     "Tiedostossa oleva tapahtumien ketju johtaa tähän tiivisteeseen.",
		"cmd.verify_no_chain":  "Ei tutkittu: tapahtumien ketju, jota tässä tiedostossa ei ole.",
		"cmd.verify_means":     "Tämä todistaa, että avaimen haltija kirjoitti tiedoston tällaiseksi, ei että sen sisältö on totta.",
		"cmd.verify_both":      "”{word}” on tässä tiedosto, ja samoin alkaa erään työn tunnus. Kirjoita ”{path}”, jos tarkoitat tiedostoa, tai enemmän tunnuksesta, jos tarkoitat työtä.",
		"cmd.verify_unasked":   "Ei selvitetty, onko avain tämän asennuksen. {why}",

		"cmd.doctor_name_signing": "allekirjoitukset",
		"cmd.doctor_signing":      "Allekirjoittava avain on ”{file}”, {at}; sen neljä sanaa: {words}. Sitä ei ole varmuuskopioissa. Avain {key}.",
		"cmd.doctor_unsigned":     "Mitään ei ole vielä allekirjoitettu; ensimmäinen raportti luo avaimen ”{file}”.",
		"cmd.doctor_signed_other": "Se ei ole avain, jolla tähän asti on allekirjoitettu.",
	}
}
