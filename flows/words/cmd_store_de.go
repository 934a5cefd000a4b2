package words

// cmdStoreGerman is cmdStoreEnglish in German.
func cmdStoreGerman() table {
	return table{
		// in der Zeile, die den Fortschritt zeigt
		"cmd.look_pages": "prüft jede Seite der Datenbank",
		"cmd.look_runs":  "prüft die Durchläufe: {n} %",
		"cmd.look_files": "prüft die abgelegten Dateien: {n} %",
		"cmd.look_copy":  "schreibt eine Kopie",

		// vor einer Sicherung, die niemand verlangt hat
		"cmd.backup_begins":       "Die neueste Sicherung ist {n} Tage alt: Lotse legt eine neue an.",
		"cmd.backup_begins_first": "Die ältesten Daten hier sind {n} Tage alt und nicht gesichert: Lotse legt eine Sicherung an.",

		// was doctor sagt
		"cmd.doctor_hours":        "die neueste ist {n} {n:Stunde|Stunden} alt",
		"cmd.doctor_days":         "die neueste ist {n} {n:Tag|Tage} alt",
		"cmd.doctor_cloud":        "Dieser Ordner gehört zu {cloud}. Das kann eine benutzte Datenbank beschädigen oder eine alte an ihre Stelle setzen. Verschieben Sie die Daten in einen Ordner, der auf diesem Gerät bleibt, und nennen Sie die Datenbank mit --db oder LOTSE_DB.",
		"cmd.doctor_name_promise": "Zusage",
		"cmd.doctor_promise":      "Was gespeichert ist, übersteht ein abgebrochenes Programm, einen Absturz und einen Stromausfall; eine Wiederherstellung geschieht ganz oder gar nicht.",
		"cmd.doctor_no_promise":   "Nicht zugesagt: Platten, die zu früh „geschrieben“ melden, Netzlaufwerke, synchronisierte Ordner, und dass eine SSD Gelöschtes überschreibt. Wie das geprüft wird, steht in der Datei storage/README.md.",

		// was SQLite über den Speicher sagt
		"cmd.fact_sqlite":             "SQLite {value}",
		"cmd.fact_journal_mode":       "Art des Journals: {value}",
		"cmd.fact_journal_mode_wal":   "Änderungen gehen zuerst in ein Protokoll (Write-Ahead-Log).",
		"cmd.fact_synchronous":        "Synchronisierung: {value}",
		"cmd.fact_synchronous_2":      "Jedes Speichern wartet, bis die Platte es hat.",
		"cmd.fact_foreign_keys":       "Fremdschlüssel: {value}",
		"cmd.fact_foreign_keys_1":     "Keine Zeile kann eine nennen, die nicht da ist.",
		"cmd.fact_secure_delete":      "sicheres Löschen: {value}",
		"cmd.fact_secure_delete_1":    "Was gelöscht wird, wird in der Datei überschrieben.",
		"cmd.fact_size":               "Datenbank: {n} Byte",
		"cmd.fact_log_size":           "Protokoll: {n} Byte",
		"cmd.fact_evidence_files":     "abgelegte Dateien: {n}",
		"cmd.fact_permissions":        "Rechte der Datenbank: {value}",
		"cmd.fact_log_permissions":    "Rechte des Protokolls: {value}",
		"cmd.fact_folder_permissions": "Rechte des Ordners: {value}",
		"cmd.fact_cloud":              "synchronisiert von: {value}",
	}
}
