package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// value is what is worked out: it can be copied and not be changed. As long as it
// is not decided it says what it follows from.
func (s *stepLayout) value(iv *run.ItemView) []string {
	if iv.Value == nil {
		pending := theme.Wrap(flows.CleanLine(words.Say(s.m.cfg.Lang, iv.Pending)), s.valueWidth())
		for i := range pending {
			pending[i] = s.t.Faint.Render(pending[i])
		}
		return s.named(s.m.label(iv), pending, "")
	}
	hint := s.t.Faint.Render(s.m.t.Wizard.Copies)
	shown := field.Show(iv.Item.Holds(), iv.Value, s.t.ASCII)
	return s.named(s.m.label(iv), theme.Wrap(shown, s.valueWidth()-theme.Width(s.m.t.Wizard.Copies)-1), hint)
}

// copyRows is what an item has to copy for every row of its list, each on lines of
// its own.
func (s *stepLayout) copyRows(iv *run.ItemView) []string {
	var lines []string
	for i := range iv.Each {
		text, err := s.p.View().CopyRow(&iv.Each[i])
		shown, hint := flows.CleanLine(text), s.t.Faint.Render(s.m.t.Wizard.Copies)
		if err != nil {
			shown, hint = s.t.Faint.Render(s.m.t.Wizard.CopyEmpty), ""
		}
		if i > 0 {
			hint = "" // the key copies all of them
		}
		lines = append(lines, s.named(iv.Each[i].Label, theme.Wrap(shown, s.valueWidth()), hint)...)
	}
	for _, m := range s.p.AnswerWarnings(iv.From) {
		lines = append(lines, theme.Hang("  "+s.t.Warn.Render("! "), s.t.Warn.Render(s.p.dialogueText(m)), s.w)...)
	}
	return lines
}
