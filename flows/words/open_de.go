package words

// openGerman is openEnglish in German.
func openGerman() table {
	return table{
		"open.with":   "{program} wurde gebeten, {file} zu öffnen.",
		"open.none":   "Kein Programm gefunden, das sie öffnet. Die Datei: {file}",
		"open.remote": "Über ssh wird hier kein Programm geöffnet. Die Datei: {file}",
		"open.failed": "{program} hat sie nicht geöffnet. Die Datei: {file}",
	}
}
