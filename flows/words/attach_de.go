package words

// attachGerman is attachEnglish in German.
func attachGerman() table {
	return table{
		"event.attached":      "Die Datei {file} wurde an „{item}“ angehängt.",
		"event.attached_step": "Die Datei {file} wurde an den Schritt „{step}“ angehängt.",
		"event.attached_note": "Die Notiz dazu: „{text}“.",

		"refuse.attach_large": "{file} ist größer als {limit} MiB. Hängen Sie eine kleinere Datei an oder den Teil, auf den es ankommt.",
	}
}
