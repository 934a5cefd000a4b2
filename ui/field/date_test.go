package field

import (
	"strings"
	"testing"

	"lotse/flows/words"
)

// TestADayAsItsLanguageWritesIt: what is kept is the same, what stands in the
// field is what the language writes and reads.
func TestADayAsItsLanguageWritesIt(t *testing.T) {
	for lang, want := range map[string]string{words.English: "2026-12-05", words.German: "05.12.2026", words.Finnish: "5.12.2026"} {
		k := testKit()
		k.Lang, k.Text = lang, words.For(lang)
		d := k.Date("2026-12-05")
		d.Focus()
		if shown := strings.Join(d.Lines(), "\n"); strings.Count(shown, want) != 2 {
			t.Errorf("%s: %q", lang, shown)
		}
		if got := d.Value(); got != "2026-12-05" {
			t.Errorf("%s: the value is %v", lang, got)
		}
		if got := k.Date("soon").Value(); got != "soon" {
			t.Errorf("%s: what is no day became %v", lang, got)
		}
	}
}
