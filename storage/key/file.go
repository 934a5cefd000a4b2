package key

import (
	"encoding/hex"
	"strings"
	"unicode"
)

// Sum reports whether s is a SHA-256 as files are named by.
func Sum(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32 && s == strings.ToLower(s)
}

const maxFileName = 255

// FileName is the last part of a file's name, of whatever system, without what
// cannot be printed.
func FileName(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = s[strings.LastIndexAny(s, `/\`)+1:]
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	for len(s) > maxFileName {
		r := []rune(s)
		s = string(r[:len(r)-1])
	}
	return Name(s)
}
