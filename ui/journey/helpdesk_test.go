//go:build unix

package journey

import (
	"strings"
	"testing"
)

// agent is somebody at a help desk, on the phone with a customer whose screen they
// do not see.
type agent struct {
	wizard
	h      *house
	board  string // the file behind the clipboard
	run    string // of Muster GmbH, this call
	minute string

	procedure string
}

// TestHelpDeskCall plays the call of a help desk agent, minute by minute and key by
// key: a main contact at Sage, two calls side by side, a letter, a wait, a colleague.
func TestHelpDeskCall(t *testing.T) {
	t.Parallel()
	a := newAgent(t)
	for _, part := range []struct {
		minute string
		play   func(*agent)
	}{
		{"0: the phone rings", (*agent).picksUp},
		{"0:30: which way, in one key", (*agent).asksTheGate},
		{"2: a mailbox by voice", (*agent).hearsTheMailbox},
		{"3: what to say, what they see, what if not", (*agent).saysAndSees},
		{"7: no Sage-ID yet, and the run is put aside", (*agent).putsAside},
		{"8: the next call", (*agent).takesTheNextCall},
		{"11: the first call again: one letter differs", (*agent).comparesTheAddresses},
		{"12: the e-mail to Sage", (*agent).writesToSage},
		{"13: a note for the ticket", (*agent).hangsUp},
		{"+2 days: the answer has come", (*agent).hearsFromSage},
		{"any: handed over to a colleague", (*agent).handsOver},
		{"any: the same run in lines", (*agent).goesOnInLines},
	} {
		a.minute = part.minute
		part.play(a)
	}
}

// newAgent prepares the day: an earlier run of the same customer.
func newAgent(t *testing.T) *agent {
	h := newHouse(t)
	a := &agent{h: h, board: h.clipboard(), procedure: "sage-main-contact"}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("minute %s", a.minute)
		}
	})
	h.run("start", "teccom-import", "--customer", "Beispiel Oy")
	var s shown
	h.read(&s, "start", "sage-main-contact", "--customer", "Muster GmbH")
	h.run("set", s.Run.ID, "gateway_ordered=ordered", "contact_name=Erika Muster", "main_email=info@example.org")
	return a
}

func (a *agent) picksUp() {
	a.opens()
	a.Wait("Lotse  Desk", "2 runs")
	a.Send("n")
	a.Wait("─ New run ")
	a.Send(a.h.numberOf("sage-main-contact"))
	a.Wait("│ │ Customer")
	a.Send("mus")
	a.Wait("known: Muster GmbH")
	a.Key("tab")
	a.WaitFor("the whole name", func(s screen) bool { return strings.Contains(s.line("│ │ Customer"), "Muster GmbH") })
	a.Key("enter")
	a.at("situation")
	a.run = a.h.newest("Muster GmbH")
	a.press("f2", "the phone, and the clock of the call", func(s screen) bool { return strings.Contains(s[0], "call 0:0") })
	a.on("gateway_ordered")
	a.Wait("▸ earlier: Yes, ordered · Sage main contact, today")
}

func (a *agent) asksTheGate() {
	a.Send("2")
	a.WaitFor("one step less", func(s screen) bool { return s.has("step 2 of 10 · 1 not needed") && s.saved() })
	a.edits("contact_name")
	a.Wait("▸ earlier: Erika Muster · Sage main contact, today")
	a.press("ctrl+r", "the earlier name, taken over", func(s screen) bool { return s.focused("Erika Muster") || s.focused(a.text("contact_role")) })
	a.walks("tab", "contact_role")
	a.Send("1")
	a.on("main_email")
}

func (a *agent) hearsTheMailbox() {
	a.edits("main_email")
	a.Send("lnfo@gmial.com")
	a.Wait("l  Lima  not 1, I", "g  Golf")
	a.Key("enter")
	a.on("domain")
	a.walks("shift+tab", "main_email")
	a.Wait("gmail.com?")
	a.types("main_email", "info@example.org")
	a.on("domain")
	a.walks("shift+tab", "main_email")
	a.letter("l")
	a.WaitFor("the spelling", func(s screen) bool {
		return s.has("─ Spell: "+a.text("main_email"), "i  India", "y read back, and right")
	})
	a.letter("y")
	a.WaitFor("that it was read back", func(s screen) bool { return s.over() == "" && s.has("read back") && s.saved() })
	a.over()
	a.on("address-to-enter")
}

