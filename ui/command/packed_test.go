//go:build packed

package command

import (
	"os"
	"testing"
)

// TestPackedHelp: the help on JSON that is packed is what lies here.
func TestPackedHelp(t *testing.T) {
	for lang, file := range map[string]string{"en": "json.txt", "de": "json.de.txt", "fi": "json.fi.txt"} {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := jsonHelp(lang); err != nil || got != string(want) {
			t.Errorf("%s: %d bytes, want %d, %v", file, len(got), len(want), err)
		}
	}
}
