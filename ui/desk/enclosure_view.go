package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// enclosure is a file that comes with the procedure, with the key that opens it.
func (s *stepLayout) enclosure(iv *run.ItemView) []string {
	hint := s.m.sentenceOf("enclosure.opens")
	about := theme.Wrap(words.Say(s.m.cfg.Lang, iv.Item.Attach.Message()), s.valueWidth()-theme.Width(hint)-1)
	return s.named(s.m.label(iv), about, s.t.Faint.Render(hint))
}

// openEnclosure has the system show the file of the focused item.
func openEnclosure(p *page) tea.Cmd {
	files := p.View().FilesAt(p.At().Whole())
	return openKept(p, files[0])
}

var onEnclosure = onKind(flows.KindAttach)
