package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/desk/room"
)

// newVault asks for the passphrase of the key for secrets.
func newVault(p *page) room.Overlay {
	o := &p.m.t.Overlay
	m, f := p.m, room.NewForm(roomDesk{p.m}, o.VaultTitle, o.VaultWhat)
	f.Add(o.VaultPass, p.m.kit.Masked(""), 1)
	f.Add(o.VaultAgain, p.m.kit.Masked(""), 1)
	f.Submit = func(f *room.Form) tea.Cmd {
		pass := run.NewSecret([]byte(f.Text(0)))
		if err := run.CheckPassphrase(pass); err != nil {
			return f.Fail(0, m.sentence(err))
		}
		if f.Text(0) != f.Text(1) {
			return f.Fail(1, o.VaultDiffer)
		}
		m.closeOver()
		return p.turn(p.MakeKey(pass))
	}
	return f
}
