package postgres

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"lotse/flows/run"
	"lotse/storage/key"
)

// escaped is what a text begins with that the server could not keep as it is.
const escaped = `\x`

// kept is a text as a column has it: the text itself, or its bytes in hexadecimal where
// the server would refuse it, which takes neither a zero byte nor anything but UTF-8.
// asWritten gives back exactly the text.
func kept(s string) string {
	if utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 && !strings.HasPrefix(s, escaped) {
		return s
	}
	return escaped + hex.EncodeToString([]byte(s))
}

func asWritten(s string) string {
	code, is := strings.CutPrefix(s, escaped)
	if !is {
		return s
	}
	b, err := hex.DecodeString(code)
	if err != nil {
		return s // nothing that kept gives
	}
	return string(b)
}

// shown is a text of a list, which is made from events: what the server could not keep
// is left out of it.
func shown(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// maxLexeme is the bytes that a word of a tsvector may have.
const maxLexeme = 2046

// lexeme is a word as the server has it in a text, and as it is searched for: without
// marks, and cut off where it is longer than the server's words are.
func lexeme(word string) string {
	word = key.Plain(word)
	if len(word) <= maxLexeme {
		return word
	}
	return strings.ToValidUTF8(word[:maxLexeme], "")
}

// lexemes are the words of an index, each once, with blanks between them: the server
// sorts them itself.
func lexemes(index []run.IndexEntry) string {
	var all strings.Builder
	seen := make(map[string]bool, 4*len(index)) // words, and what they are as lexemes
	seen[""] = true
	isNew := func(w string) bool {
		was := seen[w]
		seen[w] = true
		return !was
	}
	for i := range index {
		for w := range strings.FieldsFuncSeq(strings.ToValidUTF8(index[i].Text, " "), key.IsBetweenWords) {
			if !isNew(w) {
				continue
			}
			if l := lexeme(w); l == w || isNew(l) {
				all.WriteString(l)
				all.WriteByte(' ')
			}
		}
	}
	return strings.TrimSuffix(all.String(), " ")
}
