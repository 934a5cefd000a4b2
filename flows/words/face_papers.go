package words

// Papers are the words of the room of documents, and of the list of them.
type Papers struct {
	Title, Key                       string // of the room; what its key does
	Lead, Open                       string // above what can go out; above what is open
	Format, Language, File           string // what is asked for
	Write, Choose                    string // what keys do
	CopySummary, OpenWritten, ToFile string
	Copied                           string // that the clipboard was asked
	Prompt                           string // of line mode, at the end of a run
	Numbered, Formats                string // one in a list; behind it, as what it is written
	Usage                            string
}

func englishPapers() Papers {
	return Papers{
		Title: "Documents", Key: "documents", Lead: "What can go out", Open: "Still open",
		Format: "Format", Language: "Language", File: "File",
		Write: "write it", Choose: "choose",
		CopySummary: "copy the summary", OpenWritten: "open the file", ToFile: "to a file",
		Copied:   "The summary was sent to the clipboard.",
		Prompt:   "The run is over. Type papers, list, go STEP, reopen STEP WHY, or Enter for all runs",
		Numbered: "%d: %s: %s.", Formats: "As %s.",
		Usage: "Type papers and a number, and where it is a file also a format or the file's name, then a language: papers 1 html. The words papers open open the file that was written last.",
	}
}

func germanPapers() Papers {
	return Papers{
		Title: "Dokumente", Key: "Dokumente", Lead: "Was hinausgehen kann", Open: "Noch offen",
		Format: "Format", Language: "Sprache", File: "Datei",
		Write: "schreiben", Choose: "wählen",
		CopySummary: "Zusammenfassung kopieren", OpenWritten: "Datei öffnen", ToFile: "in eine Datei",
		Copied:   "Die Zusammenfassung wurde an die Zwischenablage geschickt.",
		Prompt:   "Der Durchlauf ist zu Ende. papers, list, go SCHRITT oder reopen SCHRITT GRUND eingeben; Enter zeigt alle Durchläufe",
		Numbered: "%d: %s: %s.", Formats: "Als %s.",
		Usage: "Geben Sie papers und eine Nummer ein, bei einer Datei auch ein Format oder den Dateinamen, dann eine Sprache: papers 1 html. papers open öffnet die zuletzt geschriebene Datei.",
	}
}

func finnishPapers() Papers {
	return Papers{
		Title: "Asiakirjat", Key: "asiakirjat", Lead: "Mitä voi lähettää eteenpäin", Open: "Vielä auki",
		Format: "Muoto", Language: "Kieli", File: "Tiedosto",
		Write: "kirjoita", Choose: "valitse",
		CopySummary: "kopioi yhteenveto", OpenWritten: "avaa tiedosto", ToFile: "tiedostoon",
		Copied:   "Yhteenveto lähetettiin leikepöydälle.",
		Prompt:   "Työ on ohi. Kirjoita papers, list, go VAIHE tai reopen VAIHE PERUSTELU; Enter näyttää kaikki työt",
		Numbered: "%d: %s: %s.", Formats: "Muodot: %s.",
		Usage: "Kirjoita papers ja numero, tiedostolle myös muoto tai tiedoston nimi ja sitten kieli: papers 1 html. Sanat papers open avaavat viimeksi kirjoitetun tiedoston.",
	}
}
