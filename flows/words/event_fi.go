package words

// eventFinnish is eventEnglish in Finnish.
func eventFinnish() table {
	return table{
		"event.brought":  "{by}, tuonut {writer}",
		"event.started":  "Työ aloitettiin. Menettely: {procedure}, versio {version}. Asiakas: {customer}.",
		"event.language": "Työn kieleksi vaihdettiin {lang}.",

		"event.answered":       "”{item}”: vastaus ”{value}”.",
		"event.cleared":        "”{item}”: vastaus poistettiin.",
		"event.secret":         "”{item}”: salaisuus annettiin.",
		"event.secret_cleared": "”{item}”: salaisuus poistettiin.",
		"event.undone":         "Tapahtuma {seq} kumottiin.",
		"event.undone_item":    "”{item}”: tapahtuma {seq} kumottiin.",
		"event.stale":          "Katsottava uudelleen: {steps}.",

		"event.row_added":    "”{item}”: rivi {row} lisättiin.",
		"event.row_removed":  "”{item}”: rivi {row} poistettiin.",
		"event.cell":         "”{item}”, rivi {row}, ”{column}”: vastaus ”{value}”.",
		"event.cell_cleared": "”{item}”, rivi {row}, ”{column}”: vastaus poistettiin.",
		"event.rows":         "”{item}”: entisten tilalle tuli {n} {n:rivi|riviä}.",
		"event.rows_added":   "”{item}”: lisää tuli {n} {n:rivi|riviä}.",
		"event.rows_file":    "Rivit ovat tiedostosta {file}.",

		"event.ticked":       "”{item}” merkittiin tehdyksi.",
		"event.ticked_row":   "”{item}”, rivi {row}: ”{column}” merkittiin tehdyksi.",
		"event.unticked":     "”{item}”: merkintä tehdyksi poistettiin.",
		"event.unticked_row": "”{item}”, rivi {row}, ”{column}”: merkintä tehdyksi poistettiin.",
		"event.evidence":     "Todisteena on tiedosto {file}.",
		"event.note":         "Todiste: ”{text}”.",

		"event.accepted": "”{step}”: ongelma {problem} hyväksyttiin.",
		"event.noted":    "”{step}”: muistiinpano ”{text}”.",
		"event.left":     "Voimaan jätettiin {n} {n:varoitus|varoitusta}: {problems}.",
		"event.done":     "Vaihe ”{step}” päätettiin.",
		"event.skipped":  "Vaihe ”{step}” ohitettiin.",
		"event.reopened": "Vaihe ”{step}” avattiin uudelleen.",
		"event.why":      "Perustelu: ”{why}”.",

		"event.waiting":        "”{item}”: odotus alkoi.",
		"event.waiting_until":  "”{item}”: odotus alkoi; katsotaan uudelleen {until}.",
		"event.wait_answered":  "”{item}”: vastaus on saatu.",
		"event.gate":           "”{item}” vahvistettiin; päättäjä: {by}.",
		"event.check_passed":   "Tarkistus ”{item}”: kunnossa.",
		"event.check_warned":   "Tarkistus ”{item}”: varoitus.",
		"event.check_failed":   "Tarkistus ”{item}” epäonnistui.",
		"event.check_unknown":  "Tarkistus ”{item}” jäi ilman tulosta.",
		"event.check_stale":    "Jokin vastaus muuttui tarkistuksen aikana.",
		"event.mapped":         "”{item}” lukee puolen {side} valitut sarakkeet: {columns}.",
		"event.read_otherwise": "”{item}” lukee puolen {side} annetulla tavalla: otsikkorivi, taulukko tai merkistö.",
		"event.unmapped":       "”{item}” lukee puolen {side} sarakkeet jälleen nimien mukaan.",
		"event.sent":           "”{item}” lähetettiin: ”{how}”.",

		"event.ended":       "Työ päättyi: {outcome}.",
		"event.abandoned":   "Työ keskeytettiin: {outcome}.",
		"event.erased":      "Tiedot poistettiin {n} tapahtumasta.",
		"event.erased_item": "”{item}”: tiedot poistettiin {n} tapahtumasta.",
		"event.gone":        "Tapahtuma, laji {kind}; sen tiedot on poistettu.",
		"event.unreadable":  "Tapahtuma, laji {kind}; sen tietoja ei voi lukea tässä.",
	}
}
