package words

func letterGerman() table {
	return table{
		"letter.to":      "An",
		"letter.subject": "Betreff",
	}
}
