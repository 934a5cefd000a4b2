package words

// german is english in German.
func german() Strings {
	return Strings{
		States: States{
			Done: "erledigt", Open: "offen", Waiting: "wartet", Blocked: "blockiert", Stale: "erneut ansehen",
			Skipped: "übersprungen", NotNeeded: "nicht nötig", Ended: "beendet", Abandoned: "abgebrochen",
			Rehearsal: "PROBE", Demo: "DEMO",
		},
		Desk: Desk{
			Title: "Übersicht", Runs: "%s Durchläufe", Due: "%s fällig",
			Today: "Heute", Open: "Offen", Waiting: "Wartet", Done: "Erledigt",
			EmptyWhat:    "Lotse führt Sie durch eine Einrichtung, Schritt für Schritt, und verliert nichts.",
			EmptyNew:     "n  beginnt einen Durchlauf: Verfahren wählen, Kunden nennen.",
			EmptyDemo:    "d  beginnt eine Demo, die überall als solche zu erkennen ist.",
			NothingFound: "Nichts gefunden zu „%s“. esc zeigt wieder alle Durchläufe.",
			Filter:       "Filter", Changed: "geändert", Until: "bis %s",
			NoWait:  "Im aktuellen Schritt wartet dieser Durchlauf auf niemanden.",
			Opening: "wird geöffnet", Creating: "wird angelegt", OneRun: "1 Durchlauf", DueAt: "fällig %s", Hidden: "(anderer Kunde)",
		},
		Wizard: germanWizard(),
		Saving: Saving{
			Saved: "gespeichert", Saving: "speichert", NotSaved: "NICHT GESPEICHERT (%s)",
			Full: "Platte voll", ReadOnly: "schreibgeschützt", Locked: "gesperrt", Damaged: "beschädigt",
			Newer: "neuere Version", Other: "Fehler",
			Away: "Server nicht erreichbar", Denied: "nicht erlaubt", Unverified: "Server nicht geprüft", ReadOnlyServer: "Server nur lesbar",
		},
		Field: Field{
			Required: "Pflicht", Optional: "freiwillig", Default: "vorbelegt",
			Secret: "verdeckt getippt, sofort verschlüsselt", SecretSet: "verschlüsselt",
			PasteTooLong: "Das sind %d KiB, hier passen %d KiB. Es wurde nichts eingefügt.",
			DateHint:     "1.5.2026, 1.5., +3d, fr", DateUnknown: "kein Datum wie 1.5.2026, 1.5., +3d, fr",
			FileHint:   "Pfad einer Datei; tab ergänzt ihn",
			FilterHint: "Filter: %s", NoMatch: "nichts passt", ControlRemoved: "Zeichen, die sich nicht anzeigen lassen, wurden weggelassen.",
		},
		List: Rows{
			Row: "Zeile", NewRow: "neu", Fresh: "neu: %s", NoRows: "noch keine (%s)", Full: "Mehr als %d Zeilen gehen hier nicht.",
			Cell: "%s von %s",
		},
		Overlay:  germanOverlay(),
		Letter:   germanLetter(),
		Check:    germanCheck(),
		Found:    germanFindings(),
		Import:   germanImport(),
		Help:     germanHelp(),
		Typing:   germanTyping(),
		Warnings: germanWarnings(),
		Rotate:   germanRotateWords(),
		Papers:   germanPapers(),
		Leave: Leave{
			Did:  "%s, %s: %d von %d Schritten erledigt.",
			Open: "Offen: %s.", OpenNothing: "Nichts ist offen.",
			Resume: "Weiter mit: lotse resume %s", Start: "Neu beginnen mit: lotse start VERFAHREN --customer NAME",
		},
		When:  When{Today: "heute", Yesterday: "gestern", Tomorrow: "morgen"},
		Line:  germanLine(),
		Event: germanEvents(),
		Brief: Brief{WaitsFor: "wartet auf: %s", Started: "begonnen %s"},
	}
}

