package run

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"lotse/flows"
)

// Keepers are who can open a sealed secret, beside whoever asks. Zero where that is
// nobody, as in every store of one person.
type Keepers struct {
	By  string   // who sealed it; "" for whoever asks
	For []string // to whom they sealed it besides
	Me  string   // who asks, of a secret that somebody else sealed
}

// Keepers are who can open the secret.
func (s *Sealed) Keepers() Keepers { return Keepers{By: s.By, For: s.For, Me: s.Me} }

// Opens reports whether the secret opens for whoever asks.
func (k Keepers) Opens() bool { return k.By == "" || slices.Contains(k.For, k.Me) }

// Message says who sealed the secret and for whom it opens; nothing where that is only
// whoever asks.
func (k Keepers) Message() flows.Message {
	var others []string // beside who sealed it and who asks
	for _, name := range k.For {
		if name != k.Me {
			others = append(others, flows.CleanLine(name))
		}
	}
	by, alone := flows.CleanLine(k.By), len(others) == 0
	switch {
	case by == "" && alone:
		return flows.Message{}
	case by == "":
		return flows.Msg("team.opens_besides", "others", others)
	case k.Opens() && alone:
		return flows.Msg("team.opens_with", "by", by)
	case k.Opens():
		return flows.Msg("team.opens_among", "by", by, "others", others)
	case alone:
		return flows.Msg("team.opens_alone", "by", by)
	}
	return flows.Msg("team.opens_without", "by", by, "others", append([]string{by}, others...))
}

// readKeepers reads who can open the run's secrets. Whoever may see no secret, as an
// auditor, is told of none.
func (s *Session) readKeepers(ctx context.Context) error {
	if !slices.ContainsFunc(s.events, func(e Event) bool { return e.Brought() != "" }) {
		return nil
	}
	all, err := s.store.Secrets(ctx, s.id)
	if err != nil && !errors.Is(err, flows.ErrDenied) {
		return fmt.Errorf("read secrets of run %s: %w", s.id, err)
	}
	s.noteKeepers(all)
	return nil
}

// noteKeepers notes who can open secrets.
func (s *Session) noteKeepers(all []Sealed) {
	if len(all) == 0 {
		return
	}
	for i := range all {
		if s.keepers == nil {
			s.keepers = map[string]Keepers{}
		}
		s.keepers[all[i].ID] = all[i].Keepers()
	}
	s.view = nil
}

// withKeepers says in a view who can open its secrets.
func (s *Session) withKeepers(v *View) *View {
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			iv := &v.Steps[i].Items[k]
			iv.Keepers = s.keepers[iv.SecretID]
		}
	}
	return v
}
