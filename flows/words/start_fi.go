package words

// startFinnish says what there is to say where a run is begun.
func startFinnish() table {
	return table{
		"start.mode":            "Laji",
		"start.real":            "oikea",
		"start.rehearsal":       "harjoitus",
		"start.key_mode":        "laji",
		"start.about_real":      "Asiakkaan oma työ: tarkistukset kysyvät oikeilta portaaleilta.",
		"start.about_rehearsal": "Harjoitteluun: portaalit jäljitellään tällä koneella, mitään oikeaa ei kysytä, ja w tarkistuksen kohdalla valitsee, mikä menee vikaan.",
		"start.steps":           "{n} {n:vaihe|vaihetta}",
		"start.minutes":         "noin {n} minuuttia",
		"start.minutes_between": "{least}–{most} minuuttia",
		"start.have":            "Käsille: {what}",
		"start.runs":            "{n} {n:työ|työtä}, viimeksi {day}",
	}
}
