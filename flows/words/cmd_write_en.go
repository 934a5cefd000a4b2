package words

// cmdWriteEnglish is what the commands say that help to write procedures.
func cmdWriteEnglish() table {
	return table{
		"cmd.short_schema": "Prints a JSON Schema of procedure files, for editors",
		"cmd.long_schema":  "Prints a JSON Schema (draft 7) of what Lotse reads: procedure (the default), steps (shared steps) or translation. An editor that knows yaml-language-server completes and explains the keys with it: keep it in a file, and write # yaml-language-server: $schema=FILE into the first line of the procedure.",
		"cmd.schema_kind":  "There is no schema of {kind}. There are: {kinds}.",
	}
}
