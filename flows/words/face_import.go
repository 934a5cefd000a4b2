package words

// Import are the words of rows that come from a file or the clipboard.
type Import struct {
	Title, PasteTitle, AskPath, AskHint, Reading, Judging, Samples string
	Sheet, Parted, Header, NoHeader, Size                          string
	Nothing, Left, Position, Guess, Likely                         string
	Replace, Append, Replaces, Appends                             string
	NoProblems, Problems, BadRows, Row, More                       string
	Taking, Bad, NoProblem                                         string
	KeyColumn, KeyHeader, KeyMode, KeySheet, KeyProblems           string
	KeyTake                                                        string
}

func englishImport() Import {
	return Import{
		Title: "Rows from a file", PasteTitle: "Pasted rows", AskPath: "File",
		Samples: "samples with faults in them: %s",
		AskHint: "path of a CSV or XLSX file; tab completes it", Reading: "Reading %s: %d %%", Judging: "Looking at the rows",
		Sheet: "sheet", Parted: "separated by %s", Header: "header in row %d", NoHeader: "no header", Size: "rows: %d",
		Nothing: "nothing", Left: "Left out: %s", Position: "column %s", Guess: "a guess", Likely: "likely",
		Replace: "Instead of the rows that are there (%d)", Append: "Below the rows that are there (%d)",
		Replaces: "space replaces them", Appends: "space keeps them",
		NoProblems: "Nothing to report about the rows.", Problems: "to look at: %d", BadRows: "rows with problems: %d", Row: "row %s",
		More:   "and %d more",
		Taking: "Taking the rows",
		Bad:    "%d with problems", NoProblem: "No row has a problem that holds this step.",
		KeyColumn: "column", KeyHeader: "header row", KeyMode: "replace or append", KeySheet: "sheet", KeyProblems: "problems",
		KeyTake: "take",
	}
}
