package words

func finnishRotateWords() Rotate {
	return Rotate{
		Title:   "Vaihto: %s",
		Offered: "ei aloitettu", Begun: "aloitettu, uusi puuttuu", Sealed: "uutta ei ole vahvistettu",
		Confirmed: "vaihdettu: %s", GivenUp: "luovuttu: %s",
		Old: "Vanha: %s, salattu: %s", New: "Uusi: %s, salattu: %s", UsedBy: "Käyttäjät: %s.", Has: "%s: uusi on käytössä",
		Users: "Ketkä käyttävät sitä?", UsersHint: "Järjestelmät ja ihmiset, myös omat, pilkuilla erotettuina.",
		Secret: "Uusi salaisuus", Next: "Sitten", Seal: "Salaa vanhan rinnalle", Again: "Anna toinen uusi", GiveUp: "Luovu: vanha jää",
		Where: "Se toimii täällä", Confirm: "Vahvista", Why: "Miksi luovutaan?",
		NoUser: "Nimeä ainakin yksi.", NoneChosen: "Valitse, missä se toimii; esc jättää kesken.",
		Key:       "vaihda salaisuus",
		Nothing:   "Tässä työssä ei nyt voi vaihtaa salaisuutta.",
		AskUsers:  "Mitkä järjestelmät ja ketkä käyttävät sitä? Nimet pilkuilla erotettuina; Enter jättää",
		AskSecret: "Uusi salaisuus; Enter jättää",
		AskWhere:  "Missä uusi toimii? Numerot pilkuilla erotettuina tai kaikki; toinen ottaa toisen uuden, luovu lopettaa vaihdon; Enter jättää kesken",
		AskWhy:    "Miksi vaihdosta luovutaan", All: "kaikki", GiveUpWord: "luovu", AgainWord: "toinen",
		LeftOpen: "Vaihto jää kesken; jatka sanalla rotate. Lopeta kirjoittamalla luovu; Enter jättää kesken", Numbered: "%d: %s",
		WordBegins: "Sana rotate aloittaa.", WordGoesOn: "Sana rotate jatkaa.",
		WasBegun: "vaihto aloitettu", WasSealed: "uusi salaisuus salattu", WasConfirmed: "uusi salaisuus vahvistettu",
		WasGivenUp: "vaihdosta luovuttu", WasDestroyed: "salattu salaisuus hävitetty",
	}
}
