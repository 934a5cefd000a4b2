//go:build unix

package journey

import (
	"strings"
	"testing"
	"time"
)

// consultant is somebody on a call with a customer, in a window of the usual
// size. What minute it is stands beside what is done.
type consultant struct {
	wizard
	h      *house
	run    string // of Muster GmbH
	minute string
}

// TestConsultantsCall plays the call of a consultant who goes on with a run that
// waited, minute by minute and key by key, until it is done.
func TestConsultantsCall(t *testing.T) {
	t.Parallel()
	c := newCall(t)
	for _, part := range []struct {
		minute string
		play   func(*consultant)
	}{
		{"-5: what is due today", (*consultant).opensWhatIsDue},
		{"0: the screen is shared", (*consultant).shares},
		{"1: the administrator has called back", (*consultant).letIn},
		{"3: values are pasted", (*consultant).pastesValues},
		{"6: the organisations, one address is wrong", (*consultant).entersOrganisation},
		{"9: ahead to the administrators, and back", (*consultant).jumpsAhead},
		{"11: the window changes in the middle of a word", (*consultant).resizes},
		{"13: the terminal is closed, and opened again", (*consultant).losesTheTerminal},
		{"16: another customer calls", (*consultant).takesAnotherCall},
		{"20: was it another answer after all?", (*consultant).looksAtConsequences},
		{"25: what is still open", (*consultant).mendsWhatIsOpen},
		{"30: to the end", (*consultant).finishes},
		{"35: goodbye", (*consultant).saysGoodbye},
	} {
		c.minute = part.minute
		part.play(c)
	}
}

// newCall prepares the day: a run that waits since yesterday and is due, and one
// of another customer.
func newCall(t *testing.T) *consultant {
	h := keyedHouse(t)
	c := &consultant{h: h}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("minute %s", c.minute)
		}
	})
	c.run = h.start()
	h.run("set", c.run, "uses_connect5=no")
	h.run("done", c.run, "applies")
	h.run("tick", c.run, "sign-in.signed_in", "sign-in.menu_opened")
	h.run("set", c.run, "organisation=Muster GmbH", "page_seen=client")
	h.run("done", c.run, "sign-in")
	h.run("done", c.run, "page")
	h.run("set", c.run, "is_client_admin=no", "client_admin=Erika Muster")
	h.run("wait", c.run, "existing.let_in", "--until", time.Now().Add(-time.Hour).Format(time.RFC3339), "--yes")
	h.run("start", "teccom-import", "--customer", "Beispiel Oy")
	return c
}

func (c *consultant) opensWhatIsDue() {
	c.wizard = c.h.wizard(80, 24)
	c.Wait("Lotse  Desk", "2 runs · 1 due", "  Today", "● Muster GmbH", "  Open", "  Beispiel Oy")
	c.Key("enter")
	c.at("existing")
}

func (c *consultant) shares() {
	c.press("f3", "that the view is shared", func(s screen) bool { return strings.Contains(s[0], "SHARED VIEW") })
	c.leaves()
	c.Wait("SHARED VIEW", "Desk", "● Muster GmbH", "(another customer)")
	if c.Frame().has("Beispiel") {
		c.t.Errorf("another customer's name is seen:\n%s", c.Frame())
	}
	c.Key("enter")
	c.at("existing")
}

func (c *consultant) letIn() {
	c.on("let_in")
	c.press("enter", "who is waited for", func(s screen) bool { return s.over() == "Waiting for: Erika Muster" })
	c.Send("2")
	c.Wait("│ │ Look again")
	c.Key("enter")
	c.Wait("│ │ Remark")
	c.Send("She added us while we spoke.")
	c.Key("enter")
	c.on("let_in_how")
	c.Send("1")
	c.at("credentials")
}

func (c *consultant) pastesValues() {
	c.on("client_id")
	c.Paste(" muster-import-01 \n")
	c.Key("enter")
	c.Wait("Removed: spaces at the ends.")
	c.on("secret_holder")
	c.Send("1")
	c.on("client_secret")
	c.Paste(canary + "\n")
	c.Key("enter")
	c.on("token")
	if l := c.Wait("Removed: spaces at the ends.", "•  sealed").line("•  sealed"); !strings.HasSuffix(l, "•  sealed") {
		c.t.Errorf("more of the secret is seen than that it is sealed: %q", l)
	}
	c.over()
	c.at("organisations")
}

// cell waits for a cell of a list: row 0 is a new one.
func (c *consultant) cell(column string, row int) {
	c.t.Helper()
	label := c.text(column)
	c.WaitFor("the cell "+label, func(s screen) bool { at := s.cell(); return at.column == label && at.row == row && s.saved() })
}

// types types into a cell and takes it.
func (c *consultant) types(column string, row int, text string) {
	c.t.Helper()
	c.cell(column, row)
	c.Send(text)
	c.WaitFor(text, func(s screen) bool { return s.focused(text) })
	c.Key("enter")
}

func (c *consultant) entersOrganisation() {
	c.types("tecom_id", 0, "1000001")
	c.types("name", 1, "Muster GmbH")
	c.cell("org_admin", 1)
	c.Send("1")
	c.cell("sending", 1)
	c.Send("1")
	c.types("notify", 1, "it@example")
	c.cell("customer_identification", 1)
	c.Key("shift+tab")
	c.cell("notify", 1)
	c.Wait("! Failure mails to: ", "it@example")
	// They look for the right one; that must not hold up the call.
}

