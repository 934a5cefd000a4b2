package words

// cmdServerFinnish is cmdServerEnglish in Finnish.
func cmdServerFinnish() table {
	return table{
		// mitä doctor sanoo
		"cmd.doctor_name_server":        "palvelin",
		"cmd.doctor_name_member":        "jäsen",
		"cmd.doctor_name_rights":        "oikeudet",
		"cmd.doctor_server_tls":         "PostgreSQL {version}, yhteytenä {tls}",
		"cmd.doctor_server_socket":      "PostgreSQL {version}, tämän koneen soketin kautta",
		"cmd.doctor_server_plain":       "PostgreSQL {version}, ilman TLS-suojausta",
		"cmd.doctor_server_verify":      "Osoite pyytää sslmode={mode}, jolloin ei varmisteta, mikä palvelin vastaa: välissä oleva voi lukea liikennettä. Jätä sslmode pois tai vaadi verify-full.",
		"cmd.doctor_member":             "”{member}”, {role}",
		"cmd.doctor_member_teams":       "”{member}”, {role}, mukana: {teams}",
		"cmd.doctor_server_backups":     "palvelimen ylläpitäjän asia",
		"cmd.doctor_server_backups_how": "Kysy, milloin pg_dump on viimeksi tehty ja milloin sellainen on viimeksi palautettu. Siinä olevat salaisuudet avautuvat vain omistajiensa avaimilla.",
		"cmd.doctor_server_replica":     "Tämä palvelin on toisen palvelimen kopio eikä ota vastaan muutoksia. Käytä sen palvelimen osoitetta, jonka kopio se on, tai anna molemmat samassa osoitteessa pilkulla erotettuina.",
		"cmd.doctor_server_clock":       "Palvelimen kello eroaa tästä kellosta {n} {n:sekunnin|sekuntia}. Aseta se, joka on väärässä: odotusten ja lokin ajat tulevat tältä koneelta. Työn tapahtumien järjestys ei riipu siitä.",
		"cmd.doctor_server_restore":     "Kerro palvelimen ylläpitäjälle ja jätä kaikki ennalleen, kunnes hän on katsonut. Hänen varmuuskopiostaan voi palauttaa menetetyn.",
		"cmd.doctor_rights_well":        "niin suppeat kuin Lotse ne asettaa",

		// mitä epäämiselle voi tehdä
		"cmd.way_team_init": "Tietokannan omistaja ottaa sen käyttöön tai päivittää sen komennolla lotse team init.",
		"cmd.way_team_add":  "Tiimin vetäjä ottaa sinut mukaan komennolla lotse team add.",
		"cmd.way_pg_dump":   "Kaiken lukemiseen oikeutettu kirjoittaa: pg_dump --format=custom --file=TIEDOSTO {database}",
	}
}
