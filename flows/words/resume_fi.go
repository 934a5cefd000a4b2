package words

// resumeFinnish is resumeEnglish in Finnish.
func resumeFinnish() table {
	return table{
		"dialogue.half_typed": "Kesken jäi ”{what}”: kirjoitettu teksti on tallessa, mutta sitä ei ole vielä otettu.",
		"dialogue.half_form":  "Kesken jäi ”{what}”: lomakkeeseen kirjoitettu teksti on tallessa ja näkyy, kun lomake avataan.",
		"dialogue.half_more":  "Lisäksi {n} {n:teksti on kirjoitettu, mutta sitä|tekstiä on kirjoitettu, mutta niitä} ei ole otettu.",

		"cmd.flag_resume_at": "avaa työn vaiheesta VAIHE tai sen kohdasta, VAIHE.KOHTA",
	}
}
