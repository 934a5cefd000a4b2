// Package key says how stores compare names, find words and tell places in a
// list, so that every Store does it alike. It imports flows/run and x/text.
package key

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"

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
