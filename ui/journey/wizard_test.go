//go:build unix

package journey

import (
	"fmt"
	"strings"
)

// wizard is the full screen on its way through a procedure. Every key is
// pressed only when what it is meant for is seen.
type wizard struct {
	*terminal
	says map[string]string // titles of steps and labels of items, by their ids
}

// wizard starts the full screen on its way through teccom-import.
func (h *house) wizard(cols, rows int, args ...string) wizard {
	h.t.Helper()
	return h.wizardOf("teccom-import", cols, rows, args...)
}

// wizardOf starts the full screen on its way through a procedure.
func (h *house) wizardOf(procedure string, cols, rows int, args ...string) wizard {
	h.t.Helper()
	says := h.says(procedure)
	return wizard{h.open(cols, rows, atOnce, args...), says}
}

// says are the texts of a procedure by the ids of what they stand at.
func (h *house) says(procedure string) map[string]string {
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
	h.read(&d, "describe", procedure)
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

// begin starts a run from the empty desk, in the language of the house.
func (p *terminal) begin(l tongue, procedure, customer string) {
	p.t.Helper()
	p.Wait(l.Desk.Title, fmt.Sprintf(l.Desk.Runs, "0"), l.Desk.EmptyNew)
	p.Send("n")
	for s := p.Wait("─ "+l.Overlay.NewTitle+" ", procedure); !s.pointed(procedure); {
		before := s.String()
		s = p.press("down", "another procedure", func(s screen) bool { return s.String() != before })
	}
	p.Key("enter")
	p.Wait("│ │ " + l.Overlay.NewCustomer)
	p.Send(customer)
	p.Wait(customer)
	p.Key("enter")
}

// pointed reports whether the pointer stands on a label.
func (s screen) pointed(label string) bool {
	for _, l := range s {
		if _, rest, found := strings.Cut(l, "› "); found && strings.Contains(rest, label) {
			return true
		}
	}
	return false
}

// runs are the runs of a house.
func (h *house) runs() (ids []string) {
	h.t.Helper()
	for next := ""; ; {
		var l struct {
			Runs []struct{ ID string }
			Next string
		}
		h.read(&l, "list", "--after", next)
		for _, r := range l.Runs {
			ids = append(ids, r.ID)
		}
		if next = l.Next; next == "" {
			return ids
		}
	}
}

// only is the only run of a house.
func (h *house) only() string {
	h.t.Helper()
	all := h.runs()
	if len(all) != 1 {
		h.t.Fatalf("there are %d runs", len(all))
	}
	return all[0]
}

// read passes what the last answer brought up to be read, once keys are taken
// again.
func (w wizard) read() {
	w.t.Helper()
	w.WaitFor("something to read", screen.stopped)
	w.Key("enter")
}

// heard waits until an overlay that opened by itself takes keys: its help line
// names them from then on.
func (w wizard) heard(keys string) {
	w.t.Helper()
	w.WaitFor("keys taken", func(s screen) bool { return strings.HasPrefix(s.help(), keys) })
}

// What the wizard says in English.

func (s screen) saved() bool   { return english.saved(s) }
func (s screen) stopped() bool { return english.stopped(s) }
func (s screen) engaged() bool { return english.engaged(s) }
func (s screen) warns() bool   { return english.warns(s) }
func (s screen) cell() cell    { return english.cell(s) }
