package words

// attachGerman is attachEnglish in German.
func attachGerman() table {
	return table{
		"event.attached":      "Die Datei {file} wurde an „{item}“ angehängt.",
		"event.attached_step": "Die Datei {file} wurde an den Schritt „{step}“ angehängt.",
		"event.attached_note": "Die Notiz dazu: „{text}“.",

		"refuse.attach_large": "{file} ist größer als {limit} MiB. Hängen Sie eine kleinere Datei an oder den Teil, auf den es ankommt.",

		"attach.file":      "{file} ({size})",
		"attach.file_note": "{file} ({size}): {note}",
		"attach.bytes":     "{n} {n:Byte|Bytes}",
		"attach.kib":       "{n} KiB",
		"attach.mib":       "{n} MiB",

		"attach.attached":  "Angehängt: {what}",
		"attach.help_line": "attach PUNKT DATEI: hängt eine Datei an einen Punkt oder Schritt an. open PUNKT: öffnet eine Datei, die dort abgelegt ist.",
		"attach.note":      "Was ist darin zu sehen? Enter für nichts",
		"attach.title":     "Eine Datei anhängen an {what}",
		"attach.path":      "Datei",
		"attach.note_row":  "Notiz",
		"attach.key":       "Datei anhängen",
		"attach.none":      "Hier ist keine Datei abgelegt.",
		"attach.key_open":  "Datei öffnen",
		"attach.event":     "Datei angehängt",

		"dialogue.attached":        "An „{what}“ angehängt: {file}",
		"dialogue.attached_before": "An „{what}“ schon angehängt: {file}",
		"dialogue.attach_missing":  "Nennen Sie die Datei.",
		"dialogue.do_attach":       "eine Datei an „{what}“ anhängen",

		"open.not_shown": "Eine Kopie liegt bereit, wurde aber nicht geöffnet: Eine Datei dieser Art könnte etwas ausführen, oder sie ist nicht, was ihr Name sagt. Die Kopie: {file}",

		"cmd.short_attach":     "Hängt eine Datei an einen Schritt oder Punkt an, mit einer Notiz",
		"cmd.long_attach":      "Hängt eine Datei beliebiger Art bis 20 MiB an einen Schritt oder an einen Punkt darin an, auch wo dieser erledigt oder übersprungen ist oder nicht gilt. Dieselbe Datei an derselben Stelle zählt einmal; eine andere Notiz ersetzt die vorige. Undo nimmt das Anhängen zurück, redact löscht, was angehängt ist.",
		"cmd.flag_attach_note": "was darin zu sehen ist, als SATZ",
		"cmd.short_open":       "Öffnet eine Datei, die in einem Durchlauf abgelegt ist, oder kopiert sie",
		"cmd.long_open":        "Öffnet eine Datei, die angehängt wurde, eine Aufgabe nachweist, eine Antwort ist oder zum Verfahren gehört, im Programm dieses Systems für ihre Art. Dazu wird sie in einen Ordner kopiert, den nur Sie lesen können; ein späteres Öffnen entfernt Kopien, die älter als einen Tag sind, redact und delete entfernen alle. Geöffnet werden Bilder, PDF, Office-Dokumente ohne Makros, Videos und reiner Text; alles andere wird nur kopiert, denn es könnte etwas ausführen. NAME ist der Name der Datei oder der Anfang ihrer SHA-256, wo es mehrere gibt.",
		"cmd.flag_open_output": "stattdessen in eine neue DATEI kopieren",
		"cmd.no_row":           "{word} ist eine Zeile. Nennen Sie die Liste: {item}.",
		"open.no_files":        "Bei {what} ist keine Datei abgelegt.",
		"open.no_such_file":    "Bei {what} ist keine Datei {file} abgelegt. Es gibt: {files}.",
		"open.several_files":   "Bei {what} gibt es mehrere Dateien. Nennen Sie die gemeinte oder den Anfang ihrer SHA-256: {files}.",
	}
}
