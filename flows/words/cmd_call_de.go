package words

// cmdCallGerman is cmdCallEnglish in German.
func cmdCallGerman() table { return together(cmdCallOwnGerman(), cmdWayGerman()) }

func cmdCallOwnGerman() table {
	return table{
		"cmd.write":           "So schreiben: lotse {use}",
		"cmd.no_command":      "Einen Befehl „{word}“ gibt es nicht; lotse --help nennt alle.",
		"cmd.no_command_near": "Einen Befehl „{word}“ gibt es nicht; ist {near} gemeint? lotse --help nennt alle.",
		"cmd.or":              "{a} oder {b}",
		"cmd.no_help":         "Hilfe zu „{word}“ gibt es nicht; lotse --help nennt die Befehle, lotse help json beschreibt das JSON.",
		"cmd.without_desk": `Die Übersicht braucht ein Terminal für Eingabe und Ausgabe. Ohne geht:
  lotse --plain                           die Übersicht in einfachen Textzeilen
  lotse procedures                        die vorhandenen Verfahren
  lotse start VERFAHREN --customer NAME   beginnt einen Durchlauf
  lotse list                              die vorhandenen Durchläufe
  lotse show DURCHLAUF                    wie ein Durchlauf steht
  lotse --help                            alle Befehle`,
		"cmd.failed":        "Das ist fehlgeschlagen: {why}.",
		"cmd.interrupted":   "Abgebrochen; was bestätigt wurde, ist gespeichert.",
		"cmd.backup_failed": "Die Sicherung des Tages wurde nicht angelegt: {why}",
		"cmd.nothing":       "nichts",

		"cmd.no_run":            "Einen Durchlauf „{run}“ gibt es nicht; lotse list zeigt alle.",
		"cmd.several_runs":      "Mit {prefix} beginnen mehrere Durchläufe: {runs}.",
		"cmd.several_runs_more": "Mit {prefix} beginnen mehrere Durchläufe: {runs}; und weitere.",
		"cmd.no_procedure":      "Ein Verfahren „{procedure}“ gibt es nicht; es gibt: {procedures}.",
		"cmd.not_written":       "{what} gibt es nicht in „{lang}“, aber in: {langs}.",
		"cmd.no_file":           "Eine Datei {file} gibt es nicht.",

		"cmd.type_word":      "Zum Fortfahren {word} eingeben:",
		"cmd.not_confirmed":  "Nicht bestätigt: Nichts wurde geändert.",
		"cmd.stands_already": "Das ändert, was schon feststeht:",
		"cmd.say_yes":        "Nichts wurde geändert: Das hat Folgen. --yes bestätigt sie.",
		"cmd.other_head":     "Nichts wurde geändert: Ein anderes Programm hat in den Durchlauf geschrieben; sein head ist jetzt {head}.",
		"cmd.the_passphrase": "die Passphrase",
		"cmd.the_secret":     "das Secret",
		"cmd.the_key":        "der Schlüssel",
		"cmd.empty_stdin":    "Auf stdin kam nichts: Es fehlt {what}.",
		"cmd.line_end":       "Der Zeilenumbruch am Ende wurde entfernt ({what}).",
		"cmd.secret_long":    "Ein Secret hat höchstens 16 KiB.",
		"cmd.no_descriptor":  "Einen Dateideskriptor {fd} gibt es nicht.",

		// zu einem Fehler, der eine Art hat und keinen eigenen Satz
		"cmd.is_not_found":   "Das ist nicht da: {why}. lotse list zeigt die Durchläufe in {path}.",
		"cmd.is_ambiguous":   "Das passt auf mehrere: {why}. Geben Sie mehr von der ID an.",
		"cmd.is_conflict":    "Ein anderes Programm hat in {path} in diesen Durchlauf geschrieben: Sehen Sie mit lotse show nach, und versuchen Sie es dann noch einmal.",
		"cmd.is_locked":      "Ein anderes Programm hält {path}: Schließen Sie es, oder versuchen Sie es gleich noch einmal.",
		"cmd.is_full":        "Die Platte ist voll: Schaffen Sie Platz auf der von {path}, und versuchen Sie es noch einmal; was gespeichert war, ist noch da.",
		"cmd.is_read_only":   "{path} lässt sich nicht schreiben: Geben Sie Schreibrechte für die Datei und ihren Ordner, oder nennen Sie mit --db eine andere Datei.",
		"cmd.is_damaged":     "Das Gespeicherte ist beschädigt: {why}. Prüfen Sie {path} mit lotse doctor; lotse restore setzt eine Sicherung an die Stelle.",
		"cmd.is_newer":       "{path} wurde von einer neueren Version von Lotse geschrieben: Aktualisieren Sie Lotse, oder nennen Sie mit --db eine andere Datei.",
		"cmd.is_no_identity": "Es gibt noch keinen Schlüssel, um Secrets zu verschlüsseln, und ohne Schlüsselbund oder Terminal lässt sich hier keiner anlegen. Legen Sie einen an mit: lotse secret init (die Passphrase kommt vom Terminal oder mit --passphrase-fd N). Nichts wurde gespeichert.",
		"cmd.is_sealed":      "Der Schlüssel für Ihre Secrets ist hier verschlossen. Schließen Sie den Schlüsselbund auf, oder rufen Sie Lotse in einem Terminal auf, um die Passphrase einzugeben.",
	}
}

