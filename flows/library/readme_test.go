package library_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
)

// TestReadmeExample holds the example procedure of the README against the
// language.
func TestReadmeExample(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "```yaml\n")
	example, _, ended := strings.Cut(rest, "\n```\n")
	if !found || !ended {
		t.Fatal("the README has no example in YAML")
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(example, "procedure: "), "\n")
	files := fstest.MapFS{name + ".yaml": {Data: []byte(example)}}
	for _, fault := range flows.Lint(files, name, specs()) {
		t.Error(fault)
	}
}
