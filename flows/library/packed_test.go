//go:build packed

package library_test

import (
	"io/fs"
	"os"
	"testing"

	"lotse/flows/library"
)

// TestPacked: what is packed is what lies here, and nothing else.
func TestPacked(t *testing.T) {
	lie, err := fs.Glob(os.DirFS("."), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	packed, err := fs.Glob(library.FS, "*")
	if err != nil || len(packed) != len(lie) {
		t.Errorf("packed %q, here lie %q, %v", packed, lie, err)
	}
	for _, name := range lie {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := fs.ReadFile(library.FS, name); err != nil || string(got) != string(want) {
			t.Errorf("%s: %d bytes, want %d, %v", name, len(got), len(want), err)
		}
	}
}
