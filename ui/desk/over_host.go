package desk

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/walk"
)

// newOtherHost asks for the name of a host before a secret is sent there that was
// kept for another.
func newOtherHost(p *page, q walk.OtherHost) room.Overlay {
	m, k := p.m, &p.m.t.Typing
	f := room.NewForm(roomDesk{p.m}, k.HostTitle, p.dialogueText(p.OtherHostMessage(q))+" "+fmt.Sprintf(k.HostType, q.To.Host())+".")
	f.Submit = func(f *room.Form) tea.Cmd {
		t, ok := p.SendTo(q, f.Text(0))
		if !ok {
			return f.Fail(0, k.HostWrong)
		}
		m.closeOver()
		return p.turn(t)
	}
	return f.Add(k.HostLabel, m.kit.Line("", ""), 1)
}
