package line

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// mailed is a rig on the check of a mailbox, which asks the portal of a rehearsal.
func mailed(t *testing.T, mode run.Mode) *rig {
	t.Helper()
	r := onFolder(t, os.DirFS("../desk/testdata/mailbox"), flows.Specs{Checks: check.Specs()})
	n := &outside.Network{Getenv: func(string) string { return "" }, Now: r.s.Now, Off: true, Store: r.a}
	t.Cleanup(func() { _ = n.Close() })
	r.s.Network = n.For
	return r.begun("mailbox", mode)
}

// TestAFaultIsArmedSeenAndMended does that in lines: by a number, by its name, and
// by another answer, which is what such a fault is about.
func TestAFaultIsArmedSeenAndMended(t *testing.T) {
	const noMail = "The domain says that it accepts no mail (RFC 7505)."
	r := mailed(t, run.Rehearsal)
	for _, turn := range []struct {
		typed []string
		says  []string
		not   string
	}{
		{[]string{"info@example.org", "check", "fault 2", "quit"}, []string{"It works: passed", "From now on, until you mend it: " + noMail}, "Goes wrong here"},
		{[]string{"go mailbox", "next", "check", "quit"}, []string{"Goes wrong here: " + noMail, "It works: failed"}, ""},
		{[]string{"set address info@example.com", "", "check works", "quit"}, []string{"It works: passed"}, ""},
		{[]string{"set address info@example.org", "", "go mailbox", "next", "fault none", "check", "quit"}, []string{"Goes wrong here: " + noMail, "Mended: nothing goes wrong there any more.", "It works: passed"}, ""},
		{[]string{"go mailbox", "next", "fault dns-silent", "fault", "quit"}, []string{"Goes wrong here: No name server answers. Type fault and a number"}, ""},
		{[]string{"go form", "fault", "quit"}, []string{"This check asks no portal"}, "Goes wrong here"},
	} {
		r.paper = transcript{}
		r.types(turn.typed...)
		r.shows(turn.says...)
		if turn.not != "" && strings.Contains(r.said(), turn.not) {
			t.Errorf("said after %q: %q\n%s", turn.typed, turn.not, r.said())
		}
	}
}

// TestNothingGoesWrongByChoiceInARealRun: it says what to do, and nothing is kept.
func TestNothingGoesWrongByChoiceInARealRun(t *testing.T) {
	r := mailed(t, run.Real)
	r.types("info@example.org", "fault", "fault null-mx", "quit")
	r.shows("Nothing goes wrong by choice in a real run: start a rehearsal to try this.")
	if f, err := outside.FaultsOf(t.Context(), r.a, r.s.Run); err != nil || len(f) > 0 || strings.Contains(r.said(), "RFC 7505") {
		t.Errorf("chosen is %v (%v)\n%s", f, err, r.said())
	}
}

// shopProcedure asks a shop as its author says, with a fault of its own.
const shopProcedure = `procedure: shop
version: 1
title: Shop
summary: A shop answers.
source: {document: none.txt, read: 2026-11-21}
systems: [Shop]
facts: [S-01]
steps:
  - id: shop
    title: Shop
    items:
      - {field: shop, type: code, label: Shop, facts: [S-01]}
      - check: answers
        label: The shop answers
        run: http.json
        request: {url: "https://{{ shop }}.shop.example/api?shop={{ shop }}", headers: {X-Shop: "{{ shop }}"}}
        expect: json.plan == "pro"
        found: [{code: plan_small, when: json.plan == "free", text: The plan has no interface., cause: Ask for another plan., of: shop}]
        rehearse:
          answer: {body: '{"plan": "pro"}'}
          faults: {small-plan: {does: The shop has a small plan., body: '{"plan": "free"}'}}
`

// TestAFaultOfTheProcedureIsArmed: what the author of a request says that can go
// wrong is offered before the portal's own, found as the author says, and mended.
func TestAFaultOfTheProcedureIsArmed(t *testing.T) {
	r := onFolder(t, fstest.MapFS{"shop.yaml": {Data: []byte(shopProcedure)}}, flows.Specs{Checks: check.Specs()})
	n := &outside.Network{Getenv: func(string) string { return "" }, Now: r.s.Now, Off: true, Store: r.a}
	t.Cleanup(func() { _ = n.Close() })
	r.s.Network = n.For
	r = r.begun("shop", run.Rehearsal)
	for _, turn := range []struct{ typed, says []string }{
		{[]string{"muster", "check", "fault", "quit"}, []string{"The shop answers: passed", "1: small-plan. The shop has a small plan."}},
		{[]string{"go answers", "fault small-plan", "check", "quit"}, []string{"From now on, until you mend it: The shop has a small plan.", "The plan has no interface.", "The shop answers: failed"}},
		{[]string{"go answers", "fault html", "check", "quit"}, []string{"a page meant for people instead of JSON"}},
		{[]string{"go answers", "fault none", "check", "quit"}, []string{"Mended", "The shop answers: passed"}},
	} {
		r.paper = transcript{}
		r.types(turn.typed...)
		r.shows(turn.says...)
	}
}
