package library_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
)

// TestReadmeExamples holds the README's procedure and its overlay against the
// language. The overlay is a part only, so what it lacks is no fault.
func TestReadmeExamples(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?\n)```\n").FindAllSubmatch(readme, -1)
	if len(blocks) != 2 {
		t.Fatalf("the README has %d examples in YAML, want a procedure and its overlay", len(blocks))
	}
	files := fstest.MapFS{
		"newsletter-sender.yaml":    {Data: blocks[0][1]},
		"newsletter-sender.de.yaml": {Data: blocks[1][1]},
	}
	for _, fault := range flows.Lint(files, "newsletter-sender", specs()) {
		if !strings.HasSuffix(fault.File, ".de.yaml") || !strings.Contains(fault.Message, "is not translated") {
			t.Error(fault)
		}
	}
}
