package compare

import (
	"strings"
	"unicode/utf8"

	"lotse/flows/register"
)

// normalID is a business id as it is compared: the eight digits of a Finnish
// one whose check digit fits, with or without FI before them, or in capitals the
// VAT number of another country: two letters, then 2 to 13 letters and digits,
// at least two of them digits. Blanks, hyphens and dots do not count, and a zero
// that the first of eight digits lost (a spreadsheet; the old form 123456-7) is
// put back. ok is false for what is none of these; eight zeros are none.
func normalID(s string) (id string, ok bool) {
	var buf [maxID + 1]byte
	buf[0] = '0'
	n, fits := squeeze(buf[1:], s)
	if !fits || n == 0 {
		return "", false
	}
	b := buf[1 : 1+n]
	if n > 2 && isLetter(b[0]) && isLetter(b[1]) && (b[0] != 'F' || b[1] != 'I') {
		return string(b), isForeignID(b)
	}
	if n > 2 && b[0] == 'F' && b[1] == 'I' {
		b, buf[2] = b[2:], '0'
	}
	if len(b) == 7 { // the zero stands before them
		b = buf[1+n-8 : 1+n]
	}
	return string(b), isFinnishID(b)
}

// The check digit of a Finnish business id is that of the sum of its digits by
// their weights, modulo 11; where that is 1 the number is never issued.
const (
	weights     = "\x07\x09\x0a\x05\x08\x04\x02\x00"
	checkDigits = "0?987654321"
)

// maxID is the length of the longest business id.
const maxID = 15

// squeeze writes what counts of a business id in capitals; fits is false where
// it is too long or has a character that no id has.
func squeeze(to []byte, s string) (n int, fits bool) {
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9' || c >= 'A' && c <= 'Z':
		case c == '-' || c == '.' || c == ' ':
			continue
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case register.IsBlank(c) || c >= utf8.RuneSelf && strings.ContainsRune(hyphens, c):
			continue
		default:
			return 0, false
		}
		if n == len(to) {
			return 0, false
		}
		to[n] = byte(c) //nolint:gosec // a letter or digit
		n++
	}
	return n, true
}

// hyphens are those that a keyboard or a word processor writes for one.
const hyphens = "\u2010\u2011\u2012\u2013\u2014\u2212"

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' }

func isForeignID(b []byte) bool {
	digits := 0
	for _, c := range b[2:] {
		if !isLetter(c) {
			digits++
		}
	}
	return digits >= 2
}

func isFinnishID(b []byte) bool {
	if len(b) != 8 {
		return false
	}
	sum, any := 0, byte('0')
	for i, c := range b {
		if isLetter(c) {
			return false
		}
		sum += int(weights[i]) * int(c-'0')
		any |= c
	}
	return any != '0' && sum%11 != 1 && b[7] == checkDigits[sum%11]
}
