package words

// endingFinnish is endingEnglish in Finnish.
func endingFinnish() table {
	return table{
		"cmd.no_output":          "Tulosta ei voitu kirjoittaa: {why}. Komennon tekemät muutokset on tallennettu.",
		"file.closed":            "suljettu: {file}",
		"dialogue.line_not_kept": "Aloitettu rivi, jota ei vahvistettu enterillä, ei tallennu.",
	}
}
