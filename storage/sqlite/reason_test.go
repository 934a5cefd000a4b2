package sqlite

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows/words"
)

// TestSQLiteIsTranslated: whatever SQLite reports is told in words of ours, in
// every language, and not in its own.
func TestSQLiteIsTranslated(t *testing.T) {
	for code := sqlite3.ErrNo(1); code <= 26; code++ {
		err := fmt.Errorf("migrate: %w", sqlite3.Error{Code: code, ExtendedCode: sqlite3.ErrNoExtended(code), SystemErrno: syscall.EIO})
		for _, lang := range words.Languages() {
			said := words.Say(lang, refusal("/home/a.db", err).Message)
			if !strings.Contains(said, "/home/a.db") || !strings.HasSuffix(said, ".") || strings.Contains(said, sqlite3.ErrNo(code).Error()) || strings.ContainsAny(said, "{}") {
				t.Errorf("code %d, %s: %q", code, lang, said)
			}
		}
	}
}
