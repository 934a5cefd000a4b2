package words

// openEnglish says what became of a file that a program of the system was to open.
func openEnglish() table {
	return table{
		"open.with":   "{program} was asked to open {file}.",
		"open.none":   "No program to open it was found. The file: {file}",
		"open.remote": "Over ssh no program is opened here. The file: {file}",
		"open.failed": "{program} did not open it. The file: {file}",
	}
}
