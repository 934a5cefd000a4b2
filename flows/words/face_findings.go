package words

// Findings are the words around what a comparison found.
type Findings struct {
	Reading, Sifting, Failed, None                         string
	ByCode, ByID, ByName, Only                             string
	Must, Warn, Info, New, NewOnly, Gone, GoneShort, Of    string
	NotRun                                                 string // how many rules did not run, or not for all
	Row, Code, ID, Name, Barred, Yes, No, Rows, Rule       string
	Effect, Repair, Others, Words                          string
	KeyPair, KeyLevel, KeyRule, KeyNew, KeyTable           string
	FileTitle, FileIntro, FileTo, Writing, WriteHelp       string
	Nothing, NoRule, NoEarlier, Copied, MoreRows, LineHelp string
}

func englishFindings() Findings {
	return Findings{
		Reading: "Reading the findings ...", Sifting: "Looking through ...", Failed: "The findings cannot be read: %s", None: "Nothing of the kind.",
		ByCode: "code", ByID: "business ID", ByName: "name", Only: "only %s",
		Must: "must", Warn: "look at", Info: "to know", New: "new", NewOnly: "new only", Gone: "since the last comparison: %d new, %d gone", GoneShort: "%d new, %d gone", Of: "%d of %d", NotRun: "%d not run",
		Row: "row", Code: "code", ID: "business ID", Name: "name", Barred: "barred", Yes: "yes", No: "no", Rows: "rows", Rule: "found",
		Effect: "if not", Repair: "repair", Others: "further rows: %s", Words: "has",
		KeyPair: "side by side", KeyLevel: "level", KeyRule: "rule", KeyNew: "new only", KeyTable: "all of them",
		FileTitle: "Write all findings to a file", FileIntro: "Its ending decides the format: `.html` to read and print, `.xlsx` or `.csv` for a spreadsheet.", FileTo: "File", Writing: "Writing ...",
		WriteHelp: "Type write FILE to write them all to a file (.html, .xlsx or .csv).",
		Nothing:   "No findings here: run a comparison first.", NoRule: "Nothing was found for %s; there are findings for: %s.", NoEarlier: "This is the first comparison: there is no earlier one to compare it with.", Copied: "Copied: %s", MoreRows: "%d more: type findings %s %d.", LineHelp: "Type findings and a rule, such as only-left, for each of them.",
	}
}
