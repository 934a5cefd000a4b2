package words

// windowsGerman is windowsEnglish in German.
func windowsGerman() table {
	return table{
		"file.in_use":            "{file} ist in einem anderen Programm geöffnet",
		"file.bad_name":          "{file} ist als Dateiname nicht möglich",
		"file.long_name":         "der Name {file} ist zu lang",
		"outside.reserved_name":  "Unter dem Namen {file} legt Windows keine Datei ab: Er steht für ein Gerät, für einen Teil einer anderen Datei, oder er endet auf einen Punkt oder ein Leerzeichen. Wählen Sie einen anderen Namen.",
		"cmd.doctor_key_written": "Geschrieben {at}.",
		"cmd.doctor_key_let_in":  "Andere haben Zugriff auf {file} ({who}): icacls \"{file}\" /inheritance:r /grant:r \"%USERNAME%:F\" nimmt ihn ihnen.",
	}
}
