// Package readme holds the tables of the README against what there is in the
// program. It is for tests alone, and imports nothing of Lotse: whoever has the
// things makes the rows.
package readme

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update-readme", false, "write the README's tables anew")

// Table proves that the README has a table with this head and these rows, and
// nothing else in it; with -update-readme it writes them.
func Table(t *testing.T, head string, rows []string) {
	t.Helper()
	path := find(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	begin := strings.Index(text, head)
	if begin < 0 {
		t.Fatalf("the README has no table %s", head)
	}
	end := begin + strings.Index(text[begin:]+"\n\n", "\n\n")
	want := head + "\n|" + strings.Repeat("---|", strings.Count(head, "|")-1) + "\n" + strings.Join(rows, "\n")
	switch {
	case text[begin:end] == want:
	case !*update:
		t.Errorf("the README's table is not what there is (-update-readme):\n%s\nwant\n%s", text[begin:end], want)
	default:
		if err := os.WriteFile(path, []byte(text[:begin]+want+text[end:]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// find is the README's path, in the folder of go.mod above the test.
func find(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "README.md")
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("there is no go.mod above the test")
		}
	}
}
