package words

// rotateFinnish is rotateEnglish in Finnish.
func rotateFinnish() table {
	return table{
		"event.rotation_begun":     "”{item}”: salaisuuden vaihto aloitettiin. Käyttäjät: {users}.",
		"event.rotation_sealed":    "”{item}”: uusi salaisuus salattiin vanhan rinnalle ({fingerprint}).",
		"event.rotation_confirmed": "”{item}”: uusi salaisuus vahvistettiin: {users}.",
		"event.rotation_given_up":  "”{item}”: salaisuuden vaihdosta luovuttiin; vanha jää.",
		"event.secret_destroyed":   "”{item}”: tarpeeton salattu salaisuus hävitettiin ({fingerprint}).",

		"rotation_begun":  "Salaisuuden vaihto on kesken (”{item}”): uutta ei ole vielä annettu.",
		"rotation_sealed": "Salaisuuden vaihto on kesken (”{item}”): uutta ei ole vielä vahvistettu: {users}.",

		"refuse.rotation_not_offered": "{item}: menettelyssä ei ole tarjolla salaisuuden vaihtoa.",
		"refuse.rotation_no_secret":   "{item}: salaisuutta ei ole täällä, joten vaihdettavaa ei ole.",
		"refuse.rotation_users":       "{item}: kerro ensin, mitkä järjestelmät ja ketkä käyttävät salaisuutta, ainakin yksi.",
		"refuse.rotation_many":        "Käyttäjiä on liikaa: {n}, enintään {limit}.",
		"refuse.rotation_not_begun":   "{item}: salaisuuden vaihto ei ole käynnissä.",
		"refuse.rotation_no_new":      "{item}: uutta salaisuutta ei ole vielä annettu.",
		"refuse.rotation_same":        "{item}: tämä on vanha salaisuus, joka on tarkoitus vaihtaa.",
		"refuse.rotation_user":        "”{user}” ei ole salaisuuden käyttäjien joukossa ({item}): {users}.",
		"refuse.rotation_other_new":   "{item}: uusi salaisuus on sillä välin korvattu toisella. Vahvista se.",
		"refuse.rotation_open":        "{item}: salaisuuden vaihto on kesken. Vahvista uusi salaisuus tai luovu vaihdosta, ennen kuin muutat sitä muuten.",

		"dialogue.rotation_sealed":    "Uusi salaisuus on salattu. Vanha säilyy, kunnes uusi on vahvistettu joka järjestelmässä.",
		"dialogue.rotation_confirmed": "Uusi salaisuus on vahvistettu kaikkialla. Vanha hävitetään.",
		"dialogue.rotation_left":      "Vielä vahvistamatta: {users}.",
		"dialogue.rotation_given_up":  "Vaihdosta on luovuttu. Vanha salaisuus jää.",
		"dialogue.rotation_doubt":     "Uusi salaisuus: {text}",
		"dialogue.rotation_test":      "Tarkista uusi salaisuus ({checks}).",
		"dialogue.rotation_nothing":   "Tässä työssä ei nyt voi vaihtaa salaisuutta.",
		"dialogue.do_rotate":          "vaihda salaisuus ”{what}”",
	}
}
