package register

import (
	"fmt"

	"lotse/flows"
)

// Fault is why a file cannot be taken. Its sentence is for a person and names
// the place and the way out.
type Fault struct {
	Code   FaultCode
	Row    int // the line as an editor counts, or the sheet's row; 0: the whole file
	Column int // 1 is the first; 0: the whole row
	Text   string
}

// Error is the sentence, with its place before it.
func (f *Fault) Error() string {
	switch {
	case f.Row > 0 && f.Column > 0:
		return fmt.Sprintf("row %d, column %d: %s", f.Row, f.Column, f.Text)
	case f.Row > 0:
		return fmt.Sprintf("row %d: %s", f.Row, f.Text)
	}
	return f.Text
}

// FaultCode tells faults apart.
type FaultCode string

// The codes of faults.
const (
	FaultEmpty    FaultCode = "empty"         // nothing in it
	FaultLimit    FaultCode = "limit"         // over a limit, which is named
	FaultQuote    FaultCode = "quote_open"    // a quote that never closes; Row is where it opened
	FaultNul      FaultCode = "nul"           // a NUL byte: no text
	FaultEncoding FaultCode = "encoding"      // not in the encoding it is in elsewhere, or an unknown one
	FaultKind     FaultCode = "kind"          // neither CSV nor XLSX
	FaultBroken   FaultCode = "broken"        // an XLSX that cannot be read
	FaultSheet    FaultCode = "sheet"         // no such sheet
	FaultChanged  FaultCode = "changed"       // the file became shorter or longer while it was read
	FaultHeader   FaultCode = "header"        // no such header row
	FaultColumn   FaultCode = "column"        // no such column in the file or the list
	FaultTwice    FaultCode = "column_twice"  // a name that two columns have
	FaultDialect  FaultCode = "dialect"       // an unknown delimiter
	FaultMissing  FaultCode = "column_needed" // a required column of the list that the file does not fill
)

func faultf(code FaultCode, row, column int, format string, args ...any) *Fault {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = Short(s)
		}
	}
	return &Fault{Code: code, Row: row, Column: column, Text: fmt.Sprintf(format, args...)}
}

// ours is a text of our own in a sentence: it is not shortened.
type ours string

// Short is a text from outside as a sentence can name it: one clean line that
// fits.
func Short(s string) string {
	const most = 60
	if len(s) > 4*most {
		s = s[:4*most]
	}
	s = flows.CleanLine(s)
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return s
}