func germanWizard() Wizard {
	return Wizard{
		StepOf: "Schritt %d von %d", NotNeeded: "%d nicht nötig", Say: "sagen", See: "sehen", If: "sonst",
		Consultant: "dran: Sie", Customer: "dran: Kunde", Vendor: "dran: Anbieter", Minutes: "%d min",
		Internal: "intern", Shared: "KUNDENANSICHT", MoreAbove: "oben mehr", MoreBelow: "unten mehr",
		Undecided: "Mehr folgt nach den Antworten oben.",
		BlockedBy: "Dieser Schritt kommt später. Es fehlt: %s", Round: "Runde %d",
		DoneHint:     "enter: Schritt abschließen",
		TooSmall:     "Lotse braucht 40 Spalten und 12 Zeilen.",
		TooSmallHint: "Nichts ist verloren: Machen Sie das Fenster größer.",
		FinishedHint: "esc führt zur Übersicht, ctrl+o zeigt alle Schritte.",
		NotYet:       "noch nicht", Ticked: "erledigt", TickKey: "space hakt ab",
		LaterAction: "Kommt mit einer späteren Version, am fertigen Durchlauf.",
		Copies:      "c kopiert", Copied: "An die Zwischenablage des Terminals geschickt, falls es sie annimmt.",
		CopyNothing: "Hier gibt es nichts zu kopieren.", CopyEmpty: "Es gibt noch keinen Wert zum Kopieren.",
		OpenAddress: "Die Adresse: %s", OpenNothing: "In diesem Schritt gibt es keine Adresse.",
		AcceptKey: "f4 mit Begründung akzeptieren", AcceptNothing: "Hier lässt sich nichts mit Begründung akzeptieren.",
		Accepted: "akzeptiert: %s", LookAgain: "erneut ansehen: Die Grundlage hat sich geändert",
		MouseOn: "Maus an: Klick, Rad; mit gedrückter Umschalttaste markiert das Terminal Text.", MouseOff: "Maus aus: Das Terminal markiert Text wieder selbst.",
		WaitOpen: "wartet auf: %s", WaitUntil: "Wiedervorlage %s", WaitAnswered: "beantwortet",
		GateOpen: "noch nicht freigegeben", GatePassed: "freigegeben",
		SharedOn:  "Kundenansicht: f3 zeigt wieder alles.",
		SharedOff: "Die Kundenansicht ist aus.", Unsaved: "getippt, noch nicht übernommen",
		Folded: "mehr mit f1", Hidden: "in der Kundenansicht verborgen",
		Previous:  "vorher: %s",
		ReadFirst: "Erst lesen, dann weiter.", Since: "Geändert, seit dieser Schritt abgeschlossen wurde:",
		Veiled: "In der Kundenansicht verborgen; f3 zeigt es.", InternalStep: "Interner Schritt", More: "Mehr zu diesem Schritt.",
		PasteNowhere: "Hier lässt sich nichts einfügen: erst in ein Feld gehen.",
	}
}

func germanOverlay() Overlay {
	return Overlay{
		NewTitle: "Neuer Durchlauf", NewProcedure: "Verfahren", NewCustomer: "Kunde", NewKnown: "bekannt: %s",
		NewNoProcedure: "Kein Verfahren passt.", NewNoCustomer: "Nennen Sie zuerst den Kunden.",
		OutlineTitle: "Ablauf", OutlineFilter: "Gehe zu", OutlineNone: "Kein Schritt passt.",
		RippleTitle: "Das hat %d Folgen", RippleOne: "Das hat eine Folge",
		RippleKeep: "bleibt", RippleLook: "erneut ansehen", RippleVoid: "entfällt",
		RippleChange: "Ändern", RippleLeave: "Nicht ändern", RippleStep: "der Schritt",
		AcceptTitle: "Mit Begründung akzeptieren", AcceptWhy: "Begründung",
		SkipTitle: "Diesen Schritt überspringen", SkipWhy: "Begründung", SkipHint: "Er bleibt unerledigt und steht so im Protokoll; Sie können jederzeit zurückkommen.",
		NoteTitle: "Notiz", NoteText: "Text",
		WaitTitle: "Warten auf: %s", WaitUsual: "Üblich: %s", WaitNoUsual: "Das Dokument nennt keine Dauer.",
		WaitAnswered: "Die Antwort ist da", WaitDate: "Wiedervorlage", WaitWhy: "Bemerkung",
		WaitLook:  "Wiedervorlage an einem Tag",
		GateTitle: "Ab hier kein Zurück", GateWord: "„%s“ eingeben", GateBy: "Entschieden von", GateWhy: "Bemerkung",
		GateMet: "erfüllt", GateUnmet: "noch nicht erfüllt",
		VaultTitle: "Ein Tresor für Secrets", VaultWhat: "Auf diesem Rechner gibt es noch keinen Schlüssel für Secrets, und kein Schlüsselbund antwortet. Wählen Sie eine Passphrase: Sie schützt den Schlüssel. Ohne sie ist kein Secret mehr lesbar. Keine Sicherung enthält den Schlüssel.",
		VaultPass: "Passphrase", VaultAgain: "Noch einmal", VaultDiffer: "Die beiden sind nicht gleich.",
		VaultMaking: "Der Schlüssel wird angelegt.",
		VaultForgot: "Ein wiederhergestelltes Secret lässt sich hier nicht öffnen; geben Sie es noch einmal ein.",
		SayNothing:  "In diesem Schritt gibt es nichts zu sagen.", HelpTitle: "Hilfe",
		ProofFile: "Nachweis: eine Datei", ProofSentence: "Nachweis: ein Satz",
		NewStart: "beginnen", NewOffered: "bekannte Kunden",
		EndHint: "Mit diesem Schritt endet der Durchlauf: %s",
	}
}

