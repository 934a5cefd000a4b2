//go:build unix

package journey

import (
	"strings"
	"testing"
)

// wizard is the full screen on its way through teccom-import. Every key is
// pressed only when what it is meant for is seen.
type wizard struct {
	*terminal
	says map[string]string // titles of steps and labels of items, by their ids
}

// wizard starts the full screen.
func (h *house) wizard(cols, rows int, args ...string) wizard {
	h.t.Helper()
	says := h.says()
	return wizard{h.open(cols, rows, atOnce, args...), says}
}

// says are the texts of the procedure by the ids of what they stand at.
func (h *house) says() map[string]string {
	h.t.Helper()
	var d struct {
		Steps []struct {
			ID, Title string
			Items     []struct {
				ID, Label string
				Fields    []struct{ ID, Label string }
			}
		}
	}
	h.read(&d, "describe", "teccom-import")
	says := map[string]string{}
	for _, s := range d.Steps {
		says["step "+s.ID] = s.Title
		for _, it := range s.Items {
			says[it.ID] = it.Label
			for _, f := range it.Fields {
				says[f.ID] = f.Label
			}
		}
	}
	return says
}

// text is what stands on the screen for an id.
func (w wizard) text(id string) string {
	w.t.Helper()
	if w.says[id] == "" {
		w.t.Fatalf("the procedure has no text for %s", id)
	}
	return w.says[id]
}

// at waits for a step, saved.
func (w wizard) at(step string) {
	w.t.Helper()
	title := w.text("step " + step)
	w.WaitFor("the step "+title, func(s screen) bool { return s.has(title) && s.saved() && !s.has("Done: "+title) })
}

// saved reports whether the header says that all is on disk.
func (s screen) saved() bool { return strings.Contains(s[0], "saved") }

// on waits until an item has the focus: the rule on its left.
func (w wizard) on(item string) {
	w.t.Helper()
	label := w.text(item)
	w.WaitFor("the focus on "+label, func(s screen) bool { return s.focused(label) })
}

func (s screen) focused(label string) bool {
	for _, l := range s {
		if strings.HasPrefix(l, "│ ") && strings.Contains(l, label) {
			return true
		}
	}
	return false
}

// read passes what the last answer brought up to be read, once keys are taken
// again.
func (w wizard) read() {
	w.t.Helper()
	w.WaitFor("something to read", screen.stopped)
	w.Key("enter")
}

// choose takes an option by its number.
func (w wizard) choose(item, number string) {
	w.t.Helper()
	w.on(item)
	w.Send(number)
}

// fill types an answer and takes it.
func (w wizard) fill(item, text string) {
	w.t.Helper()
	w.on(item)
	w.Send(text)
	w.Wait(text)
	w.Key("enter")
}

// tick ticks a task and goes on.
func (w wizard) tick(item string) {
	w.t.Helper()
	w.on(item)
	w.Key("space")
	w.Wait("☑ " + w.text(item))
	w.Key("enter")
}

// begin starts a run from the empty desk.
func (w wizard) begin(customer string) {
	w.t.Helper()
	w.Wait("Desk", "0 runs", "n  starts a run")
	w.Send("n")
	w.Wait("New run", "TecCom import")
	w.Key("enter")
	w.Wait("│ │ Customer")
	w.Send(customer)
	w.Wait(customer)
	w.Key("enter")
}

// first walks the steps up to the organisations.
func (w wizard) first() {
	w.t.Helper()
	w.at("applies")
	w.on("uses_connect5")
	w.Key("down", "enter")
	w.read()

	w.at("sign-in")
	w.tick("signed_in")
	w.fill("organisation", "Muster GmbH")
	w.on("menu_opened")
	w.Key("enter")

	w.at("page")
	w.choose("page_seen", "1")
	w.choose("other_organisation_has_client", "2")

	w.at("create")
	w.tick("create_clicked")
	w.choose("create_result", "1")
	w.read()

	w.at("credentials")
	w.fill("client_id", "muster-import-01")
	w.choose("secret_holder", "1")
	w.on("client_secret")
	w.Paste(canary)
	w.Key("enter")
	w.accept("token", "Tried by hand")
	w.Key("enter")
}

// accept accepts the problem of the item that has the focus.
func (w wizard) accept(item, why string) {
	w.t.Helper()
	w.on(item)
	w.Key("f4")
	w.Wait("Accept with a reason")
	w.Send(why)
	w.Wait(why)
	w.Key("enter")
	w.WaitFor("the page again", func(s screen) bool { return s.focused(w.text(item)) && !s.has("Accept with a reason") })
}

