package bundle_test

import (
	"archive/zip"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"lotse/flows/bundle"
)

func TestOpen(t *testing.T) {
	var b strings.Builder
	z := zip.NewWriter(&b)
	for _, name := range []string{"b.yaml", "a.yaml"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, strings.Repeat("text of "+name+"\n", 1000)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	files := bundle.Open(b.String())
	names, err := fs.Glob(files, "*.yaml")
	if err != nil || !slices.Equal(names, []string{"a.yaml", "b.yaml"}) {
		t.Errorf("names %q, %v", names, err)
	}
	text, err := fs.ReadFile(files, "b.yaml")
	if err != nil || string(text) != strings.Repeat("text of b.yaml\n", 1000) {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	if _, err := files.Open("c.yaml"); err == nil {
		t.Error("a file that is not there")
	}
}

func TestNoArchive(t *testing.T) {
	files := bundle.Open("no archive") // it is not read yet
	defer func() {
		if recover() == nil {
			t.Error("it was taken for an archive")
		}
	}()
	_, _ = files.Open("a.yaml")
}
