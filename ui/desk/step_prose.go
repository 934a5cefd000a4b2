package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/theme"
)

// script is what to say, what the other side then sees, and what to do
// otherwise; low windows show the last only in the large view.
func (s *stepLayout) script() {
	t, st, w := s.t, s.sv.Step, &s.m.t.Wizard
	if st.Say == "" && st.See == "" {
		return
	}
	wide := s.headWidth()
	head := func(word string) string { return "  " + t.Dim.Render(t.Pad(word, wide)) + "  " }
	if st.Say != "" {
		s.prose(rankSay, theme.Hang(head(w.Say), t.Bold.Render(flows.CleanLine(st.Say)), s.w))
	}
	if st.See != "" {
		s.prose(rankSee, theme.Hang(head(w.See), flows.CleanLine(st.See), s.w))
	}
	switch {
	case len(st.IfNot) == 0:
	case s.h < unfolded:
		var letters []string
		for _, b := range st.IfNot {
			letters = append(letters, b.Letter)
		}
		s.prose(rankIf, theme.Hang(head(w.If), t.Dim.Render(fmt.Sprintf(w.IfFolded, strings.Join(letters, ", "))), s.w))
	default:
		for _, b := range st.IfNot {
			s.prose(rankIf, theme.Hang(head(w.If+" "+b.Letter), t.Dim.Render(flows.CleanLine(b.Text)), s.w))
		}
	}
	s.put("")
}

// headWidth is how wide the words before what is said and seen are in this
// language; a letter may stand behind the last.
func (s *stepLayout) headWidth() int {
	w := &s.m.t.Wizard
	last := w.If
	if s.h >= unfolded {
		last += " a"
	}
	return max(4, theme.Width(w.Say), theme.Width(w.See), theme.Width(last))
}

// prose adds lines that form a block.
func (s *stepLayout) prose(rank int, lines []string) {
	s.blocks = append(s.blocks, block{from: len(s.lines), to: len(s.lines) + len(lines) - 1, rank: rank})
	s.put(lines...)
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
		s.put(theme.Hang("  ", s.t.Warn.Render(say), s.w)...)
		s.put("")
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
	s.blocks = append(s.blocks, block{from: len(s.lines), to: len(s.lines) + len(lines) - 1, rank: rankTell, tell: id})
	s.put(append(lines, "")...)
}
