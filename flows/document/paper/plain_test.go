package paper_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"lotse/flows/document/cells"
	"lotse/flows/document/paper"
)

func textOf(t testing.TB, d *paper.Document, width int) string {
	t.Helper()
	var b strings.Builder
	if err := paper.Text(&b, d, width); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	got := textOf(t, report("de"), 60)
	for _, want := range []string{
		"REHEARSAL\n\nTecCom import for Müller & Söhne GmbH\n=====================================\n",
		"\n! Warnung: The contact address is a free mailbox. Nobody has\n           said why it may stay.\n",
		"\n✓ The certificate of the portal is valid until 3 March 2027.\n",
		"\nClient id and secret · ✓ done\n-----------------------------\n",
		"\nContact: einkauf.mueller@gmx.example · ! accepted\n    A free mailbox: whoever leaves takes it along.\n",
		"Read it at the portal\n<https://portal.example.org/apps?id=12&view=full>, under\nSettings › Integrations › API access.\n",
		"\nRow: 3\nOrganisation: Pohjola Varaosat Oy\nNumber: FI-0112038-9\nCity: Jyväskylä\nResult: the number is there twice\n",
		"\n[x] The client is active in the portal\n    screenshot.png", "\n[ ] The old client", "\n1. Open the portal.\n2. Choose Clients › New",
		"\n        client id    muster-import-01\n", "\n\nlotse 1.4.0 · run 7f3a2c · head 9d41 c0de 77ab\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
}

var angled = regexp.MustCompile(`<https?:[^>]*>|\[[x ]\]|[=-]{5,}`)

// TestTextSaysTheSame: it says what the other formats say; wide or narrow, no line
// is wider.
func TestTextSaysTheSame(t *testing.T) {
	for _, width := range []int{0, 40, 80} {
		d := report("fi")
		d.Blocks = d.Blocks[:len(d.Blocks)-1] // letters are not broken
		text := textOf(t, d, width)
		for _, l := range strings.Split(text, "\n") {
			if width > 0 && cells.Width(l) > width {
				t.Errorf("%d: a line is %q", width, l)
			}
		}
		// A table is said row by row, with its head in each.
		for i, b := range d.Blocks {
			if table, ok := b.(paper.Table); ok && table.None == "" {
				var points []paper.Line
				for row := range table.Rows {
					for k := range row {
						points = append(points, paper.Say(table.Head[k]), paper.Say(row[k]))
					}
				}
				d.Blocks[i] = paper.List{Points: points}
			}
		}
		wantSaid(t, angled.ReplaceAllString(text, ""), append(append([]string{d.Mark}, said(d)...), d.Foot))
	}
}

func TestTextOfHostileTexts(t *testing.T) {
	for _, s := range hostile {
		text := textOf(t, everywhere(s), 40)
		if strings.ContainsFunc(text, func(r rune) bool {
			return r < ' ' && r != '\n' || r == 0x7f || r >= 0x202a && r <= 0x202e || r == 0x2066
		}) {
			t.Errorf("%q steers: %q", s, text)
		}
		if squeezed(s) != "" && strings.Count(squeezed(text), squeezed(shown(s))) < 10 {
			t.Errorf("%q is not said:\n%s", s, text)
		}
	}
	if err := paper.Text(full{}, everywhere("x"), 40); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
