// Package key says how stores compare names, find words and tell places in a
// list, so that every Store does it alike. It imports flows/run and x/text.
package key

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/flows/run"
)

// Name is a name as it is kept and compared: valid UTF-8, NFC, trimmed.
func Name(s string) string {
	return strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// Fold is a name's form that knows no case.
func Fold(s string) string { return norm.NFC.String(cases.Fold().String(Name(s))) }

// End is the first string after all that begin with the prefix, byte by byte;
// false where there is none.
func End(prefix string) (string, bool) {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xff {
			b[i]++
			return string(b[:i+1]), true
		}
	}
	return "", false
}

const maxWords = 16

// Words are the words of a text to search for, in lower case and without
// anything that a search language could read as a sign; at most 16.
func Words(s string) []string {
	words := strings.FieldsFunc(strings.ToValidUTF8(s, " "), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.N, unicode.M)
	})
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	return words
}

// Searchable is a text as it is kept to be searched: valid UTF-8, without the
// zero bytes that end it for some.
func Searchable(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", " "), " ")
}

// Plain is a word without marks: "müller" and "muller" are one to a search.
func Plain(word string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word)))
}

// Cursor names the place after a run in a list with the newest change first.
func Cursor(changed time.Time, id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(changed.UnixMilli(), 10) + " " + id))
}

// Place reads a Cursor: changed in milliseconds, and the id.
func Place(cursor string) (int64, string, error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		at, id, found := strings.Cut(string(b), " ")
		if changed, err := strconv.ParseInt(at, 10, 64); found && err == nil {
			return changed, id, nil
		}
	}
	return 0, "", flows.Refuse(flows.ErrUsage, nil, "store.no_place", "place", flows.Short(cursor))
}

// The sizes of a page.
const (
	maxLimit     = 500
	defaultLimit = 50
)

// Limit is the size of a page that a query asks for.
func Limit(q run.Query) (int, error) {
	switch {
	case q.Limit == 0:
		return defaultLimit, nil
	case q.Limit < 0 || q.Limit > maxLimit:
		return 0, flows.Refuse(flows.ErrUsage, nil, "store.page_size", "most", maxLimit, "n", q.Limit)
	}
	return q.Limit, nil
}

// Instant is a time as stores keep it: UTC, to the millisecond.
func Instant(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
