package words

// storeCareFinnish is storeCareEnglish in Finnish.
func storeCareFinnish() table {
	return table{
		"store.restore_undone":        "Palautus keskeytyi ennen kuin se oli valmis: ”{file}” on ennallaan.",
		"store.restore_finished":      "Palautus oli keskeytynyt. Se on nyt valmis, varmuuskopiosta ”{backup}”.",
		"store.restore_finished_kept": "Palautus oli keskeytynyt. Se on nyt valmis, varmuuskopiosta ”{backup}”; aiempi on tallessa nimellä ”{kept}”.",
		"store.restore_held":          "Palautus on vielä kesken (”{file}”): {what} Seuraava käynnistys vie sen loppuun.",
		"store.plan_unreadable":       "Palautus keskeytyi (”{file}”), eikä tiedostoa ”{plan}”, joka kertoo jatkon, voi lukea. Siirrä se muualle; silloin käytetään sitä, mikä on tietokannan nimellä.",
		"store.backup_cut_off":        "Tiedostoa ”{file}” kirjoitettiin, kun sen ohjelma keskeytyi: ”{journal}” pitää ensin ottaa mukaan. Avaa tiedosto kerran sillä ohjelmalla. Mitään ei muutettu.",
		"store.linked":                "”{file}” on linkki. Tietokannan vieressä oleva säilytetään siinä itse, eikä linkkejä seurata: siirrä linkin kohde sen paikalle.",
		"store.cloud":                 "”{folder}” on kansiossa, jota {cloud} synkronoi. Se voi vioittaa käytössä olevan tietokannan tai tuoda vanhan sen tilalle. Käytä kansiota, joka pysyy tällä koneella.",
	}
}