func germanWarnings() Warnings {
	return Warnings{
		Title: "%d Warnungen sind offen", TitleOne: "Eine Warnung ist offen",
		First: "Zur ersten gehen", FirstOne: "Zu ihr gehen",
		Accept: "Alle mit einer Begründung akzeptieren", AcceptOne: "Mit Begründung akzeptieren", AcceptWhy: "Begründung",
		Leave: "Weiter; sie bleiben im Protokoll", LeaveOne: "Weiter; sie bleibt im Protokoll",
		NotAccepted: "Was nicht geprüft wurde, lässt sich nicht akzeptieren: Es bleibt so im Protokoll.",
		Ask:         "accept und eine Begründung eingeben, oder leave: Dann geht es weiter, und alles bleibt im Protokoll; Enter geht zur ersten",
		AskAccept:   "accept und eine Begründung eingeben; Enter geht zur ersten", AskLeave: "leave eingeben: Dann geht es weiter, und alles bleibt im Protokoll; Enter geht zur ersten",
		AcceptWord: "accept", LeaveWord: "leave", Unknown: "Das bedeutet hier nichts.",
	}
}

func germanTyping() Typing {
	return Typing{
		PasteHuge:  "Das sind mehr als 2 MiB. Es wurde nichts eingefügt.",
		CopiedTool: "An %s übergeben und an die Zwischenablage des Terminals geschickt. Der Wert bleibt hier stehen.",
		BlockTitle: "Eingefügt: Antworten für %d Felder", BlockLeft: "Ausgelassen:", BlockTake: "alle übernehmen", BlockPlain: "als Text einfügen",
		BlockOut: "verwerfen", BlockDrop: "Es wurde nichts eingefügt: Dieses Feld fasst nur eine Zeile.",
		BlockMasked: "(verdeckt)",
		ClashTitle:  "Auch in einem anderen Fenster geändert: %d", ClashTitleOne: "Auch in einem anderen Fenster geändert",
		ClashTitleBy: "Auch von %s geändert: %d", ClashTitleOneBy: "Auch von %s geändert", ClashBy: "%s, %s",
		ClashTheirs: "dort", ClashYours: "hier", ClashTake: "wie markiert übernehmen", ClashAllTheirs: "alles von dort",
		ClashAllMine: "alles von hier", ClashSwitch: "wechseln", ClashLost: "Nicht mehr möglich und nicht ausgeführt:",
		ClashAside: "später entscheiden",
		OpenedWith: "%s wurde gebeten, %s zu öffnen", OpenRemote: "Über ssh wird hier kein Browser geöffnet. Die Adresse: %s",
		OpenNoTool: "Kein Programm gefunden, das sie öffnet. Die Adresse: %s", OpenFailed: "%s hat sie nicht geöffnet. Die Adresse: %s",
		OnceTitle: "Wird nur einmal angezeigt",
		OnceType:  "%s eingeben", OnceWord: "verlassen", OnceWrong: "Das Wort eingeben, oder esc, um zu bleiben.",
		HostTitle: "Ein anderer Host", HostType: "Zum Senden %s eingeben", HostLabel: "Host", HostWrong: "Den Host eingeben, oder esc, um nichts zu senden.",
		NoRun: "Das geht nur in einem Durchlauf: enter öffnet einen.", NoWayUp: "Über der Übersicht ist nichts mehr: ctrl+c beendet Lotse.",
		NoDemo:    "Eine Demo gibt es nur, solange noch kein Durchlauf da ist.",
		AllInView: "Alles ist zu sehen.", AtEnd: "Hier endet die Seite.", AtBegin: "Hier beginnt die Seite.",
		NoTask: "Hier gibt es nichts abzuhaken.", NoList: "Hier gibt es keine Zeilen.", NoFilter: "Hier gibt es nichts zu filtern.",
		NoStep: "Hier ist kein Schritt mehr: ctrl+o zeigt alle.", NoWaitRun: "Hier ist kein Durchlauf.",
		PasteChoice: "Hier wird nichts getippt, also wurde auch nichts eingefügt.",
		Hasty:       "Hier ist kein Textfeld: Schnell getippte Buchstaben bleiben ohne Wirkung.", ReasonHasty: "Was ohne Pause weitergetippt wurde, zählt hier nicht: kurz warten, dann tippen.",
		PasteDesk: "Hier lässt sich nichts einfügen: n beginnt einen Durchlauf, / filtert.",
		NoSuchDay: "diesen Tag gibt es nicht",
		Monday:    "Mo", Tuesday: "Di", Wednesday: "Mi", Thursday: "Do", Friday: "Fr", Saturday: "Sa", Sunday: "So",
	}
}
