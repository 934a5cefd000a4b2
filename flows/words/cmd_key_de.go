package words

// cmdKeyGerman is cmdKeyEnglish in German.
func cmdKeyGerman() table {
	return table{
		"cmd.short_secret_recover": "Legt den Schlüssel mit dem Wiederherstellungsschlüssel neu an",
		"cmd.short_secret_check":   "Öffnet den Schlüssel einmal, um zu sehen, dass er aufgeht",
		"cmd.flag_new_key":         "einen anderen Schlüssel anlegen, obwohl es für diesen Server einen auf einem anderen Rechner gibt",
		"cmd.flag_recovery":        "auch einen Wiederherstellungsschlüssel anlegen und einmal anzeigen",
		"cmd.flag_recovery_out":    "den Wiederherstellungsschlüssel in die neue Datei FILE schreiben",
		"cmd.flag_recovery_to":     "den Wiederherstellungsschlüssel in den Dateideskriptor N schreiben",
		"cmd.flag_recovery_from":   "den Wiederherstellungsschlüssel aus dem Dateideskriptor N lesen",

		"cmd.keep_key_file":     "Keine Sicherung enthält diesen Schlüssel. Bewahren Sie eine Kopie von {file} an einem anderen Ort auf, oder drucken Sie einen Wiederherstellungsschlüssel: lotse secret init --recovery.",
		"cmd.keep_key_keychain": "Keine Sicherung enthält diesen Schlüssel: Er liegt nur im Schlüsselbund dieses Rechners. Drucken Sie einen Wiederherstellungsschlüssel: lotse secret init --recovery.",
		"cmd.backup_key":        "Der Schlüssel für die Secrets ist nicht in der Sicherung. {key}",
		"cmd.backup_recovery":   "Mit dem Wiederherstellungsschlüssel lassen sich die Secrets auf jedem Rechner öffnen: lotse secret recover.",

		"cmd.recovery_key":   "Ihr Wiederherstellungsschlüssel. Er wird einmal angezeigt und nirgends gespeichert: Drucken Sie ihn, oder schreiben Sie ihn auf, und bewahren Sie ihn getrennt von diesem Rechner auf. Wer ihn und die Datenbank oder eine Sicherung hat, kann Ihre Secrets öffnen.",
		"cmd.recovery_use":   "Ist die Passphrase vergessen oder der Schlüssel verloren: lotse secret recover.",
		"cmd.recovery_file":  "Der Wiederherstellungsschlüssel liegt in {file}. Bewahren Sie ihn getrennt von diesem Rechner auf: Wer ihn und die Datenbank oder eine Sicherung hat, kann Ihre Secrets öffnen.",
		"cmd.recovery_where": "Ein Wiederherstellungsschlüssel wird in einem Terminal angezeigt, ohne --json; sonst schreibt ihn --recovery-out FILE in eine neue Datei, oder er geht an --recovery-fd N.",
		"cmd.ask_recovery":   "Wiederherstellungsschlüssel (AGE-SECRET-KEY-1…)",
		"cmd.the_recovery":   "den Wiederherstellungsschlüssel",
		"cmd.recover_how":    "Der Wiederherstellungsschlüssel wird im Terminal erfragt oder mit --recovery-fd N gelesen.",
		"cmd.recovered":      "Der Schlüssel ist neu angelegt; alle Secrets lassen sich wieder öffnen.",
		"cmd.recovered_kept": "Die vorherige Datei bleibt erhalten: {file}.",
		"cmd.key_opens":      "Der Schlüssel lässt sich öffnen.",

		"cmd.way_recover":   "Mit einem Wiederherstellungsschlüssel legt lotse secret recover ihn neu an.",
		"cmd.way_bring_key": "Kopieren Sie identity.age von dort nach {folder}, oder mit einem Wiederherstellungsschlüssel: lotse secret recover. Ist er verloren, legt lotse secret init --new einen anderen an; was für den alten verschlüsselt wurde, bleibt zu.",
		"cmd.way_other_key": "Sind das die Wörter auf Ihrem anderen Rechner, bringen Sie jenen Schlüssel hierher. Kennen Sie sie nicht, sagen Sie es dem Betreiber des Servers; lotse secret init --new bleibt bei dem Schlüssel hier.",
		"cmd.way_check":     "Ist es dennoch Ihrer, öffnet ihn lotse secret check einmal; mit einem Wiederherstellungsschlüssel legt lotse secret recover ihn neu an.",
		"cmd.way_forgot":    "Ist die Passphrase vergessen: lotse secret recover setzt mit dem Wiederherstellungsschlüssel eine neue.",

		"cmd.doctor_key_file":    "Geschrieben {at}, Rechte {mode}.",
		"cmd.doctor_key_open":    "Andere können {file} lesen: chmod 600 nimmt ihnen den Zugriff.",
		"cmd.doctor_recovery":    "Ein Wiederherstellungsschlüssel öffnet ihn.",
		"cmd.doctor_no_recovery": "Es gibt keinen Wiederherstellungsschlüssel.",
	}
}
