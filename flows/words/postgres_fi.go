package words

// postgresFinnish is postgresEnglish in Finnish.
func postgresFinnish() table {
	return table{
		// osoite, jota ei hyväksytä
		"postgres.address":                 "Tämä ei ole PostgreSQL-palvelimen osoite. Kirjoita postgres://NIMI@PALVELIN/TIETOKANTA tai service=NIMI, jos palvelu on tiedostossa pg_service.conf.",
		"postgres.parameter":               "PostgreSQL-palvelimen osoitteessa ei ole parametria ”{name}”. Tarkista kirjoitusasu.",
		"postgres.password_in_address":     "Osoitteessa on salasana, jonka muut voivat lukea ohjelmien luettelosta. Jätä se pois ja kirjoita se kotikansiosi tiedostoon .pgpass.",
		"postgres.password_in_environment": "Muuttujassa {variable} on salasana, jonka jokainen käynnistettävä ohjelma voi lukea. Poista muuttuja ja kirjoita salasana kotikansiosi tiedostoon .pgpass.",
		"postgres.password_in_service":     "Palvelussa ”{service}” tiedostossa ”{file}” on salasana. Ota se pois ja kirjoita se kotikansiosi tiedostoon .pgpass.",
		"postgres.passfile_open":           "Muut saavat lukea tiedostoa ”{file}”, jossa on salasana. Sulje se komennolla chmod 600.",
		"postgres.no_service":              "Palvelua ”{service}” ei ole tiedostossa ”{file}” eikä koneen omassa tiedostossa pg_service.conf. Tarkista kirjoitusasu.",
		"postgres.service_parameter":       "Palvelussa ”{service}” tiedostossa ”{file}” on parametri {name}, jota Lotse ei voi noudattaa. Poista se tai tee Lotselle oma palvelu.",
		"postgres.file":                    "Yhteyteen tarvitaan ”{file}”, mutta sitä ei voi lukea: {why}.",
		"postgres.unverified":              "Yhteys palvelimeen {server} ei varmista, mikä palvelin vastaa (sslmode={mode}). Välissä oleva voi lukea liikennettä.",

		// palvelinta ei ole
		"postgres.no_host":            "Kukaan ei tunne palvelinta nimeltä ”{host}”. Tarkista nimi ja se, onko tämä kone verkossa.",
		"postgres.refused":            "Osoitteessa {server} ei ole PostgreSQL-palvelinta käynnissä. Tarkista osoite tai kysy palvelimen ylläpitäjältä.",
		"postgres.unreachable":        "{server} ei ole tavoitettavissa: {why}. Tarkista verkko.",
		"postgres.no_answer":          "{server} ei vastaa. Tarkista verkko tai kysy palvelimen ylläpitäjältä.",
		"postgres.cut":                "Yhteys palvelimeen {server} katkesi. Yritä hetken kuluttua uudelleen.",
		"postgres.stopping":           "{server} on sulkeutumassa tai käynnistymässä. Yritä hetken kuluttua uudelleen.",
		"postgres.no_primary":         "Mikään osoitteen {server} palvelimista ei nyt ota vastaan muutoksia. Yritä hetken kuluttua uudelleen, kun jokin niistä on ottanut vastuun, tai kysy palvelinten ylläpitäjältä.",
		"postgres.no_connection_left": "Palvelimella {server} ei ole vapaita yhteyksiä. Sulje muita sitä käyttäviä ohjelmia tai yritä hetken kuluttua uudelleen.",

		// palvelin ei ole oikea
		"postgres.other_host":        "Palvelimen ”{host}” varmenne on toisen palvelimen. Tarkista osoite tai kysy palvelimen ylläpitäjältä.",
		"postgres.unknown_authority": "Palvelimen ”{host}” varmenteen on allekirjoittanut taho, jota tämä kone ei tunne. Pyydä sen varmenne palvelimen ylläpitäjältä ja nimeä tiedosto osoitteessa parametrilla sslrootcert.",
		"postgres.expired":           "Palvelimen ”{host}” varmenne ei ole nyt voimassa: se on vanhentunut, tai jokin kello on väärässä. Pyydä palvelimen ylläpitäjältä uusi.",
		"postgres.certificate":       "Palvelimen ”{host}” varmennetta ei voi käyttää: {why}. Kysy palvelimen ylläpitäjältä.",
		"postgres.no_tls":            "”{host}” ei tarjoa TLS-yhteyttä. Pyydä palvelimen ylläpitäjää ottamaan se käyttöön.",
		"postgres.foreign":           "Osoitteessa {server} vastaa jokin, joka ei puhu kuin PostgreSQL-palvelin. Tarkista palvelin ja portti.",
		"postgres.too_old":           "Palvelimella {server} on PostgreSQL {version}. Lotse tarvitsee version {least} tai uudemman: kysy palvelimen ylläpitäjältä.",
		"postgres.encoding":          "Palvelimen {server} tietokannan ”{database}” merkistökoodaus on {encoding}, josta puuttuu nimissä esiintyviä kirjaimia. Lotse tarvitsee UTF8:n: pyydä luomaan toinen tietokanta komennolla createdb -E UTF8 -T template0.",
		"postgres.pooler":            "Tämän koneen ja palvelimen {server} välissä on PgBouncerin kaltainen yhteyksien jakaja. Lotse tarvitsee omat yhteydet, jotta se kuulee, mitä muut tekevät: anna PostgreSQL-palvelimen oma osoite.",

		// ketä ei päästetä sisään
		"postgres.password":      "{server} ei hyväksy käyttäjän ”{member}” salasanaa. Lotse lukee sen kotikansiosi tiedostosta .pgpass: tarkista siitä tämän palvelimen rivi.",
		"postgres.not_let_in":    "{server} ei päästä käyttäjää ”{member}” sisään: {why}. Palvelimen ylläpitäjän on luotava rooli tai lisättävä sille rivi tiedostoon pg_hba.conf.",
		"postgres.socket":        "Palvelimen {server} sokettia et saa käyttää. Kysy palvelimen ylläpitäjältä.",
		"postgres.no_database":   "Palvelimella {server} ei ole tietokantaa ”{database}”. Tarkista osoite tai pyydä luomaan tietokanta.",
		"postgres.no_member":     "Palvelin tuntee käyttäjän ”{member}” mutta ei tiimin jäsenenä.",
		"postgres.not_allowed":   "{server} ei salli tätä käyttäjälle ”{member}”. Kysy tiimin vetäjältä.",
		"postgres.run_elsewhere": "Työ {run} on jo tällä palvelimella, asiakkaalla, jota et saa nähdä. Pyydä vetäjää antamaan asiakas tiimillesi.",

		// tietokanta ei ole valmis
		"postgres.no_team":  "Palvelimella {server} ei ole vielä tiimiä.",
		"postgres.newer":    "Palvelimen {server} on ottanut käyttöön uudempi Lotse: tietokannan versio on {version}, tämä tuntee enintään version {known}. Käytä uudempaa Lotsea. Mitään ei muutettu.",
		"postgres.older":    "Palvelimella {server} on versio {version}, ja tämä Lotse tarvitsee version {known}.",
		"postgres.tampered": "Palvelimen {server} taulut eivät ole sellaiset kuin Lotse ne luo: niiden versioluetteloa on muutettu. Nyt ei muutettu mitään. Pyydä palvelimen ylläpitäjää palauttamaan aiempi tila varmuuskopiosta.",

		// mihin se ei nyt pysty
		"postgres.read_only":    "{server} ei ota vastaan muutoksia: se on toisen palvelimen kopio, tai se on asetettu vain luettavaksi (default_transaction_read_only). Käytä sen palvelimen osoitetta, jonka kopio se on, tai anna molemmat palvelimet samassa osoitteessa pilkulla erotettuina; tai kysy palvelimen ylläpitäjältä.",
		"postgres.disk_full":    "Palvelimen {server} levy on täynnä. Mitään tallennettua ei ole kadonnut; palvelimen ylläpitäjän on vapautettava tilaa.",
		"postgres.no_resources": "Palvelimella {server} on liikaa tehtävää: {why}. Yritä hetken kuluttua uudelleen.",
		"postgres.cancelled":    "{server} keskeytti, koska tämä kesti kauemmin kuin siellä sallitaan. Yritä uudelleen tai pyydä palvelimen ylläpitäjältä lisää aikaa (statement_timeout).",
		"postgres.busy":         "Muut muuttavat samaa palvelimella {server}. Yritä hetken kuluttua uudelleen.",
		"postgres.damaged":      "{server} ei pysty lukemaan omia tiedostojaan: {why}. Kerro siitä palvelimen ylläpitäjälle ennen kuin mitään muuta tehdään.",
		"postgres.failed":       "{server} ei pystynyt tähän: {why}.",
		"postgres.no_backup":    "Palvelimen {server} varmuuskopiot tehdään siellä, missä palvelinta ylläpidetään, ohjelmalla pg_dump tai sillä, mitä IT-osastonne käyttää: Lotse ei tee eikä palauta niitä.",

		// liian laajat oikeudet ja se, kuka ne supistaa
		"postgres.wide_connect":     "Jokainen, joka voi kirjautua palvelimelle, saa yhdistää tietokantaan.",
		"postgres.wide_create":      "Skeemaan ”{schema}” saa jokainen luoda mitä tahansa.",
		"postgres.wide_superuser":   "”{member}” on pääkäyttäjä: mikään oikeus ei rajoita tätä roolia.",
		"postgres.wide_server":      "”{member}” voi lukea tai kirjoittaa palvelimen tiedostoja, ajaa siellä ohjelmia tai kirjoittaa kaikkien oikeuksien ohi, ja pääsee niin käsiksi kaikkeen.",
		"postgres.wide_bypass":      "Rivitason suojaus ei koske käyttäjää ”{member}” (BYPASSRLS).",
		"postgres.wide_createrole":  "”{member}” saa luoda rooleja (CREATEROLE) ja siten päästää kenet tahansa sisään.",
		"postgres.wide_table":       "Taulun ”{table}” rivitason suojaus on pois päältä.",
		"postgres.wide_owner":       "”{member}” kuuluu rooliin, joka omistaa taulut, ja saa siten muuttaa niitä kaikkia.",
		"postgres.wide_grant":       "Taulua ”{table}” saa käyttää jokainen.",
		"postgres.narrow":           "Palvelimen ylläpitäjä perii sen takaisin: {sql}",
		"postgres.narrow_by_person": "Palvelimen ylläpitäjä tekee Lotsea varten oman kirjautumisen, jolla sitä ei ole.",
	}
}
