package desk

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/face"
)

// newVault asks for the passphrase of the key for secrets.
func newVault(p *page) room.Overlay {
	o := &p.m.t.Overlay
	m, f := p.m, room.NewForm(roomDesk{p.m}, o.VaultTitle, o.VaultWhat)
	f.Add(o.VaultPass, p.m.kit.Masked(""), 1)
	f.Add(o.VaultAgain, p.m.kit.Masked(""), 1)
	f.Submit = func(f *room.Form) tea.Cmd {
		pass := f.Text(0)
		switch {
		case utf8.RuneCountInString(pass) < face.ShortestPassphrase:
			return f.Fail(0, o.VaultShort)
		case pass != f.Text(1):
			return f.Fail(1, o.VaultDiffer)
		}
		m.closeOver()
		return p.turn(p.MakeKey(run.NewSecret([]byte(pass))))
	}
	return f
}
