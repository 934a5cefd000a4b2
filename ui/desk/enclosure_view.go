package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// enclosure is a file that comes with the procedure, with the key that opens it.
func (s *stepLayout) enclosure(iv *run.ItemView, live bool) []string {
	label := s.m.label(iv)
	if live {
		label = s.t.Bold.Render(label)
	}
	_, about := face.StatusOf(s.m.t, s.m.now(), iv)
	hint := strings.ReplaceAll(s.m.sentenceOf("enclosure.opens"), " ", together)
	lines := s.marked("  "+s.t.Dim.Render("+")+" ", label, s.t.Dim.Render(about)+s.t.Faint.Render(s.t.Dot+hint))
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], together, " ")
	}
	return lines
}

// openEnclosure has the system show the file of the focused item.
func openEnclosure(p *page) tea.Cmd { return openKept(p, p.View().FilesAt(p.At().Whole())[0]) }

var onEnclosure = onKind(flows.KindAttach)
