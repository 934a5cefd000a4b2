package words

func germanLetter() Letter {
	return Letter{
		To: "An", Subject: "Betreff", Blank: "noch keine Adresse",
		Missing: "Noch nicht beantwortet und deshalb leer: %s",
		Unsent:  "noch nicht gesendet", Sent: "gesendet", SentHow: "gesendet: %s", Stale: "erneut ansehen: Seit dem Senden hat sich eine Antwort darin geändert",
		How: "Wie", HowStart: "per E-Mail", HowTitle: "Es wurde gesendet", HowMissing: "Sagen Sie, wie es gesendet wurde: Das kommt ins Protokoll.",
		Save: "in eine Datei", SaveTitle: "In eine Datei schreiben", SaveTo: "Datei (.txt oder .eml)", Saved: "Geschrieben: %s", Unnamed: "Geben Sie der Datei einen Namen.",
		Language: "Sprache", Mark: "gesendet", Again: "noch einmal gesendet", Program: "Mailprogramm", OnlyOne: "Das Schreiben gibt es nur in dieser Sprache.",
	}
}

func germanCheck() Check {
	return Check{
		Passed: "bestanden", Warned: "Warnung", Failed: "fehlgeschlagen", Unknown: "nicht geprüft", Stale: "erneut ansehen: Eine Antwort hat sich seither geändert", NotYet: "noch nicht geprüft",
		Jump:   "dorthin",
		Phases: "Was geprüft wurde", Behind: "Was dahinterstecken kann", Causes: "Wo nachsehen", Repeat: "Neu prüfen",
		Cancel: "abbrechen", Cancelled: "Abgebrochen; im Protokoll steht nichts davon.", Taking: "%d s",
		Columns: "Spalten", TakeColumns: "übernehmen und prüfen", ColumnsBefore: "wie zuletzt", ColumnsForget: "nach ihren Namen",
		ReadingColumns: "Die Dateien werden angesehen", Chosen: "gewählt",
	}
}

func germanEvents() Events {
	return Events{
		Last: "Zuletzt", Who: "%s: ",
		Started: "Durchlauf begonnen", Answered: "beantwortet", Cleared: "geleert", Sealed: "verschlüsselt",
		RowAdded: "Zeile hinzugefügt", RowRemoved: "Zeile entfernt", Changed: "geändert", Rows: "%d Zeilen",
		Ticked: "abgehakt", Unticked: "Haken entfernt", Accepted: "mit Begründung akzeptiert", Noted: "Notiz",
		Undone: "rückgängig gemacht", Done: "Schritt abgeschlossen", Skipped: "übersprungen", Reopened: "wieder offen",
		Waiting: "Wiedervorlage %s", WaitAnswered: "beantwortet", Passed: "freigegeben", Result: "%s",
		Sent: "gesendet", Ended: "Durchlauf beendet", Abandoned: "Durchlauf abgebrochen", Language: "Sprache geändert",
		Erased: "Daten gelöscht", Mapped: "Spalten gewählt", Forked: "eine andere Kopie kam",
		Copied: "kopiert", Shown: "angezeigt", HandedOver: "zur Übergabe verschlüsselt", Used: "in einer Prüfung verwendet",
	}
}

func germanFindings() Findings {
	return Findings{
		Reading: "Die Befunde werden gelesen ...", Sifting: "Die Befunde werden durchgesehen ...", Failed: "Die Befunde lassen sich nicht lesen: %s", None: "Nichts dergleichen.",
		ByCode: "Code", ByID: "Y-tunnus", ByName: "Name", Only: "nur %s",
		Must: "Pflicht", Warn: "Warnung", Info: "Hinweis", New: "neu", NewOnly: "nur neue", Gone: "seit dem letzten Vergleich: %d neu, %d weg", GoneShort: "%d neu, %d weg", Of: "%d von %d", NotRun: "%d nicht gelaufen",
		Row: "Zeile", Code: "Code", ID: "Y-tunnus", Name: "Name", Barred: "gesperrt", Yes: "ja", No: "nein", Rows: "Zeilen", Rule: "gefunden",
		Effect: "Folge", Repair: "Beheben", Others: "weitere Zeilen: %s", Words: "hat",
		KeyPair: "nebeneinander", KeyLevel: "Stufe", KeyRule: "Regel", KeyNew: "nur neue", KeyTable: "alle",
		FileTitle: "Alle Befunde in eine Datei schreiben", FileIntro: "Die Endung entscheidet: `.html` zum Lesen und Drucken, `.xlsx` oder `.csv` für die Tabellenkalkulation.", FileTo: "Datei", Writing: "Wird geschrieben ...",
		WriteHelp: "write DATEI schreibt alle in eine Datei (.html, .xlsx oder .csv).",
		Nothing:   "Hier gibt es keine Befunde: erst einen Vergleich ausführen.", NoRule: "Zu %s gibt es keinen Befund; Befunde gibt es zu: %s.", NoEarlier: "Das ist der erste Vergleich: Einen früheren gibt es nicht.", Copied: "Kopiert: %s", MoreRows: "%d weitere: findings %s %d zeigt sie.", LineHelp: "findings und eine Regel, etwa only-left, zeigt jeden Befund dazu.",
	}
}

