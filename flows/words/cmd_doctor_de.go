package words

// cmdDoctorGerman is cmdDoctorEnglish in German.
func cmdDoctorGerman() table {
	return table{
		"cmd.flag_doctor_verbose":      "Auch ausführlich sagen, was in Ordnung ist",
		"cmd.doctor_well":              "Alles ist in Ordnung.",
		"cmd.doctor_mind":              "{n} {n:Punkt|Punkte} zum Nachsehen, mit [!] markiert.",
		"cmd.doctor_wrong":             "{n} {n:Fehler|Fehler}, mit [✗] markiert; außerdem zum Nachsehen: {more}.",
		"cmd.doctor_name_clipboard":    "Zwischenablage",
		"cmd.doctor_name_language":     "Sprache",
		"cmd.doctor_name_clock":        "Uhr",
		"cmd.doctor_name_network":      "Netz",
		"cmd.doctor_name_keychain":     "Schlüsselbund",
		"cmd.doctor_clipboard":         "{program}",
		"cmd.doctor_no_clipboard":      "kein Programm dafür; Lotse bittet das Terminal (OSC 52), das nicht sagt, ob es kopiert hat",
		"cmd.doctor_clipboard_program": "Installieren Sie wl-clipboard (Wayland) oder xclip (X11). Über SSH bleibt nur das Terminal.",
		"cmd.doctor_clipboard_kept":    "Was {program} enthält, lässt sich nicht zurücklesen: Ein kopiertes Secret bleibt dort, bis etwas anderes kopiert wird.",
		"cmd.doctor_clipboard_through": "über {through}",
		"cmd.doctor_clipboard_tmux":    "tmux reicht Kopiertes weiter, wenn in seiner Konfiguration steht: set -g set-clipboard on",
		"cmd.doctor_language":          "{name}",
		"cmd.doctor_language_asked":    "{name}, wegen --lang oder LOTSE_LANG",
		"cmd.doctor_language_set":      "{name}, wegen lotse config lang",
		"cmd.doctor_language_locale":   "{name}, nach der Locale „{locale}“; lotse config lang ändert das",
		"cmd.doctor_language_unset":    "{name}: keine Locale ist gesetzt; lotse config lang ändert das",
		"cmd.doctor_language_not":      "„{word}“ ist keine Sprache, die Lotse spricht: Wählen Sie en, de oder fi.",
		"cmd.doctor_language_bytes":    "Die Locale „{locale}“ ist nicht UTF-8, deshalb ist nur Englisch sicher lesbar: Setzen Sie LANG auf eine mit UTF-8, oder tippen Sie lotse config lang.",
		"cmd.doctor_clock":             "{at}, Zeitzone {zone}",
		"cmd.doctor_clock_behind":      "Ein Durchlauf wurde am {at} geändert, also später als jetzt: Stellen Sie die Uhr. Nach ihr richten sich die Daten der Wartezeiten und des Protokolls.",
		"cmd.doctor_offline":           "aus: Prüfungen echter Durchläufe fragen nichts ab; lotse config network on oder LOTSE_NETWORK ändert das",
		"cmd.doctor_no_proxy":          "kein Proxy eingestellt; HTTPS_PROXY nennt einen",
		"cmd.doctor_proxy":             "über den Proxy {proxy}",
		"cmd.doctor_proxy_except":      "über den Proxy {proxy}; nicht für {except}",
		"cmd.doctor_proxy_unreadable":  "HTTPS_PROXY ist keine Adresse eines Proxys",
		"cmd.doctor_proxy_form":        "Schreiben Sie sie als http://proxy.example:8080.",
		"cmd.doctor_has_keychain":      "einer antwortet",
		"cmd.doctor_no_keychain":       "auf diesem Rechner antwortet keiner",
	}
}
