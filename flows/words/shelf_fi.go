package words

// shelfFinnish says what there is to say of installed packs, in Finnish.
func shelfFinnish() table {
	return table{
		"shelf.there":       "Paketti {pack} on jo asennettu.",
		"shelf.none":        "Pakettia {pack} ei ole asennettu. Asennettuna ovat: {names}.",
		"shelf.none_at_all": "Pakettia {pack} ei ole asennettu: täällä ei ole paketteja.",
		"shelf.other_name":  "Kansiossa {folder} on paketti {pack}.",
	}
}
