package words

// postgresGerman is postgresEnglish in German.
func postgresGerman() table {
	return table{
		// eine Adresse, die nicht angenommen wird
		"postgres.address":                 "Das ist nicht die Adresse eines PostgreSQL-Servers. Schreiben Sie postgres://NAME@HOST/DATENBANK, oder service=NAME für einen Dienst aus der pg_service.conf.",
		"postgres.parameter":               "Die Adresse eines PostgreSQL-Servers hat keinen Parameter „{name}“. Prüfen Sie die Schreibweise.",
		"postgres.password_in_address":     "In der Adresse steht ein Passwort, das andere in der Liste der Programme lesen können. Lassen Sie es dort weg, und schreiben Sie es in die Datei .pgpass in Ihrem Home-Ordner.",
		"postgres.password_in_environment": "In der Variablen {variable} steht ein Passwort, das jedes gestartete Programm lesen kann. Löschen Sie sie, und schreiben Sie das Passwort in die Datei .pgpass in Ihrem Home-Ordner.",
		"postgres.password_in_service":     "Beim Dienst „{service}“ in „{file}“ steht ein Passwort. Nehmen Sie es heraus, und schreiben Sie es in die Datei .pgpass in Ihrem Home-Ordner.",
		"postgres.passfile_open":           "Andere dürfen „{file}“ lesen, und darin steht das Passwort. Schließen Sie die Datei mit chmod 600.",
		"postgres.no_service":              "Einen Dienst „{service}“ gibt es weder in „{file}“ noch in der pg_service.conf dieses Rechners. Prüfen Sie die Schreibweise.",
		"postgres.service_parameter":       "Der Dienst „{service}“ in „{file}“ hat den Parameter {name}, an den Lotse sich nicht halten kann. Nehmen Sie ihn heraus, oder legen Sie für Lotse einen eigenen Dienst an.",
		"postgres.file":                    "„{file}“ wird für die Verbindung gebraucht und lässt sich nicht lesen: {why}.",
		"postgres.unverified":              "Die Verbindung zu {server} prüft nicht, welcher Server antwortet (sslmode={mode}). Wer dazwischensitzt, kann mitlesen.",

		// ein Server, der nicht da ist
		"postgres.no_host":            "Einen Server namens „{host}“ kennt niemand. Prüfen Sie den Namen, und ob dieser Rechner verbunden ist.",
		"postgres.refused":            "Unter {server} läuft kein PostgreSQL-Server. Prüfen Sie die Adresse, oder fragen Sie den Betreiber des Servers.",
		"postgres.unreachable":        "{server} ist nicht erreichbar: {why}. Prüfen Sie das Netz.",
		"postgres.no_answer":          "{server} antwortet nicht. Prüfen Sie das Netz, oder fragen Sie den Betreiber des Servers.",
		"postgres.cut":                "Die Verbindung zu {server} ist abgebrochen. Versuchen Sie es gleich noch einmal.",
		"postgres.stopping":           "{server} fährt gerade herunter oder hoch. Versuchen Sie es gleich noch einmal.",
		"postgres.no_primary":         "Keiner der Server von {server} nimmt jetzt Änderungen an. Versuchen Sie es gleich noch einmal, wenn einer übernommen hat, oder fragen Sie deren Betreiber.",
		"postgres.no_connection_left": "{server} hat keine Verbindung mehr frei. Schließen Sie andere Programme, die ihn benutzen, oder versuchen Sie es gleich noch einmal.",

		// ein Server, der nicht der richtige ist
		"postgres.other_host":        "Das Zertifikat von „{host}“ gehört zu einem anderen Server. Prüfen Sie die Adresse, oder fragen Sie den Betreiber des Servers.",
		"postgres.unknown_authority": "Das Zertifikat von „{host}“ hat eine Stelle unterschrieben, die dieser Rechner nicht kennt. Lassen Sie sich deren Zertifikat vom Betreiber des Servers geben, und nennen Sie die Datei mit sslrootcert in der Adresse.",
		"postgres.expired":           "Das Zertifikat von „{host}“ gilt zurzeit nicht: Es ist abgelaufen, oder eine Uhr geht falsch. Lassen Sie den Betreiber des Servers ein neues ausstellen.",
		"postgres.certificate":       "Das Zertifikat von „{host}“ ist nicht zu gebrauchen: {why}. Fragen Sie den Betreiber des Servers.",
		"postgres.no_tls":            "„{host}“ bietet kein TLS an. Bitten Sie den Betreiber des Servers, es einzuschalten.",
		"postgres.foreign":           "Was unter {server} antwortet, spricht nicht wie ein PostgreSQL-Server. Prüfen Sie Host und Port.",
		"postgres.too_old":           "Auf {server} läuft PostgreSQL {version}. Lotse braucht {least} oder neuer: Fragen Sie den Betreiber des Servers.",
		"postgres.encoding":          "Die Datenbank „{database}“ auf {server} hat die Kodierung {encoding}, in der Buchstaben fehlen, die in Namen vorkommen. Lotse braucht UTF8: Lassen Sie eine andere anlegen, mit createdb -E UTF8 -T template0.",
		"postgres.pooler":            "Zwischen hier und {server} steht ein Pooler wie PgBouncer, der Verbindungen teilt. Lotse braucht eigene, um zu erfahren, was andere tun: Geben Sie die Adresse des PostgreSQL-Servers selbst an.",

		// wen er nicht einlässt
		"postgres.password":      "{server} nimmt das Passwort von „{member}“ nicht an. Lotse liest es aus der Datei .pgpass in Ihrem Home-Ordner: Prüfen Sie dort die Zeile dieses Servers.",
		"postgres.not_let_in":    "{server} lässt „{member}“ nicht ein: {why}. Der Betreiber des Servers muss die Rolle anlegen, oder eine Zeile für sie in der pg_hba.conf.",
		"postgres.socket":        "Den Socket von {server} dürfen Sie nicht benutzen. Fragen Sie den Betreiber des Servers.",
		"postgres.no_database":   "{server} hat keine Datenbank „{database}“. Prüfen Sie die Adresse, oder lassen Sie die Datenbank anlegen.",
		"postgres.no_member":     "Der Server kennt „{member}“, aber nicht als Mitglied des Teams.",
		"postgres.not_allowed":   "{server} erlaubt „{member}“ das nicht. Fragen Sie die Leitung des Teams.",
		"postgres.run_elsewhere": "Den Durchlauf {run} gibt es auf diesem Server schon, bei einem Kunden, den Sie nicht sehen dürfen. Bitten Sie die Leitung, den Kunden Ihrem Team zu geben.",

		// eine Datenbank, die nicht bereit ist
		"postgres.no_team":  "Auf {server} ist noch kein Team eingerichtet.",
		"postgres.newer":    "{server} wurde von einer neueren Version von Lotse eingerichtet: Die Datenbank hat Version {version}, diese hier kennt nur bis {known}. Verwenden Sie die neuere. Nichts wurde geändert.",
		"postgres.older":    "{server} hat Version {version}, und dieses Lotse braucht {known}.",
		"postgres.tampered": "Die Tabellen auf {server} sind nicht so, wie Lotse sie anlegt: Ihre Liste der Versionen wurde verändert. Jetzt wurde nichts geändert. Lassen Sie den Betreiber des Servers den früheren Stand aus einer Sicherung zurückholen.",

		// was er jetzt nicht kann
		"postgres.read_only":    "{server} nimmt keine Änderungen an: Er ist die Kopie eines anderen Servers, oder er ist auf nur lesen gestellt (default_transaction_read_only). Verwenden Sie die Adresse des Servers, dessen Kopie er ist, oder nennen Sie beide Server in einer Adresse, durch Komma getrennt; oder fragen Sie den Betreiber des Servers.",
		"postgres.disk_full":    "Die Platte von {server} ist voll. Nichts Gespeichertes ist verloren; der Betreiber des Servers muss Platz schaffen.",
		"postgres.no_resources": "{server} hat zu viel zu tun: {why}. Versuchen Sie es gleich noch einmal.",
		"postgres.cancelled":    "{server} hat abgebrochen, weil es länger dauerte, als dort erlaubt ist. Versuchen Sie es noch einmal, oder bitten Sie den Betreiber des Servers um mehr Zeit (statement_timeout).",
		"postgres.busy":         "Andere ändern auf {server} gerade dasselbe. Versuchen Sie es gleich noch einmal.",
		"postgres.damaged":      "{server} kann seine eigenen Dateien nicht lesen: {why}. Sagen Sie es dem Betreiber des Servers, bevor irgendetwas anderes geschieht.",
		"postgres.failed":       "{server} konnte das nicht tun: {why}.",
		"postgres.no_backup":    "Die Sicherungen von {server} entstehen dort, wo der Server betrieben wird, mit pg_dump oder mit dem, was Ihre IT benutzt: Lotse legt keine an und spielt keine zurück.",

		// Rechte, die zu weit gehen, und wer sie einschränkt
		"postgres.wide_connect":     "Wer sich am Server anmelden kann, darf sich mit der Datenbank verbinden.",
		"postgres.wide_create":      "Im Schema „{schema}“ darf jeder etwas anlegen.",
		"postgres.wide_superuser":   "„{member}“ ist Superuser: Für diese Rolle gilt kein Recht.",
		"postgres.wide_server":      "„{member}“ darf Dateien des Servers lesen oder schreiben, dort Programme starten oder an allen Rechten vorbei schreiben, und kommt so an alles.",
		"postgres.wide_bypass":      "Für „{member}“ gilt die Sicherheit auf Zeilenebene nicht (BYPASSRLS).",
		"postgres.wide_createrole":  "„{member}“ darf Rollen anlegen (CREATEROLE) und damit jeden einlassen.",
		"postgres.wide_table":       "Für die Tabelle „{table}“ ist die Sicherheit auf Zeilenebene ausgeschaltet.",
		"postgres.wide_owner":       "„{member}“ ist Mitglied der Rolle, der die Tabellen gehören, und darf sie damit alle ändern.",
		"postgres.wide_grant":       "Die Tabelle „{table}“ darf jeder benutzen.",
		"postgres.narrow":           "Der Betreiber des Servers nimmt das zurück: {sql}",
		"postgres.narrow_by_person": "Der Betreiber des Servers richtet dafür eine eigene Anmeldung für Lotse ein, die das nicht darf.",
	}
}
