//go:build unix

package journey

import (
	"testing"
)

// strokes counts the keys of a person at the wizard. What is typed as text does
// not count.
type strokes struct {
	wizard
	n int
}

func (s *strokes) presses(key string) {
	s.t.Helper()
	s.n++
	if _, named := keys[key]; named {
		s.Key(key)
	} else {
		s.Send(key)
	}
}

// at presses a key once an item has the focus.
func (s *strokes) at(item, key string) {
	s.t.Helper()
	s.on(item)
	s.presses(key)
}

// types types an answer where an item has the focus, and takes it.
func (s *strokes) types(item, text string) {
	s.t.Helper()
	s.on(item)
	s.Send(text)
	s.Wait(text)
	s.presses("enter")
}

// cell presses a key in a cell of a list.
func (s *strokes) cell(column, key string) {
	s.t.Helper()
	s.WaitFor("the cell "+column, func(f screen) bool { return f.cell().column == s.text(column) })
	s.presses(key)
}

// writes types a text into a cell, and takes it.
func (s *strokes) writes(column, text string) {
	s.t.Helper()
	s.WaitFor("the cell "+column, func(f screen) bool { return f.cell().column == s.text(column) })
	s.Send(text)
	s.Wait(text)
	s.presses("enter")
}

// reads passes what has to be read.
func (s *strokes) reads() {
	s.t.Helper()
	s.WaitFor("something to read", screen.stopped)
	s.presses("enter")
}

// checks runs a check and goes on once it has passed.
func (s *strokes) checks(item string) {
	s.t.Helper()
	s.at(item, "enter")
	s.WaitFor("that "+item+" has passed", func(f screen) bool { return f.focused(s.text(item)) && f.has("  "+english.Check.Passed) })
	s.presses("enter")
}

// sends reads a draft and puts on record how it was sent.
func (s *strokes) sends(item, how string) {
	s.t.Helper()
	s.at(item, "enter")
	s.WaitFor("the draft", func(f screen) bool { return f.over() == s.text(item) })
	s.presses("enter")
	s.WaitFor("the question how", func(f screen) bool { return f.over() == english.Letter.HowTitle })
	s.Send(how)
	s.Wait(how)
	s.presses("enter")
	s.WaitFor("the page again", func(f screen) bool { return f.over() == "" && f.saved() })
}

// mostStrokes is how many keys the straight way through TecCom import may cost,
// typed text aside.
const mostStrokes = 60

// TestTheStraightWayCostsFewKeys walks TecCom import at 80x24 from the empty desk
// to its last page: a new client, two organisations, a second administrator.
func TestTheStraightWayCostsFewKeys(t *testing.T) {
	t.Parallel()
	h := keyedHouse(t)
	s := &strokes{wizard: h.wizard(80, 24)}
	s.Wait(english.Desk.EmptyNew)
	s.presses("n")
	s.Wait("─ "+english.Overlay.NewTitle+" ", "4 ○ TecCom import")
	s.presses("4")
	s.Wait("│ │ " + english.Overlay.NewCustomer)
	s.Send("Muster GmbH")
	s.Wait("Muster GmbH")
	s.presses("tab")
	s.presses("2")
	s.presses("enter")

	s.at("uses_connect5", "2")
	s.reads()
	s.at("signed_in", "enter")
	s.types("organisation", "Muster Werk")
	s.at("menu_opened", "enter")
	s.at("page_seen", "1")
	s.at("other_organisation_has_client", "2")
	s.at("create_clicked", "enter")
	s.at("create_result", "1")
	s.reads()
	s.types("client_id", "muster-import-01")
	s.at("secret_holder", "1")
	s.on("client_secret")
	s.Send(canary)
	s.WaitFor("dots for the secret", screen.dotted)
	s.presses("enter")
	s.checks("token")
	for _, row := range [][2]string{{"1000001", "Muster Werk"}, {"1000002", "Muster Nord"}} {
		s.writes("tecom_id", row[0])
		s.writes("name", row[1])
		s.cell("org_admin", "1")
		s.cell("sending", "1")
		s.writes("notify", "it@example.org")
		s.cell("customer_identification", "enter")
		s.cell("stock_decrease", "enter")
		s.cell("added", "enter")
	}
	s.cell("tecom_id", "enter")
	s.checks("notify_domains")
	s.at("notify_test", "enter")
	s.at("all_listed", "enter")
	s.writes("email", "erika.muster@example.org")
	s.cell("search_result", "1")
	s.writes("first_name", "Erika")
	s.writes("last_name", "Muster")
	s.cell("added_admin", "enter")
	s.cell("email", "enter")
	s.at("leaving", "1")
	s.sends("sheet", "printed")
	s.presses("ctrl+s")
	s.WaitFor("the last page", func(f screen) bool { return f.has("  " + english.Status("done")) })
	t.Logf("%d keys", s.n)
	if s.n > mostStrokes {
		t.Errorf("%d keys, at most %d", s.n, mostStrokes)
	}
}
