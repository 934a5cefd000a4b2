package words

// enclosureEnglish says what there is to say of files that come with a procedure.
func enclosureEnglish() table {
	return table{
		"kind.attach": "an enclosure",

		"file_type.png":  "PNG picture",
		"file_type.jpeg": "JPEG picture",
		"file_type.gif":  "GIF picture",
		"file_type.webp": "WebP picture",
		"file_type.pdf":  "PDF document",
		"file_type.txt":  "plain text",
		"file_type.csv":  "CSV table",

		"enclosure.here":  "A file that comes with the procedure",
		"enclosure.opens": "o opens it",
		"enclosure.about": "{type}, {size}",
		"enclosure.file":  "{file} ({type}, {size})",

		"lint.attach_name":    "An enclosure cannot be called {file}: it lies beside the document, without a folder, and its name is of letters, digits, dots, hyphens and underscores, at most 64, and no device of Windows.",
		"lint.attach_ending":  "{file} is of no kind that is only shown: the name ends in one of {endings}, in small letters.",
		"lint.attach_link":    "{file} is a link or a device: put the file itself there.",
		"lint.attach_size":    "{file} is larger than {limit} MiB: make it smaller, or enclose the part that matters.",
		"lint.attach_many":    "The enclosures have {size} MiB together; at most {limit} are taken.",
		"lint.attach_empty":   "{file} is empty.",
		"lint.attach_content": "{file} is no {type}, or not a whole one: save it anew as what its name says.",
		"lint.attach_formula": "In line {line} of {file} a cell is a formula, which a program for tables would work out: write its value there.",

		"manual.kind_attach": "enclosure",
		"manual.attach":      "File",

		"sheet.files": "What comes with it",

		"move.file":       "another file",
		"cmd.aspect_file": "file",

		"skeleton.attach": "A picture, a PDF, a text or a CSV table beside this file, shown by a key:",
	}
}
