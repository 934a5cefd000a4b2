//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheDemoIsShown does with the demo what a presenter does in the first
// minute: a run that waits, a check that failed and is run again, a comparison
// with what it found, and a new run. The person's own store is not made.
func TestTheDemoIsShown(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	p := h.open(80, 24, atOnce, "demo")
	p.Wait("Lotse  DEMO  Desk", "Kfz-Teile Nord", "Waiting")
	p.Send("/satama")
	p.WaitFor("the filter", func(s screen) bool { return s.has("Satama Huolto") && !s.has("Kfz-Teile") })
	p.Key("enter")
	p.Key("enter")
	p.Wait("Lotse  DEMO  Satama Huolto Oy", "Customers: code, business ID, name", "must be put right")
	for range 12 {
		if strings.Contains(p.Frame().help(), "findings") {
			break
		}
		p.Key("tab")
		p.Frame()
	}
	p.Send("f")
	p.Wait("29 code", "4 only Rackbeat", "No code", "enter side by side")
	p.Key("enter")
	p.Wait("Koodittoman Konepaja Oy", "repair")
	p.Key("esc", "esc", "esc", "esc")
	p.Wait("Lotse  DEMO  Desk")
	p.press("esc", "all runs", func(s screen) bool { return s.has("Kfz-Teile") })
	p.Send("n")
	p.Wait("TecCom import")
	p.Send("1")
	p.Send("Nordkai GmbH")
	p.Key("enter")
	p.Wait("DEMO  Nordkai GmbH")
	p.Key("ctrl+c")
	if code := p.Exit(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if raw := p.Raw(); !strings.Contains(raw, "--db") || !strings.Contains(raw, filepath.Join("demo", "lotse.db")) {
		t.Error("the last words do not lead back to the demo")
	}
	if _, err := os.Stat(h.db); err == nil {
		t.Error("the person's own store was made")
	}
}
