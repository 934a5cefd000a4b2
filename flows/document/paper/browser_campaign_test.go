//go:build campaign

package paper_test

import (
	"image/color"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"lotse/flows/document/browsertest"
	"lotse/flows/document/paper"
)

// savedPage is a document as a page on the disk, by its address.
func savedPage(t *testing.T, page string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "document.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// TestPageInABrowser: a browser sees every text, has nothing to complain of and
// asks for nothing, whatever stands in the texts; and where something got through
// as markup, the policy holds all the same.
func TestPageInABrowser(t *testing.T) {
	var asked atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer other.Close()
	d := report("de")
	attack := `<script>document.title="RAN"</script><img src="` + other.URL + `/x.png" onerror="document.title='RAN'"><link rel=stylesheet href="` + other.URL + `">`
	for name, d := range map[string]*paper.Document{"report": d, "attack": everywhere(attack), "hostile": everywhere(strings.Join(hostile, " | "))} {
		dom, log := browsertest.Run(t, "--dump-dom", savedPage(t, htmlOf(t, d)))
		wantSaid(t, bodyText(t, dom), append(append([]string{d.Mark}, said(d)...), d.Foot))
		if strings.Contains(log, "CONSOLE") || strings.Contains(dom, "<title>RAN") {
			t.Errorf("%s: the browser complains, or a script ran:\n%s", name, log)
		}
	}
	bare := strings.Replace(htmlOf(t, d), "</main>", attack+"<style>body { background: url("+other.URL+"/y.png) }</style></main>", 1)
	if dom, log := browsertest.Run(t, "--dump-dom", savedPage(t, bare)); strings.Contains(dom, "<title>RAN") || !strings.Contains(log, "CONSOLE") {
		t.Errorf("a script ran, or the policy said nothing:\n%s", log)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("%d things were asked for", n)
	}
}

// TestPageInLightAndDark: the page has its two looks.
func TestPageInLightAndDark(t *testing.T) {
	address := savedPage(t, htmlOf(t, report("en")))
	const width, height = 1000, 1400
	for scheme, looks := range map[string]struct{ back, band, bad color.RGBA }{
		browsertest.Light: {color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0x7a, 0x52, 0, 0xff}, color.RGBA{0xa4, 0, 0, 0xff}},
		browsertest.Dark:  {color.RGBA{0x16, 0x18, 0x1d, 0xff}, color.RGBA{0xe0, 0xb8, 0x60, 0xff}, color.RGBA{0xff, 0x9a, 0x9a, 0xff}},
	} {
		seen := browsertest.Colours(browsertest.Shoot(t, address, width, height, scheme))
		if seen[looks.back] < width*height/2 || seen[looks.band] < width*20 || seen[looks.bad] < 100 {
			t.Errorf("%s: %d points of the ground, %d of the mark, %d of what is bad", scheme, seen[looks.back], seen[looks.band], seen[looks.bad])
		}
	}
}

// TestPageInANarrowWindow: at 360 points nothing is wider than the window, but for
// a table, which is moved by itself.
func TestPageInANarrowWindow(t *testing.T) {
	for name, d := range map[string]*paper.Document{"report": report("en"), "a long word": everywhere(strings.Repeat("W", 3000)), "hostile": everywhere(strings.Join(hostile, " "))} {
		address := savedPage(t, htmlOf(t, d))
		frame := `<!doctype html><title>none</title><iframe src="` + filepath.Base(address) + `" style="width:360px;height:800px;border:0" onload="document.title=this.contentDocument.documentElement.scrollWidth"></iframe>`
		outer := filepath.Join(filepath.Dir(strings.TrimPrefix(address, "file://")), "frame.html")
		if err := os.WriteFile(outer, []byte(frame), 0o600); err != nil {
			t.Fatal(err)
		}
		dom, log := browsertest.Run(t, "--allow-file-access-from-files", "--dump-dom", "file://"+outer)
		if !strings.Contains(dom, "<title>360</title>") {
			t.Errorf("%s: the page is wider than its window: %.120s\n%s", name, dom, log)
		}
	}
}

// TestPageOnPaper: printed on A4 it has every row and, on each page, its mark and
// the head of the table.
func TestPageOnPaper(t *testing.T) {
	const rows = 150
	d := long(rows)
	path := filepath.Join(t.TempDir(), "print.pdf")
	browsertest.Run(t, "--no-pdf-header-footer", "--print-to-pdf="+path, savedPage(t, htmlOf(t, d)))
	if info := poppler(t, "pdfinfo", path); !strings.Contains(info, "(A4)") {
		t.Errorf("it is not on A4:\n%s", info)
	}
	pages := strings.Split(strings.TrimSuffix(poppler(t, "pdftotext", "-raw", path, "-"), "\f"), "\f")
	if len(pages) < 4 {
		t.Fatalf("%d pages", len(pages))
	}
	whole := strings.Join(pages, "\n")
	for i := range rows {
		if !strings.Contains(whole, "DE-"+decimal(100_000+i)+" ") {
			t.Errorf("row %d is not there", i+1)
		}
	}
	if !strings.Contains(whole, "<https://portal.example.org/apps?id=12&view=full>") {
		t.Error("the address of a link is not printed")
	}
	for i, p := range pages {
		if !strings.Contains(squeezed(p), d.Mark) {
			t.Errorf("page %d has no mark:\n%s", i+1, p)
		}
		if strings.Contains(p, "DE-1000") && i < len(pages)-1 && !strings.Contains(p, "Row Organisation Number City Result") {
			t.Errorf("page %d has no head of its table", i+1)
		}
		if !strings.Contains(p, decimal(i+1)+" / "+decimal(len(pages))) {
			t.Errorf("page %d has no number", i+1)
		}
	}
}
