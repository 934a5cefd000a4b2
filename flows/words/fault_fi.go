package words

// faultFinnish says what there is to say of what goes wrong in a rehearsal by choice.
func faultFinnish() table {
	return table{
		"fault.key":       "viat",
		"fault.title":     "Mikä tässä menee vikaan",
		"fault.intro":     "Tarkistus ”{check}” kysyy tällä koneella jäljitellyltä portaalilta. Valitse, mikä siellä menee vikaan.",
		"fault.on":        "päällä",
		"fault.arm":       "anna mennä vikaan",
		"fault.mend":      "korjaa",
		"fault.sign":      "vika päällä",
		"fault.armed":     "Tästä lähtien, kunnes korjaat sen: {does}",
		"fault.mended":    "Korjattu: siellä ei mene enää mikään vikaan. Tarkista uudelleen.",
		"fault.real":      "Oikeassa työssä mikään ei mene tilauksesta vikaan: aloita sitä varten harjoitus.",
		"fault.no_check":  "Siirry tarkistukseen: siellä valitset, mikä menee vikaan.",
		"fault.no_portal": "Tämä tarkistus ei kysy miltään portaalilta, joten siellä ei mene mikään vikaan: anna sen sijaan väärä vastaus.",
		"fault.line":      "Tässä menee vikaan: {does}",
		"fault.none":      "Mitään ei ole valittu menemään tässä vikaan.",
		"fault.list":      "{n}: {name}. {does}",
		"fault.how":       "fault ja numero tai nimi panee sen menemään vikaan, fault none korjaa sen.",
		"fault.unknown":   "Tällaista vikaa ei täällä ole: {fault}. fault luettelee kaikki.",
		"fault.help":      "fault: luettelee, mikä harjoituksen tarkistuksessa voi mennä vikaan. fault NIMI: panee sen menemään vikaan; fault none: korjaa sen.",
	}
}
