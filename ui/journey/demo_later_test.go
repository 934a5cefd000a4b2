//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheDemoGoesOn does what a presenter does in the last minutes: the terminal is
// killed and the run stands where it was, a changed report is found out, the run is
// shown again, and the demo is made afresh.
func TestTheDemoGoesOn(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	db := filepath.Join(h.dir, "data", "lotse", "demo", "lotse.db")
	var begun shown
	h.read(&begun, "demo", "teccom-import")
	p := wizard{h.open(80, 24, atOnce, "demo", "teccom-import"), h.says("teccom-import")}
	p.Wait("DEMO", p.text("step applies"))
	p.Send("2")
	p.read()
	p.at("sign-in")
	p.Key("enter")
	p.on("organisation")
	p.Send("Nordkai")
	p.Wait("Nordkai")
	p.Key("enter")
	p.on("menu_opened")
	p.WaitFor("saved", screen.saved)
	p.Kill()

	p.terminal = h.open(80, 24, atOnce, "resume", begun.Run.ID, "--db", db)
	p.at("sign-in")
	p.Wait("DEMO", "Nordkai")
	p.Key("ctrl+c")
	p.Exit()

	run := h.doneRun(db)
	report := filepath.Join(h.dir, "report.html")
	h.run("report", run, "-o", report, "--db", db)
	h.run("verify", report, "--db", db)
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(report, []byte(strings.Replace(string(text), "DEMO", "DEMA", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := call(t, h.lotse("verify", report, "--db", db), ""); r.code != 1 || !strings.Contains(r.stdout+r.err, "It now reads: \"<header class=\"mark\">DEMA") {
		t.Errorf("of a changed report it says, exit %d:\n%s%s", r.code, r.stdout, r.err)
	}

	again := h.open(80, 24, atOnce, "replay", run, "--speed", "50", "--db", db)
	again.Wait("DEMO")
	again.Key("end")
	again.Send("q")
	if code := again.Exit(); code != 0 {
		t.Errorf("shown again, exit %d", code)
	}
	h.run("demo", "--reset", "--yes")
}

// doneRun is a run of a store that is done.
func (h *house) doneRun(db string) string {
	h.t.Helper()
	var l struct{ Runs []struct{ ID, Status string } }
	h.read(&l, "list", "--db", db)
	for _, r := range l.Runs {
		if r.Status == "done" {
			return r.ID
		}
	}
	h.t.Fatalf("there is no run that is done: %v", l.Runs)
	return ""
}
