package words

// baseGerman is baseEnglish in German.
func baseGerman() table {
	return table{
		"lint.base_language": "{lang} ist kein Kürzel einer Sprache: language: de schreiben, oder ähnlich.",
		"lint.overlay_base":  "Das Verfahren {procedure} ist selbst in {lang} geschrieben: Ein Overlay in dieser Sprache braucht es nicht.",
	}
}
