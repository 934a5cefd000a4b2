package words

// finnish is what the interface says in Finnish.
func finnish() Strings {
	return Strings{
		States: States{
			Done: "valmis", Open: "avoin", Waiting: "odottaa", Blocked: "lukossa", Stale: "katso uudelleen",
			Skipped: "ohitettu", NotNeeded: "ei tarvita", Ended: "päättynyt", Abandoned: "keskeytetty",
			Rehearsal: "HARJOITUS", Demo: "DEMO",
		},
		Desk:    finnishDesk(),
		Wizard:  finnishWizard(),
		Overlay: finnishOverlay(),
		Saving: Saving{
			Saved: "tallennettu", Saving: "tallennetaan", NotSaved: "EI TALLENNETTU (%s)",
			Full: "levy täynnä", ReadOnly: "vain luku", Locked: "varattu", Damaged: "vioittunut",
			Newer: "uudempi versio", Other: "virhe",
			Away: "palvelin poissa", Denied: "ei sallittu", Unverified: "palvelinta ei varmistettu", ReadOnlyServer: "palvelin vain luettavissa",
		},
		Field: Field{
			Required: "pakollinen", Optional: "valinnainen", Default: "esitäytetty",
			Secret: "piilossa kirjoittaessa; salataan heti", SecretSet: "salattu",
			PasteTooLong: "Liitettävää on %d KiB; tähän mahtuu %d KiB. Mitään ei liitetty.",
			DateHint:     "1.5.2026, 1.5., +3d, pe", DateUnknown: "ei ole päivä: 1.5., +3d tai pe",
			FileHint:   "tiedoston polku; tab täydentää",
			FilterHint: "suodatin: %s", NoMatch: "mikään ei täsmää", ControlRemoved: "Merkit, joita ei voi näyttää, jätettiin pois.",
		},
		List: Rows{
			Row: "rivi", NewRow: "uusi", Fresh: "uusi %s", NoRows: "%s: ei vielä yhtään", Full: "Enintään %d riviä.",
			Cell: "%s/%s",
		},
		Letter: finnishLetter(),
		Check:  finnishCheck(),
		Found:  finnishFindings(),
		Import: finnishImport(),
		Help:   finnishHelp(),
		Leave: Leave{
			Did:  "%s, %s: vaiheista valmiina %d/%d.",
			Open: "Avoinna: %s.", OpenNothing: "Mitään ei ole avoinna.",
			Resume: "Jatka: lotse resume %s", Start: "Aloita työ: lotse start MENETTELY --customer NIMI",
		},
		When:     When{Today: "tänään", Yesterday: "eilen", Tomorrow: "huomenna"},
		Line:     finnishLine(),
		Typing:   finnishTyping(),
		Warnings: finnishWarnings(),
		Rotate:   finnishRotateWords(),
		Papers:   finnishPapers(),
		Event:    finnishEvents(),
		Brief: Brief{
			WaitsFor: "odotetaan: %s", Started: "aloitettu %s",
		},
	}
}

func finnishDesk() Desk {
	return Desk{
		Title: "Työpöytä", Runs: "%s työtä", Due: "%s vuorossa",
		Today: "Tänään", Open: "Avoimet", Waiting: "Odottavat", Done: "Valmiit",
		EmptyWhat:    "Lotse vie läpi käyttöönottomenettelyn, eikä mitään katoa.",
		EmptyNew:     "n  aloittaa työn: valitse menettely ja anna asiakas.",
		EmptyDemo:    "d  aloittaa demotyön, joka näkyy kaikkialla demona.",
		NothingFound: "Haulla ”%s” ei löydy mitään. Esc näyttää taas kaikki työt.",
		Filter:       "Suodatin", Changed: "muutettu", Until: "jatkuu %s",
		NoWait:  "Työn nykyinen vaihe ei odota ketään.",
		Opening: "avataan", Creating: "työ aloitetaan", OneRun: "1 työ", DueAt: "vuoro %s", Hidden: "(toinen asiakas)",
	}
}

