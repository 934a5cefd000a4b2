package run

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"lotse/flows"
)

// only is a set of versions with one in it.
func only(p *flows.Procedure) map[string]*flows.Procedure {
	return map[string]*flows.Procedure{p.Digest: p}
}

// fetch reads the versions that events name and that are not at hand.
func (s *Session) fetch(ctx context.Context, events []Event) error {
	for _, e := range Editions(events) {
		if s.versions[e.Digest] != nil {
			continue
		}
		p, err := Procedure(ctx, s.store, Header{ID: s.id, Digest: e.Digest}, s.load)
		if err != nil {
			return fmt.Errorf("read version %d of the procedure: %w", e.Version, err)
		}
		s.learn(p)
	}
	return nil
}

// learn takes a version among those at hand. A past of the run has the others: they
// get no more than they had.
func (s *Session) learn(p *flows.Procedure) {
	s.versions = maps.Clone(s.versions)
	s.versions[p.Digest] = p
	if s.state != nil {
		s.state.versions = s.versions
	}
}

// Versions are the versions of its procedure by which the run's events are read, the
// oldest first and each once, with where they were taken from.
func (s *Session) Versions() []*flows.Procedure {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []*flows.Procedure
	for i := range s.events {
		e := &s.events[i]
		p := s.versions[editionIn(e).Digest]
		if p == nil || slices.ContainsFunc(all, func(q *flows.Procedure) bool { return q.Digest == p.Digest }) {
			continue
		}
		all = append(all, p.From(provenanceIn(e)))
	}
	return all
}

// provenanceIn is where the version was taken from with which an event begins, or to
// which it moves.
func provenanceIn(e *Event) flows.Provenance {
	switch d, _ := e.Payload(); d := d.(type) {
	case *Started:
		return d.Provenance
	case *Moved:
		return d.Provenance
	}
	return flows.Provenance{}
}

// beginning is the version with which the run began; the one at hand where the
// events do not say.
func (s *Session) beginning(atHand *flows.Procedure) *flows.Procedure {
	if all := Editions(s.events); len(all) > 0 && s.versions[all[0].Digest] != nil {
		return s.versions[all[0].Digest]
	}
	return atHand
}

// documents are the versions that events name, as they are stored, by digest.
func (s *Session) documents(events []Event) map[string][]byte {
	all := map[string][]byte{}
	for _, e := range Editions(events) {
		if p := s.versions[e.Digest]; p != nil {
			all[e.Digest] = p.Bytes()
		}
	}
	return all
}

// Documents are the versions of its procedure that the events of a run name, as they
// are stored, by digest. One whose bytes do not fit is refused as damaged.
func Documents(ctx context.Context, store Store, h Header, events []Event) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, e := range Editions(events) {
		h.Digest = e.Digest
		doc, err := Document(ctx, store, h)
		if err != nil {
			return nil, err
		}
		all[e.Digest] = doc
	}
	return all, nil
}
