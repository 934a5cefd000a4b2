//go:build unix

package journey

import (
	"path/filepath"
	"strings"
	"time"
)

func (a *agent) hearsFromSage() {
	a.h.run("wait", a.run, "change.order_management_answers", "--until", time.Now().Add(-time.Hour).Format(time.RFC3339), "--yes")
	a.opens()
	a.Wait("1 due", "  Today", "● Muster GmbH")
	a.Key("enter")
	a.at("change")
	a.walks("tab", "order_management_answers")
	a.hearsBack("Changed, they say.")
	a.at("entitlement")
	a.walks("tab", "entitlement_source")
	a.letter("2")
	a.walks("tab", "entitlement_email")
	a.Key("ctrl+u")
	a.Send("info@example.org")
	a.Wait("info@example.org")
	a.Key("enter")
	a.at("compare")
	a.on("equal")
	a.Key("enter")
	a.WaitFor("that they are the same", func(s screen) bool { return s.focused(a.text("equal")) && s.has("  "+english.Check.Passed) })
}

func (a *agent) handsOver() {
	a.Key("f6")
	a.Wait("─ Documents ", "Hand-over")
	for s := a.Frame(); !s.pointed("Hand-over"); {
		before := s.String()
		s = a.press("down", "the next document", func(s screen) bool { return s.String() != before })
	}
	a.Key("enter")
	a.Wait("│ │ File")
	a.Key("ctrl+u")
	a.Send("muster.lotse")
	a.Wait("muster.lotse")
	a.Key("enter")
	s := a.Wait("Its four words: ")
	_, words, _ := strings.Cut(s.line("Its four words: "), "Its four words: ")
	words, _, _ = strings.Cut(words, ".")
	a.Key("ctrl+c")
	a.Exit()

	ben := newHouse(a.h.t)
	r := ben.run("receive", filepath.Join(a.h.dir, "muster.lotse"), "--yes")
	if said := r.stdout + r.err; words == "" || !strings.Contains(said, words) {
		a.t.Errorf("the words %q are not those of the file:\n%s", words, said)
	}
	b := &agent{h: ben, run: a.run, procedure: a.procedure}
	b.opens()
	b.Wait("● Muster GmbH", "Do the addresses agree?")
	b.Key("enter")
	b.at("compare")
	b.Key("ctrl+c")
	b.Exit()
}

func (a *agent) goesOnInLines() {
	p := a.h.open(80, 100, atOnce, "--plain", "resume", a.run)
	p.Wait("Do the addresses agree?", "Enter goes on >")
	p.Send("\r")
	p.Wait("Enter completes it >")
	p.Send("\r")
	p.Wait("What comes back?", "1: The entitlements", "1 to 3 >")
	p.Send("back\r")
	p.Wait("Which of the addresses changes?", "End of this step, which is done. Enter goes on >")
	p.Send("\r")
	p.WaitFor("the question again", func(s screen) bool { return strings.HasSuffix(strings.TrimSpace(s.String()), "1 to 3 >") })
	p.Send("1\r")
	p.WaitFor("the end of the step", func(s screen) bool { return strings.HasSuffix(strings.TrimSpace(s.String()), "Enter completes it >") })
	p.Send("\r")
	p.Wait("Done: Sign in at the API gateway")
	p.WaitFor("the next prompt", func(s screen) bool { return strings.HasSuffix(strings.TrimSpace(s.String()), ">") })
	p.Send("quit\r")
	p.Exit()
	var s shown
	a.h.read(&s, "show", a.run)
	if s.Run.Status != "done" {
		a.t.Errorf("the run is %s", s.Run.Status)
	}
	a.h.verify(a.run)
}
