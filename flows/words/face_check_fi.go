package words

func finnishCheck() Check {
	return Check{
		Passed: "kunnossa", Warned: "varoitus", Failed: "epäonnistui", Unknown: "ei tarkistettu", Stale: "katso uudelleen: vastaus on muuttunut", NotYet: "ei vielä tarkistettu",
		Jump:   "siirry",
		Phases: "Mitä tarkistettiin", Behind: "Mikä voi olla syynä", Causes: "Mistä etsiä", Repeat: "Tarkista uudelleen",
		Cancel: "peru", Cancelled: "Peruttu; mitään ei kirjattu.", Taking: "%d s",
		Columns: "sarakkeet", TakeColumns: "ota ja tarkista", ColumnsBefore: "kuten ennen", ColumnsForget: "nimien mukaan",
		ReadingColumns: "Luetaan tiedostoja", Chosen: "valittu",
	}
}

func finnishFindings() Findings {
	return Findings{
		Reading: "Luetaan havaintoja ...", Sifting: "Käydään läpi ...", Failed: "Havaintoja ei voi lukea: %s", None: "Ei sellaisia havaintoja.",
		ByCode: "koodi", ByID: "Y-tunnus", ByName: "nimi", Only: "vain %s",
		Must: "pakollinen", Warn: "varoitus", Info: "tiedoksi", New: "uusi", NewOnly: "vain uudet", Gone: "edellisen vertailun jälkeen uusia %d, poistuneita %d", GoneShort: "+%d -%d", Of: "%d/%d", NotRun: "ajamatta %d",
		Row: "rivi", Code: "koodi", ID: "Y-tunnus", Name: "nimi", Barred: "estetty", Yes: "kyllä", No: "ei", Rows: "rivit", Rule: "havainto",
		Effect: "seuraus", Repair: "korjaus", Others: "muut rivit: %s", Words: "haku",
		KeyPair: "vierekkäin", KeyLevel: "taso", KeyRule: "sääntö", KeyNew: "vain uudet", KeyTable: "kaikki",
		FileTitle: "Kirjoita kaikki havainnot tiedostoon", FileIntro: "Nimen pääte ratkaisee muodon: `.html` luettavaksi ja tulostettavaksi, `.xlsx` tai `.csv` taulukkolaskentaan.", FileTo: "Tiedosto", Writing: "Kirjoitetaan ...",
		WriteHelp: "write TIEDOSTO kirjoittaa ne kaikki tiedostoon (.html, .xlsx tai .csv).",
		Nothing:   "Tässä ei ole havaintoja: ne ovat tehdyssä vertailussa.", NoRule: "%s: ei havaintoja; havaintoja on näillä: %s.", NoEarlier: "Tämä on ensimmäinen vertailu: aiempaa ei ole.", Copied: "Kopioitu: %s", MoreRows: "%d lisää: kirjoita findings %s %d.", LineHelp: "Kirjoita findings ja sääntö, esimerkiksi only-left, niin saat sen havainnot.",
	}
}

func finnishImport() Import {
	return Import{
		Title: "Rivit tiedostosta", PasteTitle: "Liitetyt rivit", AskPath: "Tiedosto",
		Samples: "esimerkkejä, joissa on virheitä: %s",
		AskHint: "CSV- tai XLSX-tiedoston polku; tab täydentää", Reading: "Luetaan %s: %d %%", Judging: "Tutkitaan rivejä",
		Sheet: "taulukko", Parted: "erotin %s", Header: "otsikko rivillä %d", NoHeader: "ei otsikkoa", Size: "rivejä: %d",
		Nothing: "ei mitään", Left: "Jää pois: %s", Position: "sarake %s", Guess: "arvaus", Likely: "luultavasti",
		Replace: "Entisten rivien tilalle (%d)", Append: "Entisten rivien jälkeen (%d)",
		Replaces: "space korvaa ne", Appends: "space säilyttää ne",
		NoProblems: "Riveissä ei ole huomautettavaa.", Problems: "katsottavaa: %d", BadRows: "ongelmallisia rivejä: %d", Row: "rivi %s",
		More:   "ja %d muuta",
		Taking: "Otetaan rivejä",
		Bad:    "ongelmallisia %d", NoProblem: "Millään rivillä ei ole ongelmaa, joka pitäisi vaiheen auki.",
		KeyColumn: "sarake", KeyHeader: "otsikkorivi", KeyMode: "korvaa tai lisää", KeySheet: "taulukko", KeyProblems: "ongelmat",
		KeyTake: "ota",
	}
}

