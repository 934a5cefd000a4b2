package words

// cmdPackGerman says what the commands on packs do and ask, in German.
func cmdPackGerman() table { return together(cmdPackOwnGerman(), cmdPackUpdateGerman()) }

// cmdPackOwnGerman says what those say that build, install and remove one.
func cmdPackOwnGerman() table {
	return table{
		"cmd.short_pack":      "Pakete von Verfahren: bauen, installieren, aktualisieren und entfernen",
		"cmd.long_pack":       "Ein Paket sind Verfahren, die zusammen weitergegeben werden, mit Übersetzungen, Schreiben und Geschichten: ein Ordner oder eine .tar.gz. pack.yaml darin nennt Name, Version und Lizenz, welches Lotse nötig ist, und die Prüfsumme jeder Datei. Ein installiertes Verfahren heißt PAKET/VERFAHREN. Auch was Lotse mitbringt, ist ein Paket; vor den Namen seiner Verfahren steht kein PAKET.",
		"cmd.no_pack_command": "lotse pack {word} gibt es nicht. Es gibt build, add, list, update und remove.",

		"cmd.short_pack_build": "Prüft die Verfahren eines Ordners und schreibt sie in eine Datei",
		"cmd.long_pack_build":  "Prüft alle Verfahren eines Ordners wie lotse lint und schreibt eine .tar.gz, in deren pack.yaml die Prüfsumme jeder Datei steht. Aus dem Ordner nimmt es die Verfahren, Übersetzungen, Schreiben, Bilder und PDF-Dateien, die darin liegen, README und Lizenz, und was in stories liegt; was es weglässt, nennt es. Derselbe Ordner ergibt Byte für Byte dieselbe Datei.",
		"cmd.flag_pack_out":    "die neue DATEI",
		"cmd.pack_out":         "Geben Sie mit -o DATEI an, wohin geschrieben wird.",
		"cmd.no_pack_folder":   "{folder} ist kein Ordner.",
		"cmd.pack_left_out":    "Weggelassen: {files}",
		"cmd.pack_written":     "Nach {file} geschrieben.",
		"cmd.pack_faulty":      "Die Verfahren haben Fehler: Es wurde nichts geschrieben. lotse lint zeigt sie noch einmal.",

		"cmd.short_pack_add": "Installiert ein Paket aus einem Ordner oder einer Datei",
		"cmd.long_pack_add":  "Zeigt, was ein Paket ist, und installiert es für alle, die mit dieser Datenbank arbeiten. Vergleichen Sie seine vier Wörter am Telefon mit denen, die lotse pack build der Person gezeigt hat, von der es kommt. Ein Paket führt keine Programme aus: Es enthält Verfahren, Schreiben und Bilder.",
		"cmd.flag_dry_pack":  "zeigen, was geschehen würde, und nichts ändern",
		"cmd.no_pack_at":     "{file} gibt es nicht, weder als Ordner noch als Datei.",
		"cmd.pack_there":     "Das Paket {pack} ist schon installiert. lotse pack update bringt es auf den neuen Stand.",
		"cmd.pack_newer":     "Das Paket {pack} braucht Lotse {least} oder neuer; dies ist {version}.",
		"cmd.pack_shadows":   "Ein Paket kann nicht {pack} heißen: Diesen Namen hat etwas, das Lotse mitbringt. Bitten Sie um einen anderen Namen.",
		"cmd.pack_added":     "Installiert. Beginnen Sie mit lotse start {procedure}.",
		"cmd.pack_head":      "{pack} {version}, Lizenz {licence}, ab Lotse {lotse}",
		"cmd.pack_files":     "{n} {n:Datei|Dateien}, {size}",
		"cmd.pack_hosts":     "Die Prüfungen von {procedure} fragen: {hosts}",
		"cmd.pack_words":     "Die Wörter des Pakets: {words}",

		"cmd.short_pack_list": "Listet die installierten Pakete auf",
		"cmd.no_packs":        "Es ist kein Paket installiert.",
		"cmd.pack_broken":     "beschädigt: {why}",

		"cmd.short_pack_remove": "Entfernt ein Paket; Durchläufe seiner Verfahren gehen weiter",
		"cmd.long_pack_remove":  "Entfernt ein installiertes Paket. Durchläufe behalten das Verfahren, mit dem sie begonnen wurden, und gehen weiter; neue lassen sich nicht mehr beginnen.",
		"cmd.pack_removed":      "Das Paket {pack} ist entfernt. Durchläufe seiner Verfahren gehen weiter.",
	}
}
