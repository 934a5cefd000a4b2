package desk

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/face"
)

// vaultMsg tells that the key for secrets was made.
type vaultMsg struct {
	next then
	err  error
}

// newVault asks for the passphrase under which the key for secrets is kept, and
// seals the secret that waits for it.
func newVault(m *model, next then) overlay {
	o := &m.t.Overlay
	f := &form{heading: o.VaultTitle, intro: []string{o.VaultWhat}}
	f.add(o.VaultPass, m.kit.Masked(""), 1)
	f.add(o.VaultAgain, m.kit.Masked(""), 1)
	f.submit = func(m *model, f *form) tea.Cmd {
		pass := f.text(0)
		switch {
		case utf8.RuneCountInString(pass) < face.ShortestPassphrase:
			return f.fail(0, o.VaultShort)
		case pass != f.text(1):
			return f.fail(1, o.VaultDiffer)
		}
		m.closeOver()
		m.say(o.VaultMaking)
		m.hold++
		ctx, v := m.ctx, m.cfg.Archive.Vault()
		return guarded(func() tea.Msg {
			_, err := v.Init(ctx, run.FilePlace, run.NewSecret([]byte(pass)))
			return vaultMsg{next, err}
		})
	}
	return f
}

func (m *model) vaultMade(msg vaultMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(m.sentence(msg.err))
		return m.release()
	}
	if m.page == nil {
		return m.release()
	}
	cmd := m.take(msg.next)
	if m.over == nil && !m.status.bad {
		m.say(m.t.Overlay.VaultMade)
	}
	return tea.Batch(cmd, m.release())
}
