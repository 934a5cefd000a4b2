package words

// cmdServerGerman is cmdServerEnglish in German.
func cmdServerGerman() table {
	return table{
		// was doctor sagt
		"cmd.doctor_name_server":        "Server",
		"cmd.doctor_name_member":        "Mitglied",
		"cmd.doctor_name_rights":        "Rechte",
		"cmd.doctor_server_tls":         "PostgreSQL {version}, über {tls}",
		"cmd.doctor_server_socket":      "PostgreSQL {version}, über einen Socket dieses Rechners",
		"cmd.doctor_server_plain":       "PostgreSQL {version}, ohne TLS",
		"cmd.doctor_server_verify":      "Die Adresse verlangt sslmode={mode}, und damit wird nicht geprüft, welcher Server antwortet: Wer dazwischensitzt, kann mitlesen. Lassen Sie sslmode weg, oder verlangen Sie verify-full.",
		"cmd.doctor_member":             "„{member}“, {role}",
		"cmd.doctor_member_teams":       "„{member}“, {role}, in {teams}",
		"cmd.doctor_server_backups":     "Sache des Betreibers des Servers",
		"cmd.doctor_server_backups_how": "Fragen Sie, wann zuletzt ein pg_dump gemacht und wann zuletzt einer zurückgespielt wurde. Die Secrets darin öffnen sich nur mit den Schlüsseln ihrer Eigentümer.",
		"cmd.doctor_server_replica":     "Dieser Server ist die Kopie eines anderen und nimmt keine Änderungen an. Arbeiten Sie mit der Adresse des Servers, dessen Kopie er ist, oder nennen Sie beide in einer Adresse, durch Komma getrennt.",
		"cmd.doctor_server_clock":       "Die Uhr des Servers weicht um {n} {n:Sekunde|Sekunden} von dieser ab. Stellen Sie die, die falsch geht: Die Daten der Wartezeiten und des Protokolls kommen von diesem Rechner. Die Reihenfolge der Ereignisse eines Durchlaufs hängt nicht davon ab.",
		"cmd.doctor_server_restore":     "Sagen Sie es dem Betreiber des Servers, und lassen Sie alles, wie es ist, bis er nachgesehen hat. Aus seiner Sicherung lässt sich Verlorenes zurückholen.",
		"cmd.doctor_rights_well":        "so eng, wie Lotse sie setzt",

		// was man gegen eine Ablehnung tut
		"cmd.way_team_init": "Der Eigentümer der Datenbank richtet sie mit lotse team init ein oder bringt sie damit auf den Stand.",
		"cmd.way_team_add":  "Wer das Team leitet, nimmt Sie mit lotse team add auf.",
		"cmd.way_pg_dump":   "Wer alles lesen darf, schreibt: pg_dump --format=custom --file=DATEI {database}",
	}
}
