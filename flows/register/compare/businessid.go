package compare

import "strings"

// normalID is a business id as it is compared: the eight digits of a Finnish
// one whose check digit fits, with or without FI before them, or in capitals the
// VAT number of another country: two letters, then 2 to 13 letters and digits,
// at least two of them digits. Blanks, hyphens and dots do not count, and a zero
// that the first of eight digits lost (a spreadsheet; the old form 123456-7) is
// put back. ok is false for what is none of these; eight zeros are none.
func normalID(s string) (id string, ok bool) {
	var buf [maxID]byte
	n, fits := squeeze(&buf, s)
	if !fits || n == 0 {
		return "", false
	}
	b := buf[:n]
	if n > 2 && isLetter(b[0]) && isLetter(b[1]) && (b[0] != 'F' || b[1] != 'I') {
		return string(b), isForeignID(b)
	}
	if b[0] == 'F' && n > 2 && b[1] == 'I' {
		b = b[2:]
	}
	if len(b) == 7 {
		copy(buf[1:8], b)
		buf[0] = '0'
		b = buf[:8]
	}
	return string(b), isFinnishID(b)
}

// maxID is the length of the longest business id.
const maxID = 15

// squeeze writes what counts of a business id in capitals; fits is false where
// it is too long or has a character that no id has.
func squeeze(to *[maxID]byte, s string) (n int, fits bool) {
	for _, c := range s {
		switch {
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '-' || c == '.' || isBlank(c) || strings.ContainsRune(hyphens, c):
			continue
		default:
			return 0, false
		}
		if n == maxID {
			return 0, false
		}
		to[n] = byte(c)
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

// isFinnishID holds the check digit: weights 7 9 10 5 8 4 2, modulo 11; a
// remainder of 1 is never issued.
func isFinnishID(b []byte) bool {
	if len(b) != 8 {
		return false
	}
	sum, any := 0, byte('0')
	for i, c := range b {
		if isLetter(c) {
			return false
		}
		sum += int("\x07\x09\x0a\x05\x08\x04\x02\x00"[i]) * int(c-'0')
		any |= c
	}
	return any != '0' && sum%11 != 1 && b[7] == "0?987654321"[sum%11]
}
