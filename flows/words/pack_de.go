package words

// packGerman says what is wrong with a pack, in German.
func packGerman() table {
	return table{
		"pack.no_manifest":     "Darin liegt keine pack.yaml: Das ist kein Paket.",
		"pack.manifest_empty":  "pack.yaml sagt nicht, was das Paket ist. Nötig sind vier Schlüssel: name, version, licence, lotse.",
		"pack.manifest_faulty": "pack.yaml, Zeile {line}: {first}",
		"pack.no_key":          "pack.yaml, Zeile {line}: Den Schlüssel {key} gibt es nicht. Es gibt: {keys}.",
		"pack.needs_key":       "In pack.yaml fehlt {key}. Tragen Sie es ein, zum Beispiel: {key}: {example}",
		"pack.bad_pack_name":   "pack.yaml, Zeile {line}: „{value}“ kann kein Paket heißen. Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel: {example}",
		"pack.bad_version":     "pack.yaml, Zeile {line}: „{value}“ ist keine Version. Schreiben Sie drei Zahlen, zum Beispiel: {key}: {example}",
		"pack.bad_licence":     "pack.yaml, Zeile {line}: „{value}“ ist keine SPDX-Lizenz wie {example} oder MIT.",
		"pack.files_form":      "pack.yaml, Zeile {line}: Unter files steht der Name jeder anderen Datei mit ihrem SHA-256. Entfernen Sie den Schlüssel files, und bauen Sie das Paket neu.",
		"pack.no_folder":       "Das ist kein Ordner.",
		"pack.no_procedure":    "Das Paket {pack} enthält kein Verfahren.",
		"pack.not_built":       "pack.yaml nennt die Dateien und ihre Prüfsummen nicht: Dieses Paket ist noch nicht gebaut.",

		"pack.file_missing": "{file} fehlt: pack.yaml nennt diese Datei.",
		"pack.file_changed": "{file} ist nicht, was pack.yaml sagt: Die Datei wurde nach dem Bau des Pakets geändert. Wenn Sie das waren, entfernen Sie den Schlüssel files aus pack.yaml, und bauen Sie das Paket neu.",
		"pack.file_more":    "{file} gehört nicht zum Paket: pack.yaml nennt diese Datei nicht.",
		"pack.file_large":   "{file} ist größer als {limit} MiB, die Grenze für eine Datei eines Pakets.",
		"pack.many":         "Ein Paket hat höchstens {limit} Dateien; dieses hat mehr.",
		"pack.large":        "Ein Paket hat insgesamt höchstens {limit} MiB; dieses hat mehr.",

		"pack.bad_name":   "{file} kann in einem Paket kein Dateiname sein. Verwenden Sie Buchstaben ohne Umlaute, Ziffern, Punkte, Binde- und Unterstriche; eine Datei liegt im Ordner selbst oder in stories/.",
		"pack.bad_ending": "{file} ist von einer Art, die ein Paket nicht haben kann. Ein Paket hat Verfahren, Texte, Bilder und PDF-Dateien.",
		"pack.name_twice": "{file} kommt zweimal vor.",
		"pack.name_case":  "{file} und {other} unterscheiden sich nur in der Großschreibung: Viele Systeme halten sie für dieselbe Datei.",

		"pack.entry_link": "{file} ist ein Verweis. Ein Paket hat nur Dateien.",
		"pack.entry_kind": "{file} ist keine gewöhnliche Datei.",
		"pack.entry_size": "{file} gibt die Größe zweimal an ({record}): Lotse hat das Paket nicht geschrieben.",
		"pack.no_archive": "Das ist weder ein Ordner noch eine .tar.gz, die Lotse gebaut hat.",
		"pack.bomb":       "Das Paket wird beim Entpacken um ein Vielfaches größer: Es wird nicht weiter entpackt.",
		"pack.bomb_in":    "{file} wird beim Entpacken um ein Vielfaches größer: Das Paket wird nicht weiter entpackt.",
		"pack.damaged":    "Das Paket ist beschädigt oder unvollständig. Besorgen Sie es noch einmal.",
		"pack.damaged_in": "Das Paket ist bei {file} beschädigt oder unvollständig. Besorgen Sie es noch einmal.",
		"pack.trailing":   "Hinter dem Ende des Pakets steht noch etwas: Lotse hat es nicht geschrieben, oder es wurde geändert.",
	}
}
