//go:build unix

package journey

import (
	"strings"
)

// look holds what is seen after an act.
func (d *deskFace) look(a *act) {
	d.t.Helper()
	if a.At != "" {
		st := d.step(a.At)
		d.WaitFor("the step "+st.Title, func(s screen) bool { return s.stands(st) })
	}
	for _, text := range a.See {
		d.WaitFor(text, func(s screen) bool { return holds(s.page(), text) || holds([]string{s.title()}, text) })
	}
	d.lookAtProblems(a)
	if len(a.States) > 0 {
		d.lookAtStates(a.States)
	}
	if a.Run != "" {
		d.WaitFor("that the run is "+a.Run, func(s screen) bool { return strings.Contains(s[1], "  "+d.tongue.Status(a.Run)) })
	}
}

// lookAtProblems goes to where a problem stands, and reads it there.
func (d *deskFace) lookAtProblems(a *act) {
	d.t.Helper()
	for _, p := range a.Problems {
		is := d.problem(p.Name)
		if is.Level != p.Value() || is.Accepted != nil {
			d.t.Fatalf("problem %s is %+v", p.Name, is)
		}
		d.goToProblem(p.Name)
		says := is.Text
		if d.unrun(p.Name) {
			says = d.tongue.Check.NotYet
		}
		d.knew[p.Name] = says
		if !holds(d.Frame().focusLines(), says) {
			// What is missing shows when one has been there.
			d.rest()
			d.goToProblem(p.Name)
		}
		d.WaitFor(says, func(s screen) bool { return holds(s.focusLines(), says) })
	}
	for _, name := range a.Gone {
		says, ok := d.knew[name]
		if !ok {
			d.t.Fatalf("problem %s was never seen", name)
		}
		d.goToProblem(name)
		if s := d.Frame(); holds(s.focusLines(), says) {
			d.t.Fatalf("there is still the problem %s:\n%s", name, s)
		}
	}
}

// unrun reports whether a problem is that a check has not run yet, which the
// line of the check says until one tries to complete the step.
func (d *deskFace) unrun(name string) bool {
	d.t.Helper()
	it, _, _ := d.placed(name)
	return it.Kind == "check" && strings.HasSuffix(name, ".not_run")
}

// goToProblem brings the focus to what a problem stands at.
func (d *deskFace) goToProblem(name string) {
	d.t.Helper()
	it, row, column := d.placed(name)
	d.focusOn(it)
	if row != "" {
		d.goToRow(it, row)
	}
	if column != "" {
		d.goToCell(it, d.column(it, column))
	}
}

// lookAtStates reads the states of steps in the outline. A step that is not
// needed does not stand there.
func (d *deskFace) lookAtStates(states []pair) {
	d.t.Helper()
	s := d.press("ctrl+o", "the outline", d.tongue.outlined)
	for _, p := range states {
		word, found := s.stateOf(d.step(p.Name))
		state := d.tongue.State(p.Value())
		ok := word == state || strings.HasPrefix(word, state+" ") || p.Value() == "open" && word == ""
		if found != (p.Value() != "not_needed") || found && !ok {
			d.t.Fatalf("step %s is not %s:\n%s", p.Name, p.Value(), s)
		}
	}
	d.press("esc", "the page again", func(s screen) bool { return s.over() == "" })
}

// stateOf is the word behind a step in the outline.
func (s screen) stateOf(st *step) (word string, found bool) {
	for _, l := range s {
		head, rest, ok := strings.Cut(l, " "+st.Title+" ")
		if ok && strings.ContainsAny(head, "0123456789") && strings.Contains(head, "│") {
			return strings.Trim(rest, " │"), true
		}
	}
	return "", false
}
