package text

// Import are the words of rows that come from a file or the clipboard.
type Import struct {
	Title, PasteTitle, AskTitle, AskPath, AskHint, Reading, Judging string
	File, Sheet, Encoding, Delimiter, Header, NoHeader, Size        string
	Column, Filled, Nothing, First, Left, Position                  string
	Guess, Likely, Certain, Chosen                                  string
	Replace, Append, Rows, NoProblems, Problems, BadRows, Row, More string
	Taken, Appended, Same, Bad, NoProblem, Cancelled                string
	KeyColumn, KeyHeader, KeyMode, KeySheet, KeyProblems, KeyFile   string
	KeyNext, KeyTake, KeyCancel, Pasted                             string
}

func englishImport() Import {
	return Import{
		Title: "Rows from a file", PasteTitle: "Pasted rows", AskTitle: "Rows from a file", AskPath: "File",
		AskHint: "path of a CSV or XLSX file", Reading: "Reading %s: %d %%", Judging: "Looking at the rows",
		File: "file", Sheet: "sheet", Encoding: "%s, parted by %s", Header: "header in row %d", NoHeader: "no header", Size: "%d rows",
		Column: "The list's column", Filled: "from the file's", Nothing: "nothing", First: "First rows", Left: "Left out: %s",
		Position: "column %s",
		Guess:    "a guess", Likely: "likely", Certain: "same name", Chosen: "chosen",
		Replace: "replaces the %d rows that are there", Append: "below the %d rows that are there", Rows: "%d rows",
		NoProblems: "Nothing to say about the rows.", Problems: "%d to look at", BadRows: "%d rows have problems", Row: "row %s",
		More:  "and %d more",
		Taken: "%d rows taken; ctrl+z takes them back.", Appended: "%d rows added; ctrl+z takes them back.", Same: "These rows are there already: nothing changed.",
		Bad: "%d with problems", NoProblem: "No row has a problem that holds this step.", Cancelled: "Nothing was taken.",
		KeyColumn: "other column", KeyHeader: "header row", KeyMode: "replace or append", KeySheet: "sheet", KeyProblems: "problems", KeyFile: "from file",
		KeyNext: "next problem", KeyTake: "take the rows", KeyCancel: "leave all as it is",
	}
}