func finnishLetter() Letter {
	return Letter{
		To: "Vastaanottaja", Subject: "Aihe", Blank: "osoitetta ei vielä ole",
		Missing: "Vielä vastaamatta, jätetty tyhjäksi: %s",
		Unsent:  "ei vielä lähetetty", Sent: "lähetetty", SentHow: "lähetetty: %s", Stale: "katso uudelleen: vastaus on muuttunut lähetyksen jälkeen",
		How: "Miten", HowStart: "sähköpostilla", HowTitle: "Viesti on lähetetty", HowMissing: "Kerro, miten se lähetettiin: tieto kirjataan.",
		Save: "tiedostoon", SaveTitle: "Kirjoita tiedostoon", SaveTo: "Tiedosto (.txt tai .eml)", Saved: "Kirjoitettu: %s.", Unnamed: "Anna tiedoston nimi.",
		Language: "kieli", Mark: "lähetetty", Again: "lähetetty uudelleen", Program: "sähköpostiohjelma", OnlyOne: "Viesti on vain tällä kielellä.",
	}
}

func finnishWarnings() Warnings {
	return Warnings{
		Title: "%d varoitusta on avoinna", TitleOne: "Yksi varoitus on avoinna",
		First: "Siirry ensimmäiseen", FirstOne: "Siirry siihen",
		Accept: "Hyväksy ne yhdellä perustelulla", AcceptOne: "Hyväksy se perustellen", AcceptWhy: "Perustelu",
		Leave: "Jatka; ne jäävät voimaan", LeaveOne: "Jatka; se jää voimaan",
		NotAccepted: "Tekemätöntä tarkistusta ei voi hyväksyä: se jää voimaan sellaisenaan.",
		Ask:         "Kirjoita accept ja perustelu, tai leave, niin jatkat ja loput jäävät voimaan; Enter vie ensimmäiseen",
		AskAccept:   "Kirjoita accept ja perustelu; Enter vie ensimmäiseen", AskLeave: "Kirjoita leave, niin jatkat ja ne jäävät voimaan; Enter vie ensimmäiseen",
		AcceptWord: "accept", LeaveWord: "leave", Unknown: "Tämä ei tarkoita tässä mitään.",
	}
}

func finnishEvents() Events {
	return Events{
		Last: "Viimeksi", Who: "%s: ",
		Started: "työ aloitettu", Answered: "vastattu", Cleared: "tyhjennetty", Sealed: "salattu",
		RowAdded: "rivi lisätty", RowRemoved: "rivi poistettu", Changed: "muutettu", Rows: "rivejä %d",
		Ticked: "tehty", Unticked: "merkintä poistettu", Accepted: "hyväksytty perustellen", Noted: "muistiinpano",
		Undone: "kumottu", Done: "vaihe valmis", Skipped: "ohitettu", Reopened: "avattu uudelleen",
		Waiting: "katso uudelleen %s", WaitAnswered: "vastattu", Passed: "vahvistettu", Result: "%s",
		Sent: "lähetetty", Ended: "työ päättyi", Abandoned: "työ keskeytettiin", Language: "kieli vaihdettu",
		Erased: "tietoja poistettu", Mapped: "sarakkeet valittu", Forked: "toinen kopio tuli",
		Copied: "kopioitu", Shown: "näytetty", HandedOver: "salattu luovutettavaksi", Used: "käytetty tarkistuksessa",
	}
}