func germanImport() Import {
	return Import{
		Title: "Zeilen aus einer Datei", PasteTitle: "Eingefügte Zeilen", AskPath: "Datei",
		Samples: "Beispiele mit Fehlern darin: %s",
		AskHint: "Pfad einer CSV- oder XLSX-Datei; tab ergänzt ihn", Reading: "%s wird gelesen: %d %%", Judging: "Die Zeilen werden geprüft",
		Sheet: "Blatt", Parted: "getrennt durch %s", Header: "Kopf in Zeile %d", NoHeader: "ohne Kopfzeile", Size: "Zeilen: %d",
		Nothing: "nichts", Left: "Ausgelassen: %s", Position: "Spalte %s", Guess: "geraten", Likely: "wahrscheinlich",
		Replace: "Anstelle der vorhandenen Zeilen (%d)", Append: "Unter die vorhandenen Zeilen (%d)",
		Replaces: "space ersetzt sie", Appends: "space behält sie",
		NoProblems: "An den Zeilen ist nichts auszusetzen.", Problems: "anzusehen: %d", BadRows: "Zeilen mit Problemen: %d", Row: "Zeile %s",
		More:   "und %d weitere",
		Taking: "Die Zeilen werden übernommen",
		Bad:    "%d mit Problemen", NoProblem: "Keine Zeile hat ein Problem, das diesen Schritt aufhält.",
		KeyColumn: "Spalte", KeyHeader: "Kopfzeile", KeyMode: "ersetzen oder anhängen", KeySheet: "Blatt", KeyProblems: "Probleme",
		KeyTake: "übernehmen",
	}
}

func germanHelp() Help {
	return Help{
		Next: "weiter", Back: "zurück", Choose: "wählen", Tick: "abhaken", Untick: "Haken weg", Move: "bewegen", NewLine: "neue Zeile",
		Done: "fertig", Outline: "Ablauf", Undo: "rückgängig", Help: "Hilfe", Say: "sagen", Share: "Kundenansicht", Unshare: "alles zeigen",
		Accept: "akzeptieren", PrevStep: "voriger Schritt", NextStep: "nächster Schritt",
		Copy: "kopieren", Open: "Adresse", Note: "Notiz", Skip: "überspringen", Mouse: "Maus", Quit: "beenden", Leave: "Feld verlassen",
		Desk: "Übersicht", Filter: "Filter", New: "neu", Wait: "Warten", Close: "schließen",
		Edit: "bearbeiten", EditCell: "Zelle bearbeiten", NextCell: "nächste Zelle", Rows: "Zeilen", AddRow: "Zeile anfügen", RemoveRow: "Zeile entfernen",
		Submit: "bestätigen", Jump: "dorthin", Demo: "Demo", Select: "auswählen", Scroll: "blättern", Pass: "freigeben", Clear: "alle Durchläufe",
		Leaves: "Liste verlassen", OpenRun: "öffnen", TickNext: "abhaken, weiter", Preview: "lesen",
		Check: "prüfen", Again: "neu prüfen", Look: "Ergebnis", Findings: "Befunde", File: "aus Datei",
		NextProblem: "nächstes Problem", AllOptions: "alle Möglichkeiten",

		GroupHere: "Hier", GroupStep: "Dieser Schritt", GroupRun: "Dieser Durchlauf", GroupAny: "Überall",

		OnDesk: "Die Übersicht", OnDeskFilter: "Der Filter der Übersicht", OnDeskAny: "Überall in der Übersicht",
		OnRead: "Ein Schritt, in dem zuerst etwas zu lesen ist", OnLast: "Die Seite nach dem letzten Schritt", OnVeiled: "Ein interner Schritt in der Kundenansicht", OnNothing: "Ein Schritt ohne Punkte",
		OnPage: "Die Seite, außerhalb der Felder", OnFilter: "Der Filter einer Auswahl", OnChoices: "Eine Mehrfachauswahl", OnChoice: "Eine Auswahl",
		OnArea: "Ein mehrzeiliger Text", OnText: "Ein Feld", OnTask: "Eine Aufgabe", OnTicked: "Eine erledigte Aufgabe", OnCopy: "Ein Text zum Kopieren",
		OnDraft: "Ein Schreiben", OnCheck: "Eine Prüfung", OnFound: "Eine Prüfung mit Befund", OnPassed: "Eine Prüfung, bestanden oder akzeptiert",
		OnWait: "Ein Wartepunkt", OnGate: "Eine Freigabe", OnRotation: "Die Erneuerung eines Secrets", OnAction: "Eine Aktion", OnOther: "Was erledigt ist", OnItem: "Jeder Punkt",
		OnTickedCell: "Die abgehakte Zelle einer Aufgabe", OnTaskCell: "Die Zelle einer Aufgabe", OnNewRow: "Eine neue Zeile", OnChoiceCell: "Die Zelle einer Auswahl",
		OnEditedCell: "Eine Zelle in Bearbeitung", OnCell: "Eine Zelle",
	}
}
