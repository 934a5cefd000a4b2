package words

func cmdSecretFinnish() table {
	return table{
		"cmd.short_secret_copy":   "Kopioi salaisuuden leikepöydälle ja tyhjentää sen 45 sekunnin kuluttua",
		"cmd.short_secret_reveal": "Näyttää salaisuuden 10 sekuntia tai kirjoittaa sen putkeen",
		"cmd.secret_waits":        "Leikepöytä tyhjennetään {n} sekunnin kuluttua; ctrl+c tyhjentää sen heti.",
		"cmd.secret_say_yes":      "Keneltäkään ei voi kysyä: --yes kopioi tai näyttää silti.",
	}
}
