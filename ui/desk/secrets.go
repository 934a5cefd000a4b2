package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// secrets gives kept secrets of a page back: on the clipboard, or shown for a
// while. What a secret is opened for is done once its use is saved.
type secrets struct {
	p    *page
	then func() tea.Cmd // waits for the use to be saved
	lent func()         // hears that the secret that is copied came to a clipboard; nil: nobody
}

// onSecrets makes a page action of an action on its kept secrets.
func onSecrets(do func(*secrets) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.secrets) }
}

// onKept holds on an item whose secret is kept.
func onKept(p *page) bool {
	_, _, kept := p.KeptSecret(p.At())
	return kept
}

// look opens the overlay of the kept secret, masked.
func (s *secrets) look() tea.Cmd {
	at, _, _ := s.p.KeptSecret(s.p.At())
	s.p.m.openOver(&maskedSecret{p: s.p, at: at})
	return nil
}

// copy copies the kept secret of the focused item.
func (s *secrets) copy() tea.Cmd { return s.copyOf(s.p.At()) }

func (s *secrets) copyOf(at flows.Address) tea.Cmd { return s.copyThen(at, nil) }

// copyThen copies a kept secret, and tells when it is done.
func (s *secrets) copyThen(at flows.Address, done func()) tea.Cmd {
	s.lent = done
	return s.p.turn(s.p.CopySecret(at, outside.Reach(s.p.m.cfg.Tools)))
}

// open opens a secret; keys are held until then.
func (s *secrets) open(r walk.OpenSecret) tea.Cmd {
	p := s.p
	m, ctx, a, mode := p.m, p.m.ctx, p.m.cfg.Archive, p.View().Mode
	if r.Unlock {
		m.say(p.dialogueText(flows.Msg("use.opening")))
	}
	return p.carrier.inBackgroundHoldingKeys(func() func() walk.Turn {
		secret, locked, err := outside.OpenSecret(ctx, a, mode, r)
		if err == nil && !locked && r.Use.Purpose == run.SecretCopied {
			err = outside.Copyable(secret)
		}
		return func() walk.Turn {
			m.status = status{}
			t := p.SecretOpened(r, locked, err)
			if t.Done {
				s.then = func() tea.Cmd { return s.give(r.Use, secret) }
			}
			return t
		}
	})
}

// saved gives the secret that waits for it, once its use is saved. What could
// not be saved is not given.
func (s *secrets) saved() tea.Cmd {
	then := s.then
	switch {
	case then == nil || s.p.SaveState() == walk.IsSaving:
		return nil
	case s.p.SaveState() == walk.NotSaved:
		s.then = nil
		s.p.m.warn(s.p.dialogueText(flows.Msg("use.unsaved")))
		return nil
	}
	s.then = nil
	return then()
}

// give does what the secret was opened for, unless something else is asked by
// now.
func (s *secrets) give(use walk.SecretUse, secret run.Secret) tea.Cmd {
	m, mode := s.p.m, s.p.View().Mode
	switch {
	case use.Purpose == run.SecretCopied:
		return m.lend(secret, s.lent)
	case m.over != nil:
		m.warn(s.p.dialogueText(flows.Msg("use.interrupted")))
		return nil
	}
	o := &shownSecret{m: m, glimpse: face.NewGlimpse(m.label(s.p.ItemAt(use.At)), secret, mode, s.p.dialogueText)}
	m.openOver(o)
	return roomDesk{m}.After(o, face.RevealTime, func() tea.Cmd {
		m.closeOver()
		return nil
	})
}
