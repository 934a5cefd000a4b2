package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/walk"
)

// newOnce asks for a word before the person leaves a secret that is shown only
// once.
func newOnce(p *page, q walk.Once) room.Overlay {
	m, k := p.m, &p.m.t.Typing
	f := room.NewForm(roomDesk{p.m}, k.OnceTitle, p.dialogueText(flows.Msg("dialogue.once", "what", p.Name(q.At))))
	f.Submit = func(f *room.Form) tea.Cmd {
		if strings.TrimSpace(f.Text(0)) != k.OnceWord {
			return f.Fail(0, k.OnceWrong)
		}
		m.closeOver()
		cmd := p.turn(p.GoWithout(q))
		switch q.Then {
		case walk.Leave:
			return tea.Batch(cmd, p.close())
		case walk.Skipping:
			m.openOver(newSkip(p))
		}
		return cmd
	}
	return f.Add(fmt.Sprintf(k.OnceType, k.OnceWord), m.kit.Line("", ""), 1)
}
