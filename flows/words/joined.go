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
