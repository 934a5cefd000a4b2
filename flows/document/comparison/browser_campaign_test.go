//go:build campaign

package comparison_test

import (
	"image/color"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"lotse/flows/document/browsertest"
	"lotse/flows/register/compare"
)

// TestPageInABrowser: the page is drawn as its style says, in light and dark; no
// script runs, not even one that stands in it; and nothing is loaded.
func TestPageInABrowser(t *testing.T) {
	var asked atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer other.Close()
	if host, _, err := net.SplitHostPort(other.Listener.Addr().String()); err != nil || host != "127.0.0.1" {
		t.Fatalf("the server listens on %s: %v", host, err)
	}
	r := hostile()
	attack := `<script>document.title="RAN"</script><img src="` + other.URL + `/x.png" onerror="document.title='RAN'"><link rel=stylesheet href="` + other.URL + `">`
	for i := range r.Findings {
		r.Findings[i].Left.Name = attack
	}
	page := htmlOf(t, r, "en")
	// What would happen were it not escaped: the policy holds all the same.
	bare := strings.Replace(page, "</main>", attack+"<style>body { background: url("+other.URL+"/y.png) }</style></main>", 1)
	for name, page := range map[string]string{"escaped": page, "bare": bare} {
		path := filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
		dom, _ := browsertest.Run(t, "--dump-dom", "file://"+path)
		if strings.Contains(dom, "<title>RAN") || !strings.Contains(dom, "Not clear which belong together") {
			t.Errorf("%s: a script ran, or the page is not there", name)
		}
		if n := asked.Load(); n > 0 {
			t.Errorf("%s: %d things were asked for", name, n)
		}
	}
}

// TestPictureInABrowser: every piece of the bar is seen, in light, dark and in a
// narrow window.
func TestPictureInABrowser(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(htmlOf(t, report(compare.Customers, compare.RackbeatToNetvisor), "en")), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		scheme string
		width  int
		paper  color.RGBA
		code   color.RGBA
	}{
		{"light", browsertest.Light, 1100, color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0x2f, 0x7d, 0x4f, 0xff}},
		{"dark", browsertest.Dark, 1100, color.RGBA{0x16, 0x18, 0x1d, 0xff}, color.RGBA{0x3f, 0x9a, 0x68, 0xff}},
		{"narrow", browsertest.Light, 500, color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0x2f, 0x7d, 0x4f, 0xff}},
	} {
		seen := browsertest.Colours(browsertest.Shoot(t, "file://"+path, c.width, 1200, c.scheme))
		all := c.width * 1200
		if seen[c.paper] < all/3 {
			t.Errorf("%s: the paper has %d of %d points", c.name, seen[c.paper], all)
		}
		// The bar is 40 high, and 86 of 100 of it were matched by code.
		if want := (c.width - 100) * 86 / 100 * 40 / 2; seen[c.code] < want {
			t.Errorf("%s: what was matched by code has %d points, want %d", c.name, seen[c.code], want)
		}
		if len(seen) < 50 {
			t.Errorf("%s: the picture has %d colours", c.name, len(seen))
		}
	}
}
