package desk

import (
	"strings"
	"testing"

	"lotse/flows/words"
)

// TestPrintKeys has every binding printed, with the place and with the why not.
func TestPrintKeys(t *testing.T) {
	for _, lang := range []string{"en", "de", "fi"} {
		var out strings.Builder
		if err := PrintKeys(&out, lang); err != nil {
			t.Fatal(err)
		}
		all := Bindings(words.For(lang))
		for _, b := range all {
			row := strings.Join(strings.Fields(b.Key+" "+b.Does+" "+b.NotWhy), " ")
			if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), row) || !strings.Contains(out.String(), b.Where+"\n") {
				t.Errorf("%s: %+v is not printed", lang, b)
			}
		}
		if len(all) < 40 {
			t.Errorf("%s: %d bindings", lang, len(all))
		}
	}
}
