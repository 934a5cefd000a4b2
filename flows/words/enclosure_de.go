package words

// enclosureGerman says what there is to say of files that come with a procedure.
func enclosureGerman() table {
	return table{
		"kind.attach": "eine Anlage",

		"file_type.png":  "PNG-Bild",
		"file_type.jpeg": "JPEG-Bild",
		"file_type.gif":  "GIF-Bild",
		"file_type.webp": "WebP-Bild",
		"file_type.pdf":  "PDF-Dokument",
		"file_type.txt":  "reiner Text",
		"file_type.csv":  "CSV-Tabelle",

		"enclosure.here":  "Eine Anlage des Verfahrens: eine Datei",
		"enclosure.opens": "o öffnet",
		"enclosure.about": "{type}, {size}",
		"enclosure.file":  "{file} ({type}, {size})",

		"lint.attach_name":    "Eine Anlage kann nicht {file} heißen: Sie liegt neben dem Dokument, ohne Ordner, und ihr Name besteht aus höchstens 64 Buchstaben ohne Umlaute, Ziffern, Punkten, Binde- und Unterstrichen und ist kein Gerät von Windows.",
		"lint.attach_ending":  "{file} ist nichts, was nur angezeigt wird: Der Name endet auf eins von {endings}, klein geschrieben.",
		"lint.attach_link":    "{file} ist ein Link oder ein Gerät: Legen Sie die Datei selbst dorthin.",
		"lint.attach_size":    "{file} ist größer als {limit} MiB: Verkleinern Sie die Datei, oder nehmen Sie den Teil, auf den es ankommt.",
		"lint.attach_many":    "Die Anlagen haben zusammen {size} MiB; höchstens {limit} gehen.",
		"lint.attach_empty":   "{file} ist leer.",
		"lint.attach_content": "{file} ist nicht das, was der Name sagt ({type}), oder nicht vollständig: Speichern Sie die Datei neu, als das, was ihr Name sagt.",
		"lint.attach_formula": "In Zeile {line} von {file} ist eine Zelle eine Formel, die eine Tabellenkalkulation ausrechnen würde: Schreiben Sie ihren Wert dorthin.",

		"manual.kind_attach": "Anlage",
		"manual.attach":      "Datei",

		"sheet.files": "Was dazugehört",

		"move.file":       "andere Datei",
		"cmd.aspect_file": "Datei",

		"skeleton.attach": "Ein Bild, ein PDF, ein Text oder eine CSV-Tabelle neben dieser Datei, auf eine Taste zu sehen:",
	}
}
