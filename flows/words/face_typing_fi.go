package words

func finnishHelp() Help {
	return Help{
		Next: "jatka", Back: "takaisin", Choose: "valitse", Tick: "merkitse", Untick: "poista merkintä", Move: "liiku", NewLine: "rivinvaihto",
		Done: "valmis", Outline: "vaiheet", Undo: "kumoa", Help: "ohje", Say: "sano", Share: "jakonäkymä", Unshare: "näytä kaikki",
		Accept: "hyväksy perustellen", PrevStep: "edellinen vaihe", NextStep: "seuraava vaihe",
		Copy: "kopioi", Open: "osoite", Note: "muistiinpano", Skip: "ohita vaihe", Mouse: "hiiri", Quit: "lopeta", Leave: "poistu kentästä",
		Desk: "työpöytä", Filter: "suodata", New: "uusi", Wait: "odotus", Close: "sulje",
		Edit: "muokkaa", EditCell: "muokkaa solua", NextCell: "seuraava solu", Rows: "rivit", AddRow: "lisää rivi", RemoveRow: "poista rivi",
		Submit: "vahvista", Jump: "siirry", Demo: "demo", Select: "valitse", Scroll: "vieritä", Pass: "vahvista", Clear: "kaikki työt",
		Leaves: "poistu luettelosta", OpenRun: "avaa", TickNext: "merkitse, jatka", Preview: "lue",
		Check: "tarkista", Again: "tarkista uudelleen", Look: "mitä löytyi", Findings: "havainnot", File: "tiedostosta",
		NextProblem: "seuraava ongelma", AllOptions: "kaikki vaihtoehdot",

		GroupHere: "Tässä", GroupStep: "Tämä vaihe", GroupRun: "Tämä työ", GroupAny: "Kaikkialla",

		OnDesk: "Työpöytä", OnDeskFilter: "Työpöydän suodatin", OnDeskAny: "Kaikkialla työpöydällä",
		OnRead: "Vaihe, jossa on ensin luettavaa", OnLast: "Sivu viimeisen vaiheen jälkeen", OnVeiled: "Sisäinen vaihe jakonäkymässä", OnNothing: "Vaihe ilman kohtia",
		OnPage: "Sivu, kentistä poistuttu", OnFilter: "Valinnan suodatin", OnChoices: "Monivalinta", OnChoice: "Valinta",
		OnArea: "Monirivinen teksti", OnText: "Kenttä", OnTask: "Tehtävä", OnTicked: "Tehty tehtävä", OnCopy: "Kopioitava teksti",
		OnDraft: "Viesti", OnCheck: "Tarkistus", OnFound: "Tarkistus, joka löysi jotain", OnPassed: "Tarkistus, kunnossa tai hyväksytty",
		OnWait: "Odotus", OnGate: "Kohta, josta ei ole paluuta", OnRotation: "Salaisuuden vaihto", OnAction: "Toiminto", OnOther: "Muu tehty", OnItem: "Mikä tahansa kohta",
		OnTickedCell: "Tehtäväsolu, merkitty", OnTaskCell: "Tehtäväsolu", OnNewRow: "Uusi rivi", OnChoiceCell: "Valintasolu",
		OnEditedCell: "Muokattava solu", OnCell: "Solu",
	}
}

func finnishTyping() Typing {
	return Typing{
		PasteHuge:  "Liitettävää on yli 2 MiB. Mitään ei liitetty.",
		CopiedTool: "Annettu ohjelmalle %s ja lähetetty päätteen leikepöydälle. Arvo säilyy tässä.",
		BlockTitle: "Liitetty: %d vastausta", BlockLeft: "Jää pois:", BlockTake: "ota kaikki", BlockPlain: "liitä tekstinä",
		BlockOut: "jätä pois", BlockDrop: "Mitään ei liitetty: tähän kenttään mahtuu yksi rivi.",
		BlockMasked: "(peitetty)",
		ClashTitle:  "Muutettu myös toisessa ikkunassa: %d asiaa", ClashTitleOne: "Muutettu myös toisessa ikkunassa",
		ClashTitleBy: "Myös %s muutti: %d asiaa", ClashTitleOneBy: "Myös %s muutti tätä", ClashBy: "%s, %s",
		ClashTheirs: "siellä", ClashYours: "sinulla", ClashTake: "pidä merkityt", ClashAllTheirs: "kaikki sieltä",
		ClashAllMine: "kaikki omat", ClashSwitch: "vaihda", ClashLost: "Ei enää mahdollista, jäi tekemättä:",
		ClashAside: "päätä myöhemmin",
		OpenedWith: "Ohjelmaa %s pyydettiin avaamaan osoite %s", OpenRemote: "Selainta ei avata ssh-yhteyden yli. Osoite: %s",
		OpenNoTool: "Avaavaa ohjelmaa ei löytynyt. Osoite: %s", OpenFailed: "%s ei avannut osoitetta. Osoite: %s",
		OnceTitle: "Näytetään vain kerran",
		OnceType:  "Kirjoita %s", OnceWord: "poistu", OnceWrong: "Kirjoita sana; esc pysyy tässä.",
		HostTitle: "Toinen palvelin", HostType: "Lähetä kirjoittamalla %s", HostLabel: "Palvelin", HostWrong: "Kirjoita palvelin; esc ei lähetä mitään.",
		NoRun: "Tämä toimii työn sisällä: enter avaa työn.", NoWayUp: "Työpöytä on ylimpänä: ctrl+c lopettaa.",
		NoDemo:    "Demoa tarjotaan, kun töitä ei vielä ole.",
		AllInView: "Kaikki on näkyvissä.", AtEnd: "Sivu päättyy tähän.", AtBegin: "Sivu alkaa tästä.",
		NoTask: "Tässä ei ole mitään merkittävää.", NoList: "Tässä ei ole rivejä.", NoFilter: "Tässä ei ole mitään suodatettavaa.",
		NoStep: "Vaiheita ei ole jäljellä: ctrl+o näyttää ne kaikki.", NoWaitRun: "Tässä ei ole työtä.",
		PasteChoice: "Tähän ei kirjoiteta, joten mitään ei liitetty.",
		Hasty:       "Et ole tekstikentässä: nopea kirjoittaminen ohitetaan.", ReasonHasty: "Heti perään kirjoitettu jätettiin pois: odota hetki ja kirjoita.",
		PasteDesk: "Tähän ei voi liittää: n aloittaa työn, / suodattaa.",
		NoSuchDay: "tällaista päivää ei ole",
		Monday:    "ma", Tuesday: "ti", Wednesday: "ke", Thursday: "to", Friday: "pe", Saturday: "la", Sunday: "su",
	}
}