func (a *agent) saysAndSees() {
	a.Wait("  say   I am entering Erika Muster as the main contact", "  if a  The customer is not in the list", "     b  Someone else is entered there")
	a.letter("b")
	a.Wait("  b     Someone else is entered there: ask whether they may be")
	a.Key("esc")
	a.Wait("  say   I am entering")
	a.walks("tab", "person_recorded")
	a.letter("d")
	a.types("master_email", "info@example.org")
	a.on("portal_registered")
	a.Wait("  see   When they sign in")
}

func (a *agent) putsAside() {
	a.letter("n")
	a.on("sage_id_state")
	a.letter("2")
	a.walks("tab", "registration")
	a.waits("+1d")
	a.leavesThePhone()
	a.leaves()
	a.Wait("● Muster GmbH")
	a.letter("z")
	a.Wait("  Put aside")
}

func (a *agent) takesTheNextCall() {
	a.Key("home")
	a.picks("Beispiel Oy", "0/")
	a.Key("enter")
	a.WaitFor("the other run", func(s screen) bool { return strings.Contains(s[0], "Beispiel Oy · TecCom import") })
	a.press("f2", "the next call", func(s screen) bool { return strings.Contains(s[0], "call 0:0") })
	a.letter("n")
	a.WaitFor("its answer, saved", func(s screen) bool { return strings.Contains(s[0], "saved · 1/") || s.stopped() })
	a.leavesThePhone()
	a.leaves()
}

func (a *agent) comparesTheAddresses() {
	a.Key("home")
	a.picks("Muster GmbH", "4/10")
	a.letter("z")
	a.WaitFor("that it is taken up", func(s screen) bool { return !s.has("  Put aside") })
	a.Key("home")
	a.picks("Muster GmbH", "4/10")
	a.Key("enter")
	a.at("entitlement")
	a.Wait("Waiting since", "for: Erika Muster")
	a.jump("sage-id", "registered, and")
	a.press("f2", "the call again", func(s screen) bool { return strings.Contains(s[0], "call 0:0") })
	a.walks("tab", "registration")
	a.hearsBack("She has one now.")
	a.walks("shift+tab", "portal_registered")
	a.letter("y")
	a.on("sage_id_state")
	a.letter("1")
	a.types("sage_id_email", "info@example.org")
	a.on("entitlement_source")
	a.letter("1")
	a.types("entitlement_email", "lnfo@example.org")
	a.press("ctrl+s", "the end of the step, or its warnings", func(s screen) bool { return s.warns() || s.focused(a.text("equal")) })
	if a.Frame().warns() {
		a.over()
	}
	a.on("equal")
	a.Key("enter")
	a.Wait("different at position 1: l", "instead of i")
}

func (a *agent) writesToSage() {
	a.leavesThePhone()
	a.jump("change", "which of the addr")
	a.press("f2", "the call", func(s screen) bool { return strings.Contains(s.help(), "h hang up") })
	a.on("change_side")
	a.letter("1")
	a.types("order_management_email", "order@example.org")
	a.types("partner_name", "Muster Partner GmbH")
	a.walks("tab", "order_number")
	a.types("order_number", "B-17")
	a.walks("tab", "request")
	a.Key("enter")
	a.Wait("c copy", "Muster GmbH")
	a.letter("c")
	letter := a.copied("lnfo@example.org")
	for _, text := range []string{"Guten Tag", "info@example.org", "B-17"} {
		if !strings.Contains(letter, text) {
			a.t.Errorf("the letter to Sage lacks %q:\n%s", text, letter)
		}
	}
	a.Key("esc")
	a.walks("tab", "change_sent")
	a.Key("enter")
	a.WaitFor("it ticked", func(s screen) bool { return s.saved() && !s.focused(a.text("change_sent")) })
	a.walks("tab", "order_management_answers")
	a.waits("+2d")
}

func (a *agent) hangsUp() {
	a.letter("h")
	a.Wait("The note for the ticket is copied.")
	note := a.copied("In this call")
	for _, line := range []string{"Sage main contact for Muster GmbH waits for others: 6 of 10 steps done.", "In this call (1 minute):", "different at position 1: l instead of i"} {
		if !strings.Contains(note, line) {
			a.t.Errorf("the note lacks %q:\n%s", line, note)
		}
	}
	a.Key("ctrl+c")
	a.Exit()
	a.h.verify(a.run)
}