// jump goes to a step through the outline, by a few letters of its title.
func (c *consultant) jump(step, letters string) {
	c.t.Helper()
	c.press("ctrl+o", "the outline", func(s screen) bool { return s.over() == "Outline" })
	c.Send(letters)
	c.WaitFor("the step in the outline", func(s screen) bool { return s.pointed(c.text("step " + step)) })
	c.Key("enter")
	c.at(step)
}

func (c *consultant) jumpsAhead() {
	c.jump("administrators", "more admin")
	c.types("email", 0, "erika.muster@example.org")
	c.cell("search_result", 1)
	c.Send("1")
	c.types("first_name", 1, "Erika")
	c.types("last_name", 1, "Muster")
	c.cell("added_admin", 1)
	c.jump("organisations", "that send")
}

func (c *consultant) resizes() {
	c.cell("tecom_id", 1)
	c.Key("ctrl+n")
	c.types("tecom_id", 0, "1000002")
	c.cell("name", 2)
	c.Send("Muster ")
	c.Resize(140, 44)
	c.Send("No")
	c.Resize(60, 18)
	c.Send("rd ")
	c.Resize(80, 24)
	c.Send("GmbH")
	c.WaitFor("all of the name, in the old size", func(s screen) bool { return len(s) == 24 && s.focused("Muster Nord GmbH") })
	c.Key("enter")
	c.cell("org_admin", 2)
	c.Send("1")
	c.cell("sending", 2)
	c.Send("1")
}

func (c *consultant) losesTheTerminal() {
	c.cell("notify", 2)
	c.Send("it.nord@example.o")
	c.WaitFor("the beginning of an address", func(s screen) bool { return s.focused("it.nord@example.o") })
	c.Hangup()
	c.Exit()
	c.wizard = c.h.wizard(80, 24, "resume", c.run)
	c.at("organisations")
	c.cell("notify", 2) // where it was left
	c.Wait("it.nord@example.o", "typed, not taken yet")
	c.Key("enter")
	c.Send("rg")
	c.WaitFor("the whole address", func(s screen) bool { return s.focused("it.nord@example.org") })
	c.Key("enter")
	c.cell("customer_identification", 2)
	if answer := c.last(); !strings.Contains(answer, `"it.nord@example.org"`) {
		c.t.Errorf("the last answer is %s", answer)
	}
}

// last is what the last event of the run holds.
func (c *consultant) last() string {
	log := c.h.log(c.run)
	return log[len(log)-1].data(c.t)
}

func (c *consultant) takesAnotherCall() {
	c.press("esc", "the cell left", func(s screen) bool { return !s.cell().editing })
	c.leaves()
	c.Wait("● Muster GmbH")
	c.press("down", "the other run", func(s screen) bool { return s.has("● Beispiel Oy") })
	c.Key("enter")
	c.at("applies")
	c.on("uses_connect5")
	c.Send("2")
	c.read()
	c.at("sign-in")
	c.leaves()
	c.Wait("● Beispiel Oy", "1/12")
	c.press("down", "the first run again", func(s screen) bool { return s.has("● Muster GmbH") })
	c.Key("enter")
	c.at("organisations")
}

func (c *consultant) looksAtConsequences() {
	c.jump("existing", "exists")
	c.on("is_client_admin")
	before := len(c.h.log(c.run))
	c.Send("1")
	c.Wait("─ This changes ", "void ", c.text("client_admin"), "› Change it", "enter select")
	c.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
	if n := len(c.h.log(c.run)); n != before {
		c.t.Errorf("what was let be made %d events", n-before)
	}
}

func (c *consultant) mendsWhatIsOpen() {
	c.jump("organisations", "that send")
	c.Key("ctrl+s")
	c.Wait("! Still open: ")
	c.cell("notify", 1)
	c.Key("enter", "ctrl+u")
	c.Send("it@example.org")
	c.WaitFor("the right address", func(s screen) bool { return s.focused("it@example.org") })
	c.Key("enter")
	c.cell("customer_identification", 1)
	for row := 1; row <= 2; row++ {
		c.Key("ctrl+s")
		c.Wait("! Still open: ")
		c.cell("added", row)
		c.press("space", "it ticked", func(s screen) bool { return strings.Contains(strings.Join(s.focusLines(), ""), "☑ done") })
	}
	c.over()
	c.at("overview")
	c.tick("all_listed")
	c.at("administrators")
	c.cell("email", 1)
	c.Key("ctrl+s")
	c.Wait("! Still open: ")
	c.cell("added_admin", 1)
	c.Key("space", "ctrl+s")
	c.at("leaving")
}

// over completes the step over its warning: a check that was not run.
func (c *consultant) over() {
	c.t.Helper()
	c.press("ctrl+s", "the question about a warning", screen.warns)
	c.Send("2")
}

func (c *consultant) finishes() {
	c.on("leaving")
	c.Send("1")
	c.at("finish")
	c.Key("ctrl+s")
	c.Wait("TecCom import for Muster GmbH is complete", "10/10")
}

func (c *consultant) saysGoodbye() {
	c.Key("ctrl+c")
	if code := c.Exit(); code != exitInterrupted {
		c.t.Errorf("exit %d", code)
	}
	for _, words := range []string{"Muster GmbH, TecCom import: 10 of 10 steps done.", "Nothing is open.", "Go on with: lotse resume " + c.run} {
		if !c.Screen().has(words) {
			c.t.Errorf("the last words are without %q:\n%s", words, c.Screen())
		}
	}
	c.h.verify(c.run)
	c.h.hides(canary, "it.nord@example.org")
}
