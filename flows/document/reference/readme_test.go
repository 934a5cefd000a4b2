package reference_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lotse/flows/document/reference"
)

var update = flag.Bool("update-readme", false, "write the tables of the READMEs anew")

// TestReadmeTables holds the tables of the READMEs against what there is.
func TestReadmeTables(t *testing.T) {
	for topic, path := range map[string]string{
		"rules":     "../../README.md",
		"checks":    "../../check/README.md",
		"faults":    "../../check/README.md",
		"registers": "../../register/README.md",
	} {
		table, ok := reference.Of(topic, "en")
		if !ok {
			t.Fatalf("there is no table of %s", topic)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, want := string(raw), table.Markdown()
		head, _, _ := strings.Cut(want, "\n")
		begin := strings.Index(text, head)
		if begin < 0 {
			t.Errorf("%s has no table %s", path, head)
			continue
		}
		end := begin + strings.Index(text[begin:]+"\n\n", "\n\n")
		switch {
		case strings.TrimRight(text[begin:end], "\n") == want:
		case *update:
			if err := os.WriteFile(path, []byte(text[:begin]+want+text[end:]), 0o600); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: the table is not what there is (-update-readme):\n%s\nwant\n%s", path, text[begin:end], want)
		}
	}
}