// cmdWayGerman is the way out, behind the sentence of a refusal.
func cmdWayGerman() table {
	return table{
		"cmd.way_why":            "Angeben mit --why.",
		"cmd.way_outcome":        "Angeben mit --outcome.",
		"cmd.way_by":             "Den Namen angeben mit --by.",
		"cmd.way_word":           "Angeben mit --word.",
		"cmd.unchanged_warnings": "Nichts wurde geändert. Diese Warnungen sind weder akzeptiert noch stehen gelassen:",
		"cmd.why_of_accept":      "--why begründet, warum Warnungen akzeptiert werden: done DURCHLAUF SCHRITT --accept --why GRUND schreiben.",
		"cmd.way_warnings":       "--accept --why GRUND akzeptiert sie, --leave-warnings lässt sie stehen und geht weiter; sie werden dann gezählt.",
		"cmd.way_warnings_run":   "--leave-warnings lässt sie stehen und geht weiter; dazu --accept --why GRUND, um zu akzeptieren, was sich akzeptieren lässt. Was nicht geprüft wurde, lässt sich nur stehen lassen oder noch prüfen. Was stehen bleibt, wird gezählt.",
		"cmd.way_accept":         "Angeben: --accept --why GRUND.",
		"cmd.way_run":            "Prüfen mit lotse check DURCHLAUF {step}, oder stehen lassen mit --leave-warnings; sie wird dann gezählt.",
		"cmd.way_yes":            "Bestätigen mit --yes.",
		"cmd.way_secret":         "Es kommt aus einer Pipe oder vom Terminal: lotse set DURCHLAUF --secret-stdin {item}.",
		"cmd.way_runs":           "lotse list zeigt die Durchläufe in {path}.",
		"cmd.way_secrets":        "lotse secret list zeigt die vorhandenen Secrets.",
		"cmd.way_backups":        "lotse backup --list zeigt die vorhandenen Sicherungen.",
		"cmd.way_db":             "Nennen Sie mit --db eine andere Datei.",
		"cmd.way_or_db":          "Mit --db lässt sich eine andere Datei nennen.",
		"cmd.way_restore":        "Setzen Sie eine Sicherung an die Stelle mit lotse restore {backup}.",
		"cmd.way_right_file":     "Nennen Sie mit --db die richtige Datei; ist es diese, setzen Sie eine Sicherung an die Stelle mit lotse restore {backup}.",
		"cmd.way_doctor":         "Prüfen Sie {path} mit lotse doctor; lotse restore setzt eine Sicherung an die Stelle.",
		"cmd.way_saved":          "Was gespeichert war, ist noch da.",
		"cmd.way_look":           "Sehen Sie mit lotse show nach, und versuchen Sie es dann noch einmal.",
		"cmd.way_init":           "Legen Sie einen Schlüssel an mit: lotse secret init (die Passphrase kommt vom Terminal oder mit --passphrase-fd N). Nichts wurde gespeichert.",
		"cmd.way_key_file":       "Das geht mit: lotse secret init --file.",
		"cmd.way_terminal":       "Rufen Sie Lotse in einem Terminal auf, um sie einzugeben.",
		"cmd.way_unlock":         "Schließen Sie den Schlüsselbund auf, oder rufen Sie Lotse in einem Terminal auf, um die Passphrase einzugeben.",
	}
}
