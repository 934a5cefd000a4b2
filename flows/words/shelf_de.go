package words

// shelfGerman says what there is to say of installed packs, in German.
func shelfGerman() table {
	return table{
		"shelf.there":       "Das Paket {pack} ist schon installiert.",
		"shelf.none":        "Ein Paket {pack} ist nicht installiert. Es gibt: {names}.",
		"shelf.none_at_all": "Ein Paket {pack} ist nicht installiert: Hier gibt es keine Pakete.",
		"shelf.other_name":  "Im Ordner {folder} liegt das Paket {pack}.",
	}
}