func finnishWizard() Wizard {
	return Wizard{
		StepOf: "vaihe %d/%d", NotNeeded: "ei tarvita: %d", Say: "sano", See: "näkyy", If: "jos",
		Consultant: "sinä teet", Customer: "asiakas tekee", Vendor: "toimittaja tekee", Minutes: "%d min",
		Internal: "sisäinen", Shared: "JAKONÄKYMÄ", MoreAbove: "lisää ylempänä", MoreBelow: "lisää alempana",
		Undecided: "Lisää tulee, kun yllä oleviin on vastattu.",
		BlockedBy: "Tämän vaiheen vuoro tulee myöhemmin. Puuttuu: %s", Round: "kierros %d",
		DoneHint:     "enter: tämä vaihe on valmis",
		TooSmall:     "Tarvitaan 40 saraketta ja 12 riviä.",
		TooSmallHint: "Mitään ei katoa: suurenna ikkunaa.",
		FinishedHint: "esc vie työpöydälle, ctrl+o näyttää vaiheet.",
		NotYet:       "ei vielä", Ticked: "tehty", TickKey: "space merkitsee",
		LaterAction: "Tarjolla valmiissa työssä myöhemmässä versiossa.",
		Copies:      "c kopioi", Copied: "Lähetetty päätteen leikepöydälle, jos se tukee sitä. Arvo säilyy tässä.",
		CopyNothing: "Tässä ei ole mitään kopioitavaa.", CopyEmpty: "Kopioitavaa arvoa ei vielä ole.",
		OpenAddress: "Osoite: %s", OpenNothing: "Tässä vaiheessa ei ole osoitetta.",
		AcceptKey: "f4 hyväksy perustellen", AcceptNothing: "Tässä ei ole mitään perustellen hyväksyttävää.",
		Accepted: "hyväksytty: %s", LookAgain: "katso uudelleen: se, mihin tämä perustuu, on muuttunut",
		MouseOn: "Hiiri päällä: napsautus, rulla; vaihtonäppäin pohjassa pääte valitsee tekstiä.", MouseOff: "Hiiri pois päältä: pääte valitsee tekstin taas itse.",
		WaitOpen: "odotetaan: %s", WaitUntil: "katso uudelleen %s", WaitAnswered: "vastattu",
		GateOpen: "ei vielä vahvistettu", GatePassed: "vahvistettu",
		SharedOn:  "Jakonäkymä: f3 näyttää taas kaiken.",
		SharedOff: "Jakonäkymä on pois päältä.", Unsaved: "kirjoitettu, ei tallennettu",
		Folded: "lisää: f1", Hidden: "piilossa jakonäkymässä",
		Previous:  "aiemmin: %s",
		ReadFirst: "Lue tämä ensin ja jatka sitten.", Since: "Muuttunut vaiheen päättämisen jälkeen:",
		Veiled: "Piilossa jakonäkymässä; f3 näyttää sen.", InternalStep: "Sisäinen vaihe", More: "Lisätietoa tästä vaiheesta.",
		PasteNowhere: "Tähän ei voi liittää: siirry ensin kenttään.",
	}
}

func finnishOverlay() Overlay {
	return Overlay{
		NewTitle: "Uusi työ", NewProcedure: "Menettely", NewCustomer: "Asiakas", NewKnown: "tuttu: %s",
		NewNoProcedure: "Mikään menettely ei täsmää.", NewNoCustomer: "Anna ensin asiakas.",
		OutlineTitle: "Vaiheet", OutlineFilter: "Siirry", OutlineNone: "Mikään vaihe ei täsmää.",
		RippleTitle: "Tämä muuttaa %d asiaa", RippleOne: "Tämä muuttaa yhden asian",
		RippleKeep: "säilyy", RippleLook: "katso uudelleen", RippleVoid: "raukeaa",
		RippleChange: "Muuta", RippleLeave: "Jätä ennalleen", RippleStep: "vaihe",
		AcceptTitle: "Hyväksy perustellen", AcceptWhy: "Perustelu",
		SkipTitle: "Ohita tämä vaihe", SkipWhy: "Perustelu", SkipHint: "Vaihe jää tekemättä, ja se kirjataan; voit palata siihen.",
		NoteTitle: "Muistiinpano", NoteText: "Teksti",
		WaitTitle: "Odotetaan: %s", WaitUsual: "Tavallisesti: %s", WaitNoUsual: "Ohjeessa ei mainita aikaa.",
		WaitAnswered: "Vastaus on saatu", WaitDate: "Katso uudelleen", WaitWhy: "Huomautus",
		WaitLook:  "Katso tiettynä päivänä",
		GateTitle: "Ei paluuta", GateWord: "Kirjoita %s", GateBy: "Päättäjä", GateWhy: "Huomautus",
		GateMet: "täyttyy", GateUnmet: "ei vielä täyty",
		VaultTitle: "Paikka salaisuuksille", VaultWhat: "Tällä koneella ei ole vielä avainta salaisuuksille, eikä avainnippu vastaa. Valitse tunnuslause: se suojaa avaimen. Ilman sitä salaisuuksia ei voi enää lukea. Avain ei ole varmuuskopioissa.",
		VaultPass: "Tunnuslause", VaultAgain: "Uudelleen", VaultDiffer: "Tunnuslauseet eroavat.",
		VaultMaking: "Avainta luodaan.",
		VaultForgot: "Palautettua salaisuutta ei voi avata tässä; anna se uudelleen.",
		SayNothing:  "Tässä vaiheessa ei ole ääneen sanottavaa.", HelpTitle: "Ohje",
		ProofFile: "Todiste: tiedosto", ProofSentence: "Todiste: lause",
		NewStart: "aloita", NewOffered: "tutut asiakkaat",
		EndHint: "Tämän vaiheen päättäminen päättää työn: %s",
	}
}
