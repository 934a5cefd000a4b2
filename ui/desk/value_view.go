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
