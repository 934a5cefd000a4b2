//go:build unix

package journey

import (
	"flag"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lotse/ui/proving"
)

var aheadRounds = flag.Int("ahead.rounds", 3, "runs that are typed ahead, each in one write")

// ahead is a run from its beginning to its end, typed faster
// than anything can be drawn: what it is for stands beside each part.
var ahead = []string{
	"Muster & Söhne Verwaltungsgesellschaft mbH\r", // the customer; the run starts
	"2",   // no Connect 5; the step is done
	" \r", // signed in, and on
	"Muster & Söhne Vertriebsgesellschaft für Kfz-Teile Süd mbH & Co. KG\t", // the organisation
	"\r",     // the menu is opened; done
	"1", "2", // the button, no other client; done
	"\r", "1", // clicked, created; done
	"muster-import-ß-01\t",      // the client id
	"2",                         // the customer keeps the secret; done
	"1000001\t", "Söhne Nord\r", // the first cells of a row
	"1", "1", "it@example.org, data@example.org\t", "\t", "\t", // more cells
	"\r", "\r", // ticked off; no more rows
	"\t", "\r", // past the check, no test mail; its warning is asked about
}

// onward is the rest, from one warning to the next: what is asked about them is
// answered only when it was seen.
var onward = []struct{ answer, text string }{
	{"2", "\r\r"},  // all are listed; no more administrators, and that is asked about
	{"3", "1\x13"}, // stays; done, and the last step by ctrl+s
}

// aheadStory is the same run as a story.
const aheadStory = `procedure: teccom-import
customer: Muster & Söhne Verwaltungsgesellschaft mbH
about: What is typed ahead.
branches: [typed ahead]
acts:
  - answer: {uses_connect5: no}
  - done: applies
  - tick: signed_in
  - answer: {organisation: Muster & Söhne Vertriebsgesellschaft für Kfz-Teile Süd mbH & Co. KG}
  - tick: menu_opened
  - done: sign-in
  - answer: {page_seen: button, other_organisation_has_client: no}
  - done: page
  - tick: create_clicked
  - answer: {create_result: created}
  - done: create
  - answer: {client_id: muster-import-ß-01, secret_holder: customer_keeps_it}
  - done: credentials
  - add: organisations
    cells: {tecom_id: "1000001", name: Söhne Nord, org_admin: yes, sending: enabled, notify: [it@example.org, data@example.org]}
    ticks: [added]
  - done: organisations
    warnings: leave
  - tick: all_listed
  - done: overview
  - done: administrators
    warnings: leave
  - answer: {leaving: stay}
  - done: leaving
  - done: finish
    run: done
`

// TestTypingAhead types runs ahead, each in one write of over 200 characters
// with Enters and Tabs, through fields, lists and the ends of steps: every
// letter lands where it was meant to, every time.
func TestTypingAhead(t *testing.T) {
	t.Parallel()
	typeAhead(t, *aheadRounds)
}

// typeAhead is TestTypingAhead with so many runs.
func typeAhead(t *testing.T, rounds int) {
	read, err := proving.Parse("ahead", []byte(aheadStory))
	if err != nil {
		t.Fatal(err)
	}
	s := &story{Story: read}
	byCommands := s.playIn(t, newCommandsFace)
	h := newHouse(t)
	text := "n" + h.numberOf(s.Procedure) + strings.Join(ahead, "")
	if n := len([]rune(text)); n < 200 {
		t.Fatalf("only %d characters are typed", n)
	}
	p := h.open(100, 30, atOnce)
	p.Wait("Desk", "0 runs")
	right := 0
	for range rounds {
		p.Send(text)
		for _, more := range onward {
			p.WaitFor("the question about warnings", screen.warns)
			p.Send(more.answer)
			p.WaitFor("the page again", func(s screen) bool { return s.over() == "" })
			p.Send(more.text)
		}
		p.WaitFor("the end of the run, saved", func(s screen) bool { return s.has("What can go out") && s.saved() })
		p.press("esc", "the desk", func(s screen) bool { return s.has("Lotse  Desk") })
	}
	want := masked(t, byCommands.log)
	for _, run := range h.runs() {
		if parts := byCommands.parting(want, masked(t, h.log(run))); parts != "" {
			t.Errorf("run %s: %s", run, parts)
			continue
		}
		right++
	}
	if right != rounds {
		t.Errorf("%d of %d runs are right", right, rounds)
	}
}

// numberOf is the key that chooses a procedure for a new run.
func (h *house) numberOf(procedure string) string {
	h.t.Helper()
	var l struct{ Procedures []struct{ Name string } }
	h.read(&l, "procedures")
	return strconv.Itoa(1 + slices.IndexFunc(l.Procedures, func(p struct{ Name string }) bool { return p.Name == procedure }))
}
