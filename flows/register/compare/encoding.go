package compare

import (
	"slices"
	"unicode/utf8"

	"lotse/flows/register"
)

// encodingCheck is what the letters of a register say of its encoding.
type encodingCheck struct {
	better string // the encoding that they have, and the file was not read in; "": none
	guess  string // the encoding that they may have
	odd    register.RowTally
	twice  register.RowTally
}

// checkEncoding looks whether the letters are those of words.
func (r *Register) checkEncoding(l *layout) {
	r.checkCodePage(l)
	if r.normalized.letters.better == "" && slices.ContainsFunc(r.texts, register.MayBeDoubleEncoded) {
		r.checkDoubleEncoding(l)
	}
}

// checkCodePage looks whether the letters are of another encoding of a byte a letter.
func (r *Register) checkCodePage(l *layout) {
	s := &r.normalized.letters
	v := register.GuessEncoding(func(yield func([]byte) bool) {
		for i := range r.Len() {
			for _, text := range []string{r.code(i), r.name(i)} {
				if !isASCII(text) && !yield(register.PageBytes(r.Info.Encoding, text)) {
					return
				}
			}
		}
	}, register.PageOf(r.Info.Encoding))
	isText := l.kind == "csv" && r.Info.Encoding != register.UTF8
	switch {
	case v.Sure && isText:
		s.better = v.Best
		return
	case !v.Sure && !isText, v.Best == "" && !v.Odd:
		return
	}
	s.guess = v.Best
	r.markDoubtful(&s.odd, func(text string) bool { return !isASCII(text) })
}

// checkDoubleEncoding looks whether UTF-8 was made of UTF-8: in all of it, or in some rows.
func (r *Register) checkDoubleEncoding(l *layout) {
	s := &r.normalized.letters
	all := 0
	for i := range r.Len() {
		if !isASCII(r.code(i)) || !isASCII(r.name(i)) {
			all++
		}
	}
	r.markDoubtful(&s.twice, register.IsDoubleEncoded)
	if s.twice.N > 0 && s.twice.N == all && l.kind == "csv" && r.Info.Encoding == register.UTF8 {
		s.better = register.Twice
	}
}

// markDoubtful marks what is in doubt: it is held against nothing.
func (r *Register) markDoubtful(told *register.RowTally, is func(text string) bool) {
	for i := range r.Len() {
		var m marks
		if is(r.name(i)) {
			m |= nameUnread
		}
		if is(r.code(i)) {
			m |= codeUnread
		}
		if r.spans[i].marks |= m; m != 0 {
			told.Add(r.row(i))
		}
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
