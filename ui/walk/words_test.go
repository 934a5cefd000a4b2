package walk

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lotse/flows/words"
)

// TestEverySentenceIsThere holds that each message of the dialogue has a
// sentence, and that what it names is in it.
func TestEverySentenceIsThere(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`"(dialogue\.[a-z_]+)"`)
	n := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		source, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(source), -1) {
			if n++; !words.Has(m[1]) {
				t.Errorf("%s: there is no sentence for %s", f, m[1])
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d codes were found", n)
	}
}
