package register

import (
	"strings"
	"unicode/utf8"
)

// A program that writes for a spreadsheet makes formulas of codes, and a
// spreadsheet or a script writes codes as the numbers for which it took them.
// What such a cell stands for is another text than what it has.

// isTextFormula reports whether a cell is ="text", a formula that is a text: Excel
// keeps 0017 of ="0017".
func isTextFormula[C string | []byte](cell C) bool {
	if len(cell) < 3 || cell[0] != '=' || cell[1] != '"' || cell[len(cell)-1] != '"' {
		return false
	}
	for i := 2; i < len(cell)-1; i++ {
		if cell[i] != '"' {
			continue
		}
		if i++; i == len(cell)-1 || cell[i] != '"' { // a formula of several texts
			return false
		}
	}
	return true
}

// PlainFormula is what a cell stands for that is a formula of a text (="0017") or of
// digits (=17); any other is itself.
func PlainFormula(cell string) (plain string, was bool) {
	switch {
	case len(cell) < 2 || cell[0] != '=':
		return cell, false
	case IsDigits(cell[1:]):
		return cell[1:], true
	case !isTextFormula(cell):
		return cell, false
	}
	return strings.TrimFunc(strings.ReplaceAll(cell[2:len(cell)-1], `""`, `"`), IsBlank), true
}

// apostrophes are those that make a text of a cell.
var apostrophes = []string{"'", "\u2019"}

// WithoutApostrophe is a cell without the apostrophe by which a spreadsheet makes
// a text of it; some writers have one at the end as well.
func WithoutApostrophe(cell string) (plain string, was bool) {
	for _, a := range apostrophes {
		if rest, ok := strings.CutPrefix(cell, a); ok {
			return strings.TrimFunc(strings.TrimSuffix(rest, a), IsBlank), true
		}
	}
	return cell, false
}

// NumberForm is how a code looks that may be a number.
type NumberForm int

// The forms.
const (
	NoNumber   NumberForm = iota
	Digits                // 1002
	Decimals              // 1002.0
	Grouped               // 1 002, 1.002, 1,002.00
	OtherForms            // 1.2, 10.5, 0.002: a number that is none of these
)

// FormOf is the form of a code, and the digits that it stands for where it is a
// whole number: those of Grouped have three digits behind every separator, which
// is sep, and the first does not begin with 0.
func FormOf(code string) (form NumberForm, digits string, sep rune) {
	if code == "" || code[0] < '0' || code[0] > '9' || code[len(code)-1] < '0' || code[len(code)-1] > '9' {
		return NoNumber, "", 0
	}
	if IsDigits(code) {
		return Digits, code, 0
	}
	groups, seps := splitNumber(code)
	if groups == nil {
		return NoNumber, "", 0
	}
	last := len(groups) - 1
	if point := seps[last-1]; (point == '.' || point == ',') && strings.Trim(groups[last], "0") == "" && len(groups[last]) < 3 && (last == 1 || seps[0] != point) {
		groups, seps = groups[:last], seps[:last-1]
		if last == 1 {
			return Decimals, groups[0], point
		}
	}
	if !areThousands(groups, seps) {
		return OtherForms, "", seps[0]
	}
	return Grouped, strings.Join(groups, ""), seps[0]
}

// splitNumber takes groups of digits and single separators apart; nil for what is
// not made of them.
func splitNumber(code string) (groups []string, seps []rune) {
	const separators = " \u00a0\u2009\u202f.,'\u2019"
	begin := 0
	for i, c := range code {
		switch {
		case c >= '0' && c <= '9':
		case i == begin || !strings.ContainsRune(separators, c):
			return nil, nil
		default:
			groups, seps = append(groups, code[begin:i]), append(seps, c)
			begin = i + utf8.RuneLen(c)
		}
	}
	return append(groups, code[begin:]), seps
}

func areThousands(groups []string, seps []rune) bool {
	if len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for i, sep := range seps {
		if sep != seps[0] || len(groups[i+1]) != 3 {
			return false
		}
	}
	return true
}
