package register

import "lotse/flows"

// Issue is something about a file, one of its rows or cells that a person has
// to know. It refuses nothing.
type Issue struct {
	Code    IssueCode
	Level   flows.Level
	Row     int    // 0: the whole file
	Column  string // header of the file's column, its number, or a sheet's letter; "" for the row
	Message flows.Message
}

// IssueCode tells issues apart.
type IssueCode string

// The codes of issues.
const (
	IssueQuote       IssueCode = "quote"         // a quote where none belongs, taken as a letter
	IssueRagged      IssueCode = "ragged"        // fewer cells than the header
	IssueSurplus     IssueCode = "surplus"       // more cells than the header; they are left out
	IssueHeader      IssueCode = "second_header" // a row that looks like a header again; left out
	IssueTitle       IssueCode = "title"         // rows above the header, left out
	IssueSheet       IssueCode = "sheets"        // a workbook has other sheets, which were not read
	IssueTotal       IssueCode = "total"         // a row that sums others up, or a page's foot; left out
	IssueBlank       IssueCode = "blank"         // a row without anything of a card; left out
	IssueGuard       IssueCode = "guarded"       // written for a spreadsheet, or by one: read as what it stands for
	IssueFormula     IssueCode = "formula"       // a formula as text, not run; or in a sheet, its last value taken
	IssueNoValue     IssueCode = "formula_empty" // a formula without a value
	IssueMerged      IssueCode = "merged"        // merged cells: only the first has a value
	IssueHidden      IssueCode = "hidden"        // hidden rows, which were read
	IssueSpoilt      IssueCode = "spoilt"        // a number in scientific notation: digits are lost
	IssueRestored    IssueCode = "restored"      // shown in scientific notation, the sheet still has the digits
	IssueZeros       IssueCode = "zeros"         // shorter than the others: leading zeros lost
	IssueEncoding    IssueCode = "encoding"      // an unusual one was found, or the letters may be of another
	IssueUnread      IssueCode = "unread"        // a sign that could not be read
	IssueErrorCell   IssueCode = "error_value"   // #REF!, #N/A and the like
	IssueLeft        IssueCode = "left_out"      // a column that the list does not have
	IssueUnfilled    IssueCode = "unfilled"      // a required column of the list that nothing fills
	IssueAnswer      IssueCode = "answer"        // what the list says of the value
	IssueMore        IssueCode = "more"          // further issues of a kind, counted
	IssueTwice       IssueCode = "duplicate"     // a value that has to be unique stands twice
	IssueDoubt       IssueCode = "in_doubt"      // several columns may as well fill a field; none does
	IssueOtherHeader IssueCode = "other_header"  // columns were chosen for a file with another header
	IssueTwoNames    IssueCode = "same_header"   // two columns have the same name
)
