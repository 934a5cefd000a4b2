package words

// shelfEnglish says what there is to say of installed packs.
func shelfEnglish() table {
	return table{
		"shelf.there":       "The pack {pack} is installed already.",
		"shelf.none":        "No pack {pack} is installed. There are: {names}.",
		"shelf.none_at_all": "No pack {pack} is installed: there are no packs here.",
		"shelf.other_name":  "The folder {folder} holds the pack {pack}.",
	}
}
