package words

// joined puts messages together, in the same way in every language.
func joined(row, cell string) table {
	return table{
		"joined.comma":     "{a}, {b}",
		"joined.semicolon": "{a}; {b}",
		"joined.sentence":  "{a} {b}",
		"joined.label":     "{label}: {text}",

		"place.row":  row + ": {text}",
		"place.cell": row + ", " + cell + ": {text}",
	}
}

func joinedEnglish() table { return joined("row {row}", "column {column}") }
func joinedGerman() table  { return joined("Zeile {row}", "Spalte {column}") }
func joinedFinnish() table { return joined("rivi {row}", "sarake {column}") }
