package words

// cmdSheetEnglish is what sheet says, and why a document is not written.
func cmdSheetEnglish() table {
	return table{
		"cmd.short_sheet":         "Writes what a customer should have at hand before a run",
		"cmd.long_sheet":          "Writes the sheet that a customer gets before a run: what to have at hand, who should be there, how long it takes and what may have to be waited for. Of a run it tells what is still to come.",
		"cmd.flag_full":           "everything that the procedure says, as a document",
		"cmd.flag_yaml":           "the document as it is written, and the files that it includes",
		"cmd.describe_form":       "--yaml prints the document as it is written: without --full, --format, -o and --json.",
		"cmd.no_procedure_or_run": "{name} is neither a procedure nor the beginning of a run's id.",
		"outside.document_format": "This is not a format for a document: {format}. There are {formats}.",
		"outside.document_ending": "{file}: the ending says how a document is written, and there is none for this. Use one of {formats}.",
	}
}