// cell waits until a cell of a list has the focus: its row is told by its number
// or as a new one.
func (w wizard) cell(column, row string) {
	w.t.Helper()
	label := w.text(column)
	w.WaitFor("the cell "+label+" of "+row, func(s screen) bool {
		l := s.line(" " + row)
		return s.saved() && strings.HasPrefix(l, "│ ") && strings.Contains(l, " "+label+" ")
	})
}

// cellFill types into a cell and takes it.
func (w wizard) cellFill(column, row, text string) {
	w.t.Helper()
	w.cell(column, row)
	w.Send(text)
	w.WaitFor(text+" in the cell", func(s screen) bool { return s.focused(text) })
	w.Key("enter")
}

// firstRow enters the first organisation.
func (w wizard) firstRow() {
	w.t.Helper()
	const row = "organisation 1 of 1"
	w.at("organisations")
	w.cellFill("tecom_id", "new organisation", "1000001")
	w.cellFill("name", row, "Muster GmbH")
	w.cell("org_admin", row)
	w.Send("1")
	w.cell("sending", row)
	w.Send("1")
	w.cellFill("notify", row, "it@example.org, data@example.org")
	w.lastCells(row)
	w.Key("enter")
}

// lastCells passes by what stands there already and ticks the row off.
func (w wizard) lastCells(row string) {
	w.t.Helper()
	w.cell("customer_identification", row)
	w.Key("enter")
	w.cell("stock_decrease", row)
	w.Key("enter")
	w.cell("added", row)
	w.Key("space")
	w.Wait("☑ done")
}

// secondRow goes on with the second organisation, whose first cell was saved
// before the program was killed.
func (w wizard) secondRow() {
	w.t.Helper()
	const row = "organisation 2 of 2"
	w.at("organisations")
	w.cell("tecom_id", "organisation 1 of 2")
	w.Key("down")
	w.cell("tecom_id", row)
	w.Key("tab")
	w.cell("name", row)
	w.Key("enter")
	w.cellFill("name", row, "Muster Nord GmbH")
	w.cell("org_admin", row)
	w.Send("1")
	w.cell("sending", row)
	w.Send("2")
	w.cell("notify", row)
	w.Key("enter")
	w.lastCells(row)
	w.accept("organisations", "Sends nothing yet")
	w.Key("ctrl+s")
	w.WaitFor("what this program has not shown yet", screen.stopped)
	w.Key("ctrl+s")
}

// last walks the steps behind the organisations.
func (w wizard) last() {
	w.t.Helper()
	w.at("overview")
	w.tick("all_listed")

	const row = "administrator 1 of 1"
	w.at("administrators")
	w.cellFill("email", "new administrator", "erika.muster@example.org")
	w.cell("search_result", row)
	w.Send("1")
	w.cellFill("first_name", row, "Erika")
	w.cellFill("last_name", row, "Muster")
	w.cell("added_admin", row)
	w.Key("space")
	w.Wait("☑ done")
	w.Key("enter")
	w.cell("email", "new administrator")
	w.Key("enter")

	w.at("leaving")
	w.choose("leaving", "1")

	w.at("finish")
	w.Key("ctrl+s")
	w.Wait("Done. Every step has been taken.", "10/10")
}

// TestWalkByKeys walks teccom-import from the empty desk to its end by keys
// alone, with a kill -9 in the middle, and compares the log with that of the
// same run by commands alone.
func TestWalkByKeys(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.identity()
	w := h.wizard(80, 24)
	w.begin("Muster GmbH")
	w.first()
	w.firstRow()
	w.cellFill("tecom_id", "new organisation", "1000002")
	w.cell("name", "organisation 2 of 2")
	w.Kill()

	w = h.wizard(80, 24)
	w.Wait("Desk", "1 run", "Muster GmbH", "5/10")
	w.Key("enter")
	w.secondRow()
	w.last()
	w.Key("ctrl+c")
	if code := w.Exit(); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}

	run := h.only()
	h.finished(run)
	h.verify(run)
	h.hides(canary, "Muster Nord GmbH")
	if strings.Contains(w.Raw(), canary) {
		t.Error("the secret was written to the terminal")
	}
	byCommands := newHouse(t)
	sameLog(t, h.log(run), byCommands.log(byCommands.walk()))
}

// only is the only run of a house.
func (h *house) only() string {
	h.t.Helper()
	var l struct{ Runs []struct{ ID string } }
	if h.read(&l, "list"); len(l.Runs) != 1 {
		h.t.Fatalf("there are %d runs", len(l.Runs))
	}
	return l.Runs[0].ID
}
