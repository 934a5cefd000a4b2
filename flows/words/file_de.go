package words

// fileGerman is fileEnglish in German.
func fileGerman() table {
	return table{
		"file.no_home":   "Ihr Home-Ordner ist nicht bekannt: Geben Sie den ganzen Pfad an, oder setzen Sie HOME.",
		"file.none":      "Eine Datei {name} gibt es nicht.",
		"file.folder":    "{name} ist ein Ordner: Nennen Sie eine Datei darin.",
		"file.device":    "{name} ist eine Pipe oder ein Gerät: Speichern Sie erst in einer Datei, was von dort kommt.",
		"file.crowded":   "Im Ordner {name} liegen mehr als {n} Dateien und Ordner: Legen Sie, was zusammengehört, in einen eigenen Ordner.",
		"file.leads_out": "{name} ist ein Link, der aus seinem Ordner hinausführt: Nennen Sie die Datei, auf die er zeigt.",

		// was das System von einer Datei sagt, in einem anderen Satz
		"file.missing":   "{file} gibt es nicht",
		"file.denied":    "der Zugriff auf {file} ist nicht erlaubt",
		"file.is_folder": "{file} ist ein Ordner",
		"file.no_room":   "für {file} ist kein Platz mehr",
		"file.read_only": "{file} liegt auf einem Datenträger, der sich nur lesen lässt",
		"file.faulty":    "{file} lässt sich nicht lesen oder schreiben, der Datenträger meldet einen Fehler",
		"file.too_many":  "es sind zu viele Dateien geöffnet",
		"file.no_memory": "der Arbeitsspeicher reicht nicht",
		"file.the_file":  "die Datei",
	}
}
