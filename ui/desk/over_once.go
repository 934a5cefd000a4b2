package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/walk"
)

// newOnce asks for a word before a secret that is shown only once is left behind.
func newOnce(p *page, q walk.Once) overlay {
	k := &p.m.t.Typing
	f := &form{heading: k.OnceTitle, intro: []string{p.told(flows.Msg("dialogue.once", "what", p.Name(q.At)))}}
	f.submit = func(m *model, f *form) tea.Cmd {
		if strings.TrimSpace(f.text(0)) != k.OnceWord {
			return f.fail(0, k.OnceWrong)
		}
		m.closeOver()
		cmd := p.turn(p.Forgo(q))
		switch q.Then {
		case walk.Leave:
			return tea.Batch(cmd, p.close())
		case walk.Skipping:
			m.openOver(newSkip(p))
		}
		return cmd
	}
	return f.add(fmt.Sprintf(k.OnceType, k.OnceWord), p.m.kit.Line("", ""), 1)
}
