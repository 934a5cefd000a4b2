package sqlite_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/storage/sqlite"
)

// refused asserts that a file is not opened, of what kind the error is, and
// that its sentence, which it gives, names the place.
func refused(t *testing.T, path string, kind flows.RefusalKind) flows.Message {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err == nil {
		_ = db.Close()
		t.Fatalf("%q was opened", path)
	}
	r := refusalOf(t, err)
	if r.Kind != kind {
		t.Fatalf("error %v, want %v", err, kind)
	}
	if text := sentence(t, r.Message); !strings.Contains(text, filepath.Dir(path)) {
		t.Fatalf("the place of %q is not told: %q", path, text)
	}
	return r.Message
}

// refusalOf is the refusal that an error has to be.
func refusalOf(t *testing.T, err error) *flows.Refusal {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("no refusal: %v", err)
	}
	return r
}

// sentence is what a person reads of a message: a sentence that there is, with
// all that it names.
func sentence(t *testing.T, m flows.Message) string {
	t.Helper()
	text := words.Say(words.English, m)
	if !words.Has(m.Code) || strings.ContainsAny(text, "{}") || !strings.HasSuffix(text, ".") {
		t.Errorf("no sentence: %q", text)
	}
	return text
}
