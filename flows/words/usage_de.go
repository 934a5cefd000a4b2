package words

// germanFillIns are what a person fills in, in German.
func germanFillIns() map[string]string {
	return map[string]string{
		"ADDRESS": "ADRESSE", "CHECK": "PRÜFUNG", "COLUMN": "SPALTE", "COMMAND": "BEFEHL", "CUSTOMER": "KUNDE", "DAY": "TAG", "DOCUMENT": "DOKUMENT", "DRAFT": "SCHREIBEN",
		"FAULT": "STÖRUNG", "FOLDER": "ORDNER", "FIELD": "FELD", "FILE": "DATEI", "FROM": "AB", "GATE": "FREIGABE", "ALPHABET": "TAFEL",
		"HEADER": "KOPF", "HOW": "WIE", "ITEM": "PUNKT", "KEY": "NAME", "LANGUAGE": "SPRACHE", "LIBRARY": "BIBLIOTHEK", "LIST": "LISTE", "NAME": "NAME",
		"OUTCOME": "ERGEBNIS", "PACK": "PAKET", "PLACE": "ORT", "PROBLEM": "PROBLEM", "PROCEDURE": "VERFAHREN", "PROOF": "NACHWEIS", "REASON": "GRUND", "REGISTER": "STAMMDATEN", "NUMBER": "NUMMER", "ROW": "ZEILE",
		"RULE": "REGEL", "RUN": "DURCHLAUF", "SIDE": "SEITE", "STEP": "SCHRITT", "STORY": "GESCHICHTE",
		"TASK": "AUFGABE", "TEXT": "TEXT", "TIME": "ZEIT", "VALUE": "WERT", "VERSION": "VERSION", "WAIT": "WARTEPUNKT", "WHY": "GRUND", "WORD": "WORT",
		"XX": "XX",
	}
}
