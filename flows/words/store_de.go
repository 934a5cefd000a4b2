package words

// storeGerman is storeEnglish in German.
func storeGerman() table {
	return table{
		// eine Datei, die nicht geöffnet wird
		"store.foreign":     "„{file}“ ist die Datenbank eines anderen Programms. Sie blieb unverändert.",
		"store.network":     "„{file}“ liegt auf einem Netzlaufwerk ({system}): Dort kann eine Datenbank Gespeichertes verlieren.",
		"store.newer":       "„{file}“ wurde von einer neueren Version von Lotse geschrieben: Sie hat Version {version}, diese hier kennt nur bis {known}. Verwenden Sie die neuere. Nichts wurde geändert.",
		"store.no_database": "„{file}“ ist keine Datenbank, oder ihr Anfang ist beschädigt. Sie blieb unverändert.",
		"store.damaged":     "„{file}“ ist beschädigt. Sie blieb unverändert.",
		"store.too_short":   "„{file}“ ist zu kurz für eine Datenbank. Sie blieb unverändert.",
		"store.no_version":  "„{file}“ hat keine Version. Sie blieb unverändert.",
		"store.no_file":     "„{file}“ ist keine Datei.",
		"store.no_folder":   "Der Ordner „{folder}“ lässt sich nicht anlegen.",

		// was sich beheben lässt, und was nicht bekannt ist
		"store.full":        "Die Platte mit „{file}“ ist voll. Schaffen Sie dort Platz, und versuchen Sie es noch einmal.",
		"store.locked":      "Ein anderes Programm benutzt „{file}“. Schließen Sie es, oder versuchen Sie es gleich noch einmal.",
		"store.held":        "Ein anderes Programm hält „{file}“ seit mehr als {n} {n:Sekunde|Sekunden}. Schließen Sie es, und versuchen Sie es noch einmal.",
		"store.read_only":   "„{file}“ lässt sich nicht schreiben. Prüfen Sie die Rechte der Datei und ihres Ordners.",
		"store.conflict":    "Ein anderes Programm hat den Durchlauf inzwischen geändert.",
		"store.unusable":    "„{file}“ ließ sich nicht benutzen: {why}.",
		"store.disk_error":  "der Datenträger meldet einen Fehler",
		"store.no_opening":  "die Datei selbst oder eine daneben lässt sich nicht öffnen",
		"store.other_error": "die Datenbank meldet den Fehler {number}",
		"store.failed":      "Das ist fehlgeschlagen: {why}.",

		// was nicht da ist
		"store.no_run":           "Einen Durchlauf „{run}“ gibt es nicht.",
		"store.no_event":         "Der Durchlauf „{run}“ hat kein Ereignis {seq}.",
		"store.ambiguous":        "Mit „{prefix}“ beginnen die IDs mehrerer Durchläufe, etwa „{one}“ und „{other}“. Geben Sie mehr davon an.",
		"store.no_secret":        "Ein Secret „{secret}“ gibt es nicht.",
		"store.no_customer":      "Einen Kunden „{customer}“ gibt es nicht.",
		"store.customer_line":    "Der Name eines Kunden ist eine Zeile ohne Steuerzeichen: „{customer}“ ist keine.",
		"store.customer_long":    "Der Name eines Kunden hat höchstens {most} Bytes: „{customer}“ ist länger. Was über einen Namen hinausgeht, gehört in eine Notiz.",
		"store.customer_name":    "Ein Kunde braucht einen Namen.",
		"store.no_procedure":     "Das Verfahren mit der Prüfsumme „{digest}“ ist nicht da.",
		"store.newer_procedure":  "Das Verfahren mit der Prüfsumme „{digest}“ hat eine neuere Version von Lotse gespeichert, im Format {format}. Verwenden Sie die neuere.",
		"store.needs":            "Der Kunde „{customer}“ oder das Verfahren mit der Prüfsumme „{digest}“ ist nicht da.",
		"store.no_sum":           "„{sum}“ ist keine SHA-256 einer Nachweisdatei.",
		"store.no_evidence":      "Die Nachweisdatei „{file}“ ist nicht da.",
		"store.evidence_changed": "Die Nachweisdatei „{file}“ wurde geändert, seit sie abgelegt ist.",
		"store.file_large":       "Die Datei „{file}“ ist größer als {limit}; mehr wird hier nicht abgelegt.",
		"store.bytes":            "{n} Byte",
		"store.no_place":         "„{place}“ ist keine Stelle in einer Liste von Durchläufen. Nehmen Sie die, die mit der Seite davor kam.",
		"store.page_size":        "Eine Seite hat 1 bis {most} Durchläufe, nicht {n}.",

		// what a server does not let a member do
		"postgres.denied":    "Die Rolle „{role}“ von „{member}“ erlaubt das nicht: Dafür ist die Rolle „{needed}“ nötig. Fragen Sie jemanden, der sie hat, oder lassen Sie sich von einem „lead“ eine andere Rolle geben.",
		"postgres.no_longer": "„{member}“ ist nicht mehr in diesem Team: Hier lässt sich nichts mehr lesen oder speichern. Bitten Sie jemanden mit der Rolle lead, Sie wieder aufzunehmen.",

		// Sicherungen, und was daraus gelöscht wird
		"store.no_backup":    "Eine Sicherung „{file}“ gibt es nicht.",
		"store.itself":       "„{file}“ ist die Datenbank selbst.",
		"store.backup_torn":  "Die Sicherung „{file}“ ist nicht vollständig: {what} Nichts wurde geändert.",
		"store.backup_empty": "„{file}“ ist leer und keine Sicherung. Nichts wurde geändert.",
		"store.copy_torn":    "Die Kopie von „{file}“ ist nicht vollständig: {what} Sie wurde nicht behalten; was vorher da war, ist unverändert.",
		"store.copy_short":   "Die Kopie „{file}“ hat {runs} {runs:Durchlauf|Durchläufe} und {events} {events:Ereignis|Ereignisse}, es sind aber {had_runs} und {had_events}. Sie wurde nicht behalten.",
		"store.copies_left":  "Es ist gelöscht, aber Kopien davon sind noch da: {what} Beheben Sie das, und versuchen Sie es noch einmal, oder entfernen Sie die genannten Dateien.",
		"store.log_held":     "Ein anderes Programm liest „{file}“, deshalb enthält ihr Protokoll „{log}“ noch, was gelöscht wurde. Schließen Sie es.",
		"store.migrated":     "Die Datenbank wird auf Version {version} gebracht. Eine Sicherung von vorher: „{backup}“.",

		// was eine gründliche Durchsicht findet
		"store.pages":             "SQLite hat gefunden: {what}.",
		"store.orphans":           "{n} {n:Zeile|Zeilen} von {table} {n:nennt|nennen} eine Zeile von {parent}, die nicht da ist.",
		"store.other_migration":   "Die Migration {version} ist nicht die dieses Programms.",
		"store.migrations":        "Version {version} wird mit {applied} {applied:Migration|Migrationen} erreicht.",
		"store.procedure_changed": "Das Verfahren von {n} {n:Durchlauf|Durchläufen} ist nicht mehr, wie es gespeichert wurde: Seine Bytes passen nicht zur Prüfsumme {digest}. Durchläufe: {runs}.",
		"store.chain":             "Durchlauf „{run}“, Ereignis {seq}: {what}",
		"store.run_damaged":       "Was die Liste vom Durchlauf „{run}“ hat, ist beschädigt. Lassen Sie die Datenbank aus der Sicherung des Servers wiederherstellen.",
	}
}
