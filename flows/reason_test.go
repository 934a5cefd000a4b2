package flows_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// TestReason: a refusal says itself, the system's common errors have a sentence
// in every language, all else keeps its words.
func TestReason(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none.csv")
	_, err := os.Open(missing)
	for _, c := range []struct {
		err  error
		lang string
		want string
	}{
		{fmt.Errorf("read: %w", err), "de", missing + " gibt es nicht"},
		{fmt.Errorf("read: %w", err), "fi", "ei löydy: " + missing},
		{&os.PathError{Op: "open", Path: "a.csv", Err: syscall.EACCES}, "de", "der Zugriff auf a.csv ist nicht erlaubt"},
		{&os.PathError{Op: "write", Path: "a.csv", Err: syscall.ENOSPC}, "en", "there is no room left for a.csv"},
		{&os.PathError{Op: "write", Path: "a.csv", Err: syscall.EROFS}, "de", "a.csv liegt auf einem Datenträger, der sich nur lesen lässt"},
		{&os.PathError{Op: "read", Path: "a.csv", Err: syscall.EISDIR}, "fi", "a.csv on kansio"},
		{&os.PathError{Op: "read", Path: "a.csv", Err: syscall.EIO}, "fi", "levy ilmoittaa virheestä: a.csv"},
		{&os.PathError{Op: "open", Path: "a.csv", Err: syscall.EMFILE}, "de", "es sind zu viele Dateien geöffnet"},
		{&os.PathError{Op: "open", Path: strings.Repeat("a", 9), Err: syscall.ENAMETOOLONG}, "fi", "nimi aaaaaaaaa on liian pitkä"},
		{syscall.EACCES, "de", "der Zugriff auf die Datei ist nicht erlaubt"},
		{flows.Refuse(flows.ErrFull, nil, "file.none", "name", "a.csv").Because(err), "en", "There is no file a.csv."},
		{errors.New("odd"), "de", "odd"},
	} {
		if got := words.Say(c.lang, flows.Reason(c.err)); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
