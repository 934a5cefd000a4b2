package walk

import (
	"testing"

	"lotse/flows"
)

// TestPageAddress: what others have kept for a customer's system is opened where it is the
// address of a page, and nothing else is.
func TestPageAddress(t *testing.T) {
	for kept, want := range map[string]string{
		"https://shop.example/admin": "https://shop.example/admin", "https://shop.example/\x1b[31m": "https://shop.example/[31m", "": "",
		"http://shop.example/": "", "file:///etc/passwd": "", "javascript:alert(1)": "", `\\shop.example\share\tool.exe`: "", "/usr/bin/true": "",
		"--new-window": "", "https://bank.example@shop.example/": "", "https:///x": "", "x": "",
	} {
		if got := PageAddress(&flows.Step{System: "shop"}, map[string]string{"shop": kept}); got != want {
			t.Errorf("%q: %q is opened", kept, got)
		}
	}
	own := &flows.Step{System: "shop", Page: flows.Page{Address: "https://portal.example/"}}
	if got := PageAddress(own, map[string]string{"shop": "https://shop.example/"}); got != own.Page.Address {
		t.Errorf("in the place of the procedure's, %q", got)
	}
}
