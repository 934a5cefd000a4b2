package words

func letterFinnish() table {
	return table{
		"letter.to":      "Vastaanottaja",
		"letter.subject": "Aihe",
	}
}
