package words

func cmdPlayFinnish() table {
	return table{
		"cmd.short_replay": "Näyttää työn uudelleen lokistaan, tapahtuma kerrallaan",
		"cmd.long_replay": "Näyttää työn uudelleen koko näytöllä: sivun sellaisena kuin se oli kunkin tapahtuman jälkeen, aikoineen ja tekijöineen. " +
			"Tauot lyhennetään; mitään ei muuteta eikä kirjoiteta, eikä salaisuuksia näytetä koskaan. Välilyönti pysäyttää ja jatkaa, vasen ja oikea siirtyvät yhden tapahtuman taakse tai eteen, home ja end ensimmäiseen ja viimeiseen, + ja - muuttavat tahtia, q lopettaa.\n\n" +
			"Ilman päätettä sekä valitsimilla --plain ja --json tulostetaan tapahtumat kuten komennolla lotse log, valitsimella --at siihen tapahtumaan asti.",
		"cmd.flag_speed":  "tahti; 1 on tavallinen, 4 on neljä kertaa nopeampi",
		"cmd.flag_at":     "näytä työ sellaisena kuin se oli tämän tapahtuman jälkeen ja pysähdy siihen",
		"cmd.speed_range": "Tahti on luku väliltä 0.1–1000, ei {word}.",
		"cmd.long_demo_auto": "Valitsimella --auto se etenee itsestään puheen tahdissa: tarina painaa näppäimiä, ja rivi alareunassa kertoo, mitä tapahtuu. Välilyönti pysäyttää ja jatkaa, oikea jatkaa heti, vasen lukee uudelleen, + ja - muuttavat tahtia, q lopettaa; mikä tahansa muu näppäin antaa demon sinulle. " +
			"Jokainen tarina näytetään omassa demossaan, joka tehdään uudelleen. Tarinat: {stories}.",
		"cmd.flag_auto":    "näytä tarina itsestään, oletuksena kierros",
		"cmd.story_screen": "Tarina näytetään koko näytöllä: käynnistä se päätteessä ilman valitsimia --plain, --json ja --no-input.",
		"cmd.no_event":     "Työssä on tapahtumia {all}; tapahtumaa {n} ei ole.",
	}
}
