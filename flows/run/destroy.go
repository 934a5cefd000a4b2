package run

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"lotse/flows"
)

// destroy removes the sealed values that a rotation, by events that are
// written, has left without use, and records each. It goes by two writes: a
// program that dies between them finds the value gone and records that. A value that
// somebody else has sealed, and that is not this member's to remove, stays until a
// program writes to the run that may: the rotation is pending until then.
func (s *Session) destroy(ctx context.Context) error {
	for {
		c, ok := s.nextCondemned()
		if !ok {
			return nil
		}
		err := forget(ctx, s.store, []string{c.Secret})
		if errors.Is(err, flows.ErrDenied) {
			s.spare(c)
			continue
		}
		if err != nil {
			return err
		}
		if err := s.recordDestroyed(c); err != nil {
			return err
		}
		if err := s.write(ctx); err != nil {
			return err
		}
	}
}

// nextCondemned is a value to destroy whose event is written.
func (s *Session) nextCondemned() (condemned, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.state.condemned, func(c condemned) bool {
		return c.seq <= int64(s.saved) && !slices.Contains(s.spared, c.Secret)
	})
	if i < 0 {
		return condemned{}, false
	}
	return s.state.condemned[i], true
}

// spare leaves a value to whoever may destroy it.
func (s *Session) spare(c condemned) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spared = append(s.spared, c.Secret)
}

func (s *Session) recordDestroyed(c condemned) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := cmp.Or(s.state.nameNow(c.Item, c.seq), c.Item) // or what it was called when it had a place
	d := &SecretSealed{Item: name, Secret: c.Secret, Fingerprint: c.Fingerprint}
	_, err := s.append(decision{kind: EventSecretDestroyed, step: named(name).Step, data: d}, true)
	return err
}

func forget(ctx context.Context, store Store, secrets []string) error {
	var denied error // which does not keep the others
	for _, id := range secrets {
		err := store.Forget(ctx, id)
		switch {
		case errors.Is(err, flows.ErrDenied):
			denied = err
		case err != nil && !errors.Is(err, flows.ErrNotFound):
			return fmt.Errorf("forget secret: %w", err)
		}
	}
	return denied
}

// ForgetUnheld removes the sealed secrets of a run that its events hold no more: that
// were destroyed, or that only erased events named. They are left where a program died
// between the write of such events and the removal.
func ForgetUnheld(ctx context.Context, store Store, id string) error {
	kept, err := store.Secrets(ctx, id) // first: the event that names one is there by then
	if err != nil {
		return fmt.Errorf("read secrets of run %s: %w", id, err)
	}
	if len(kept) == 0 {
		return nil
	}
	events, err := store.Events(ctx, id, 0)
	if err != nil {
		return fmt.Errorf("read events of run %s: %w", id, err)
	}
	err = forget(ctx, store, unheld(events, kept))
	if errors.Is(err, flows.ErrDenied) { // somebody else's: their program removes it
		return nil
	}
	return err
}

func unheld(events []Event, kept []Sealed) (ids []string) {
	held := map[string]bool{}
	for i := range events {
		if p, err := events[i].Payload(); err == nil {
			if d, ok := p.(*SecretSealed); ok && d.Secret != "" {
				held[d.Secret] = events[i].Kind != EventSecretDestroyed
			}
		}
	}
	for i := range kept {
		if !held[kept[i].ID] {
			ids = append(ids, kept[i].ID)
		}
	}
	return ids
}
