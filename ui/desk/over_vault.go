package desk

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/face"
)

// newVault asks for the passphrase under which the key for secrets is kept.
func newVault(p *page) overlay {
	o := &p.m.t.Overlay
	f := &form{heading: o.VaultTitle, intro: []string{o.VaultWhat}}
	f.add(o.VaultPass, p.m.kit.Masked(""), 1)
	f.add(o.VaultAgain, p.m.kit.Masked(""), 1)
	f.submit = func(m *model, f *form) tea.Cmd {
		pass := f.text(0)
		switch {
		case utf8.RuneCountInString(pass) < face.ShortestPassphrase:
			return f.fail(0, o.VaultShort)
		case pass != f.text(1):
			return f.fail(1, o.VaultDiffer)
		}
		m.closeOver()
		return p.turn(p.MakeKey(run.NewSecret([]byte(pass))))
	}
	return f
}
