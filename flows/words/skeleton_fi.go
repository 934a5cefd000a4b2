package words

// skeletonFinnish is what stands in a new procedure.
func skeletonFinnish() table {
	return table{
		"skeleton.source": "Asiakirja, jota tämä seuraa, ja päivä, jona se luettiin.",
		"skeleton.steps":  "Vaihe on sivu, jonka kohdat luetaan ylhäältä alas. Jokaisella on id, title ja items.",
		"skeleton.step":   "Mitä muuta vaihe voi kertoa: kuka toimii (consultant, customer, vendor), ääneen luettava lause, mitä toinen osapuoli silloin näkee, mitä tehdä, jos näkyy jotain muuta, ja kauanko se kestää.",
		"skeleton.items":  "Muita kohtia: vastaus, valinta, liitettävä teksti, ehdollinen odotus. flows/README.md selittää kaikki.",
		"skeleton.first":  "Aloita tästä",
	}
}
