package words

// Papers are the words of the room of documents, and of the list of them.
type Papers struct {
	Title, Key                       string // of the room; what its key does
	Lead, Here                       string // above what can go out; that it stands there
	Format, Language, File           string // what is asked for
	Choose, CopySummary, OpenWritten string // what keys do
}

func englishPapers() Papers {
	return Papers{
		Title: "Documents", Key: "documents", Lead: "What can go out", Here: "They are listed here: enter opens one.",
		Format: "Format", Language: "Language", File: "File",
		Choose:      "choose",
		CopySummary: "copy the summary", OpenWritten: "open the file",
	}
}

func germanPapers() Papers {
	return Papers{
		Title: "Dokumente", Key: "Dokumente", Lead: "Was hinausgehen kann", Here: "Sie stehen hier: enter öffnet eines.",
		Format: "Format", Language: "Sprache", File: "Datei",
		Choose:      "wählen",
		CopySummary: "Zusammenfassung kopieren", OpenWritten: "Datei öffnen",
	}
}

func finnishPapers() Papers {
	return Papers{
		Title: "Asiakirjat", Key: "asiakirjat", Lead: "Mitä voi lähettää eteenpäin", Here: "Ne ovat tässä: enter avaa yhden.",
		Format: "Muoto", Language: "Kieli", File: "Tiedosto",
		Choose:      "valitse",
		CopySummary: "kopioi yhteenveto", OpenWritten: "avaa tiedosto",
	}
}
