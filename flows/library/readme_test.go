package library_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/words"
)

// TestReadmeExamples holds the README's procedure and its overlay against the
// language. The overlay is a part only, so what it lacks is no fault.
func TestReadmeExamples(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, block := range regexp.MustCompile("(?s)```yaml\n(.*?\n)```\n").FindAllSubmatch(readme, -1) {
		switch {
		case bytes.HasPrefix(block[1], []byte("procedure: newsletter-sender\n")):
			files["newsletter-sender.yaml"] = &fstest.MapFile{Data: block[1]}
		case bytes.HasPrefix(block[1], []byte("of: newsletter-sender\n")):
			files["newsletter-sender.de.yaml"] = &fstest.MapFile{Data: block[1]}
		}
	}
	if len(files) != 2 {
		t.Fatalf("the README has %d of its examples, a procedure and its overlay", len(files))
	}
	for _, fault := range flows.Lint(files, "newsletter-sender", specs()) {
		if !strings.HasSuffix(fault.File, ".de.yaml") || !strings.Contains(words.Say("en", fault.Message), "is not translated") {
			t.Error(fault)
		}
	}
}
