package register

import "lotse/flows"

// EncodingFound says which encoding a file has that is not one of the usual.
func EncodingFound(encoding string) Issue {
	return Issue{Code: IssueEncoding, Level: flows.Tell, Message: flows.Msg("register.encoding_found", "encoding", encoding)}
}

// checkEncoding looks whether the letters are those of words: it is the encoding
// that they have where that is another, and else notes what is in doubt.
func (t *Table) checkEncoding() (better string) {
	e := t.Info.Encoding
	if IsUnusual(e) {
		t.notes = append(t.notes, EncodingFound(e))
	}
	odd, twice := false, tally{code: IssueEncoding, level: flows.Warn}
	for _, rec := range t.Records {
		for _, c := range rec.Cells {
			if !HasUncommon(c) {
				continue
			}
			if odd = true; IsDoubleEncoded(c) {
				twice.add(rec.Row, "", "register.letters_twice", "value", flows.Short(c))
			}
		}
	}
	if !odd {
		return ""
	}
	v := GuessEncoding(t.beyondASCII(e), PageOf(e))
	isText := t.Info.Kind == "csv" && e != UTF8
	switch {
	case v.Sure && isText:
		return v.Best
	case v.Sure, isText && v.Best != "":
		t.notes = append(t.notes, Issue{Code: IssueEncoding, Level: flows.Warn, Message: flows.Msg("register.letters", "encoding", v.Best)})
	case isText && v.Odd:
		t.notes = append(t.notes, Issue{Code: IssueEncoding, Level: flows.Warn, Message: flows.Msg("register.letters_odd")})
	}
	t.notes = append(t.notes, twice.issues()...)
	return ""
}

// beyondASCII are the cells with signs beyond ASCII, as the bytes that they have
// in an encoding.
func (t *Table) beyondASCII(encoding string) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for _, rec := range t.Records {
			for _, c := range rec.Cells {
				if hasHigh(c) && !yield(PageBytes(encoding, c)) {
					return
				}
			}
		}
	}
}

func hasHigh(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// PageOf is the encoding as which letters are judged that were read in another:
// see PageBytes.
func PageOf(encoding string) string {
	if pageBytes()[encoding] == nil {
		return Windows
	}
	return encoding
}
