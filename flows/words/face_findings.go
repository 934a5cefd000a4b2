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
		Reading: "Reading what was found ...", Sifting: "Looking through ...", Failed: "What was found cannot be read: %s", None: "Nothing of the kind.",
		ByCode: "code", ByID: "business ID", ByName: "name", Only: "only %s",
		Must: "must", Warn: "look at", Info: "to know", New: "new", NewOnly: "new only", Gone: "since the comparison before: %d new, %d gone", GoneShort: "%d new, %d gone", Of: "%d of %d", NotRun: "%d not run",
		Row: "row", Code: "code", ID: "business ID", Name: "name", Barred: "barred", Yes: "yes", No: "no", Rows: "rows", Rule: "found",
		Effect: "if not", Repair: "repair", Others: "further rows: %s", Words: "has",
		KeyPair: "side by side", KeyLevel: "level", KeyRule: "rule", KeyNew: "new only", KeyTable: "all of them",
		FileTitle: "Write all findings into a file", FileIntro: "The ending of its name says how: `.html` to read and print, `.xlsx` or `.csv` for a spreadsheet.", FileTo: "File", Writing: "Writing ...",
		WriteHelp: "Type write FILE for all of them in a file (.html, .xlsx or .csv).",
		Nothing:   "No findings here: a comparison that was made has them.", NoRule: "Nothing was found of %s; of these something was: %s.", NoEarlier: "This is the first comparison: there is no earlier one to compare it with.", Copied: "Copied: %s", MoreRows: "%d more: type findings %s %d.", LineHelp: "Type findings and a rule, such as only-left, for each of them.",
	}
}
