//go:build campaign

package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lotse/flows/document/browsertest"
	"lotse/flows/document/paper"
)

// poppler runs a program of poppler-utils.
func poppler(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing: install poppler-utils", name)
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Fatalf("%s %q: %v\n%s", name, args, err, stderr.String())
	}
	return string(out)
}

// saved is a document as a PDF on the disk.
func saved(t *testing.T, d *paper.Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(path, bytesOfPDF(t, d), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// between the margins is where pdftotext looks: it takes whole points.
var body = []string{"-raw", "-nopgbrk", "-x", "0", "-y", "50", "-W", "596", "-H", "736"}

// TestPDFForAnotherReader: another program reads the same texts in the same order.
func TestPDFForAnotherReader(t *testing.T) {
	for _, lang := range []string{"en", "de", "fi"} {
		d := report(lang)
		wantSaid(t, poppler(t, "pdftotext", append(body, saved(t, d), "-")...), allOnPDF(said(d)))
	}
	for _, text := range hostile {
		t.Run(text[:min(len(text), 12)], func(t *testing.T) {
			d := everywhere("¶" + text)
			d.Mark, d.Foot = "", ""
			got := poppler(t, "pdftotext", append(body, saved(t, d), "-")...)
			if at := strings.LastIndex(got, "Characters that the font"); at >= 0 {
				got = got[:at]
			}
			wantSaid(t, got, allOnPDF(said(d)))
		})
	}
}

// TestPDFIsWhole: another program finds nothing wrong with the file; its fonts are
// embedded, and it says its title, its pages and where it leads.
func TestPDFIsWhole(t *testing.T) {
	path := saved(t, report("de"))
	fonts := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", path)), "\n")[2:]
	if len(fonts) != 3 {
		t.Errorf("%d fonts:\n%s", len(fonts), strings.Join(fonts, "\n"))
	}
	for _, f := range fonts {
		if !regexp.MustCompile(`Identity-H +yes +\w+ +yes`).MatchString(f) {
			t.Errorf("a font is not embedded, or its letters cannot be copied: %s", f)
		}
	}
	info := poppler(t, "pdfinfo", path)
	for _, want := range []string{"Title:           TecCom import for Müller & Söhne GmbH", "Page size:       595.28 x 841.89 pts (A4)", "JavaScript:      no", "Pages:           2"} {
		if !strings.Contains(info, want) {
			t.Errorf("the file does not say %q:\n%s", want, info)
		}
	}
	urls := poppler(t, "pdfinfo", "-url", path)
	if !strings.Contains(urls, "https://portal.example.org/apps?id=12&view=full") || !strings.Contains(urls, "mailto:einkauf.mueller@gmx.example") {
		t.Errorf("it leads to:\n%s", urls)
	}
}

// TestPagesAsTheyAreSeen: no page is blank, and nothing runs beyond the margins.
func TestPagesAsTheyAreSeen(t *testing.T) {
	columns := make([]string, 30)
	for i := range columns {
		columns[i] = fmt.Sprintf("column %d of many", i)
	}
	for name, d := range map[string]*paper.Document{
		"report": report("fi"), "rows": long(150), "a long word": everywhere(strings.Repeat("W", 3000)), "a long text": everywhere(strings.Repeat("many words ", 300)),
		"columns": {Title: "t", Blocks: []paper.Block{paper.Table{Head: columns, Rows: rowsOf(columns, columns)}}},
		"hostile": everywhere(strings.Join(hostile, " ")),
	} {
		prefix := filepath.Join(t.TempDir(), "page")
		poppler(t, "pdftoppm", "-r", "72", "-png", saved(t, d), prefix)
		pages, err := filepath.Glob(prefix + "*.png")
		if err != nil || len(pages) == 0 {
			t.Fatalf("%s: %d pages, %v", name, len(pages), err)
		}
		for _, path := range pages {
			inside, outside := dots(browsertest.Picture(t, path))
			if inside < 40 {
				t.Errorf("%s: %s has %d dots between its margins", name, filepath.Base(path), inside)
			}
			if outside > 0 {
				t.Errorf("%s: %s has %d dots beyond its margins", name, filepath.Base(path), outside)
			}
		}
	}
}

// dots counts the points of a page at 72 to the inch that are not white: between
// the margins, and beyond those at its sides.
func dots(page image.Image) (inside, outside int) {
	for y := page.Bounds().Min.Y; y < page.Bounds().Max.Y; y++ {
		for x := page.Bounds().Min.X; x < page.Bounds().Max.X; x++ {
			if r, g, b, _ := page.At(x, y).RGBA(); min(r, g, b) > 0xd000 {
				continue
			}
			switch {
			case x < 52 || x > 595-52:
				outside++
			case y > 56 && y < 842-56:
				inside++
			}
		}
	}
	return inside, outside
}
