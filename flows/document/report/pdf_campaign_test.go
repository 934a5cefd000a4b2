//go:build campaign

package report_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestPDFSaysWhatTheMarkdownSays: another program reads in the PDF of each report
// the words of its Markdown, in their order.
func TestPDFSaysWhatTheMarkdownSays(t *testing.T) {
	for _, c := range drives {
		d := begin(t, procedure(t, c.procedure), run.Real, "Muster GmbH")
		d.toEnd(c.answers)
		for _, lang := range words.Languages() {
			t.Run(c.procedure+"."+lang, func(t *testing.T) {
				r := d.record(lang, false)
				shown, _ := onPage(rendered(t, written(t, paper.Markdown, report.Document(r))))
				shown = shown[:strings.LastIndex(shown, "Lotse "+r.Version)] // stands at the foot of each page
				said, left := spelled(shown), spelled(readPDF(t, written(t, onPages, r)))
				if len(said) < 100 {
					t.Fatalf("only %d words are compared", len(said))
				}
				pages := strings.Join(left, "")
				for i, word := range said {
					at := strings.Index(pages, word)
					if at < 0 {
						t.Fatalf("%q, behind %q, is not in the PDF; there is %.60q", word, said[max(i-3, 0):i], pages)
					}
					pages = pages[at+len(word):]
				}
			})
		}
	}
}

// spelled are the words of a text without what stands between them.
func spelled(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// readPDF is the text of a PDF between the heads and feet of its pages.
func readPDF(t *testing.T, pages []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, pages, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", "-nopgbrk", "-x", "0", "-y", "50", "-W", "596", "-H", "736", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext of poppler-utils: %v", err)
	}
	return string(out)
}
