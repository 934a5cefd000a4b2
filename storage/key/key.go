// Package key says how stores compare names, read a query, find words, tell places in a
// list and keep what a list shows, so that every Store does it alike. It imports
// flows/run and x/text.
package key

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// Name is a name as it is kept and compared: valid UTF-8, NFC, trimmed.
func Name(s string) string {
	return strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// Fold is a name's form that knows no case.
func Fold(s string) string { return norm.NFC.String(cases.Fold().String(Name(s))) }

// End is the first string after all that begin with the prefix, byte by byte, and
// valid UTF-8 after a prefix that is; false where there is none.
func End(prefix string) (string, bool) {
	for prefix != "" {
		last, size := utf8.DecodeLastRuneInString(prefix)
		before := prefix[:len(prefix)-size]
		switch {
		case last == utf8.RuneError && size == 1:
			if b := prefix[len(before)]; b < 0xff {
				return before + string([]byte{b + 1}), true
			}
		case last == beforeSurrogates:
			return before + string(afterSurrogates), true
		case last < utf8.MaxRune:
			return before + string(last+1), true
		}
		prefix = before
	}
	return "", false
}

// Between them are numbers that are no characters.
const (
	beforeSurrogates = '\ud7ff'
	afterSurrogates  = '\ue000'
)

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

// Limit is the size of a page of which n is asked for.
func Limit(n int) (int, error) {
	switch {
	case n == 0:
		return defaultLimit, nil
	case n < 0 || n > maxLimit:
		return 0, flows.Refuse(flows.ErrUsage, nil, "store.page_size", "most", maxLimit, "n", n)
	}
	return n, nil
}

// Instant is a time as stores keep it: UTC, to the millisecond.
func Instant(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
