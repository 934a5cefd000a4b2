package desk

import (
	"os"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// mailbox is a rig that stands on the check of a mailbox, which asks the portal of
// a rehearsal.
func mailbox(t testing.TB, mode run.Mode) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = flows.Open(os.DirFS("testdata/mailbox"), flows.Specs{Checks: check.Specs()})
	n := &outside.Network{Getenv: func(string) string { return "" }, Now: cfg.Now, Off: true, Store: r.a}
	t.Cleanup(func() { _ = n.Close() })
	cfg.Network = n.For
	r.start(cfg)
	r.do(r.m.start("mailbox", "Muster GmbH", mode))
	r.keys("'info@example.org'", "enter")
	return r
}

// TestAFaultIsArmedSeenAndMended chooses by w what goes wrong, sees it, and mends it
// by w, and then by entering another answer.
func TestAFaultIsArmedSeenAndMended(t *testing.T) {
	r := mailbox(t, run.Rehearsal)
	r.shows("not checked yet", "w faults").hides("fault on").keys("enter").shows("passed")

	r.keys("w").shows("What goes wrong here", "null-mx", "The domain says that it accepts no mail (RFC 7505).").hides(" on · ")
	r.keys("down", "enter").shows("From now on, until you mend it: The domain says that it accepts no mail", "fault on · passed")
	r.keys("space").shows("fault on · failed")
	r.keys("w").shows("on · null-mx", "w mend it").keys("w").shows("Mended").hides("fault on")
	r.keys("space").shows("passed")

	r.keys("w", "down", "enter", "space").shows("fault on · failed")
	r.keys("shift+tab")
	for range "info@example.org" {
		r.keys("backspace")
	}
	r.keys("'info@example.com'", "enter").wait().keys("enter").hides("fault on")
	r.focus("works")
	r.keys("space").shows("passed").hides("fault on")

	r.do(r.m.open(r.m.page.s.ID())) // it is kept, and read with the run
	if armed := r.m.page.rehearsal.armed; !armed.Has("mail.domain", "null-mx") {
		t.Errorf("armed is %v", armed)
	}
}

// TestNothingGoesWrongByChoice where nothing is simulated, and it is said why.
func TestNothingGoesWrongByChoice(t *testing.T) {
	r := mailbox(t, run.Real)
	r.hides("w faults").keys("w").shows("Nothing goes wrong by choice in a real run: start a rehearsal to try this.")
	if r.m.over != nil {
		t.Errorf("%s lies over the page", r.m.over.Title())
	}
	r = mailbox(t, run.Rehearsal)
	r.goTo("form")
	r.hides("w faults").keys("w").shows("This check asks no portal")
	r = begun(t)
	r.keys("esc").wait().keys("w").shows("Go to a check: there you choose what goes wrong.")
}

// TestKeysWaitForAFault: a check that is run at once is run with it.
func TestKeysWaitForAFault(t *testing.T) {
	r := mailbox(t, run.Rehearsal).keys("w")
	r.slow = true
	r.keys("enter", "space")
	if r.m.running != nil || r.m.hold == 0 {
		t.Error("the check runs before the fault is kept")
	}
	r.slow = false
	for _, cmd := range r.late {
		r.do(cmd)
	}
	r.shows("fault on")
	if r.m.hold > 0 {
		t.Error("keys are still held")
	}
}

// TestFaultsThatCannotBeKept are told, and none goes wrong.
func TestFaultsThatCannotBeKept(t *testing.T) {
	r := mailbox(t, run.Demo)
	r.send(faultsMsg{of: r.m.page, err: os.ErrPermission})
	r.shows("Access to the file is denied")
	r.send(faultsMsg{of: nil, armed: outside.Faults{"mail.domain": {{Name: "null-mx"}}}})
	r.hides("fault on")
}
