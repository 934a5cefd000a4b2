package desk

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// addScript adds what to say, what the other side then sees, and what to do
// otherwise.
func (s *stepLayout) addScript() {
	st, w := s.sv.Step, &s.m.t.Wizard
	if st.Say == "" && st.See == "" {
		return
	}
	if st.Say != "" {
		s.add(piece{lines: theme.Hang(s.head(w.Say), s.t.Bold.Render(flows.CleanLine(st.Say)), s.w), script: true})
	}
	if st.See != "" {
		s.add(piece{lines: theme.Hang(s.head(w.See), flows.CleanLine(st.See), s.w), script: true})
	}
	if len(st.IfNot) > 0 {
		s.add(piece{forms: s.branches()})
	}
}

// head is the word before what is said or seen.
func (s *stepLayout) head(word string) string {
	w := &s.m.t.Wizard
	wide := max(4, theme.Width(w.Say), theme.Width(w.See), theme.Width(w.If+" a"))
	return "  " + s.t.Dim.Render(s.t.Pad(word, wide)) + "  "
}

// notices say why a step is not open.
func (s *stepLayout) notices() {
	say := ""
	switch s.sv.State {
	case run.Blocked:
		say = s.p.dialogueText(flows.Msg("dialogue.blocked", "missing", s.p.Missing(s.sv)))
	case run.Skipped, run.Stale:
		if s.sv.Why != "" { // the title says the state
			say = s.m.t.State(string(s.sv.State)) + ": " + flows.CleanLine(s.sv.Why)
		}
	}
	if say != "" {
		s.add(piece{lines: theme.Hang("  ", s.t.Warn.Render(say), s.w), apart: true})
	}
	s.since()
}

// since says what has changed for a step that has to be looked at again. It
// must be read.
func (s *stepLayout) since() {
	id := s.p.ChangesID(s.sv)
	if id == "" {
		return
	}
	bar := "  " + s.t.Warn.Render(s.t.Bar) + " "
	lines := theme.Hang(bar, s.t.Warn.Render(s.m.t.Wizard.Since), s.w)
	for _, m := range s.p.ChangeMessages(s.sv) {
		lines = append(lines, theme.Hang(bar+"  ", s.p.dialogueText(m), s.w)...)
	}
	s.add(piece{lines: lines, apart: true, must: id})
}

// The forms in which the branches of a step are drawn.
const (
	branchesWhole  = iota // with all that they say
	branchesLined         // what is seen instead, each on a line
	branchesFolded        // the same, one after the other
)

// branches are what to do if the other side sees something else, in each form. The
// shorter ones name the key that shows the rest.
func (s *stepLayout) branches() [][]string {
	t, w, all := s.t, &s.m.t.Wizard, s.sv.Step.IfNot
	forms := make([][]string, branchesFolded+1)
	hint := t.Faint.Render(words.Say(s.m.cfg.Lang, flows.Msg("page.branches")))
	letters, parts := branchLetters(s.m.t), make([]string, len(all))
	for i, b := range all {
		head := s.head(w.If + " " + letters[i])
		text := flows.CleanLine(b.Text)
		clause, _, _ := strings.Cut(text, ":") // the rest says what to do then
		lined := theme.Hang(head, t.Dim.Render(clause), s.w-theme.Width(hint)-2)
		if i == 0 {
			lined[0] = t.Ends(lined[0], hint, s.w)
		}
		forms[branchesWhole] = append(forms[branchesWhole], theme.Hang(head, t.Dim.Render(text), s.w)...)
		forms[branchesLined] = append(forms[branchesLined], lined...)
		parts[i] = t.Key.Render(letters[i]) + together + t.Dim.Render(clause)
	}
	folded := t.Key.Render("f2") + t.Dim.Render(": ") + strings.Join(parts, t.Dim.Render(t.Dot))
	for _, l := range theme.Hang(s.head(w.If), folded, s.w) {
		forms[branchesFolded] = append(forms[branchesFolded], strings.ReplaceAll(l, together, " "))
	}
	return forms
}

// together stands for a blank at which no line is broken: a letter stays with what
// it stands for.
const together = "\u00a0"
