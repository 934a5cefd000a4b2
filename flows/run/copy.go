package run

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"lotse/flows"
)

// Copy is a run as another installation has kept it: its events with the
// procedure that they belong to, proven to fit each other. It lies in no store.
type Copy struct {
	session   *Session
	documents map[string][]byte // by digest
}

// NewCopy proves a run that came from elsewhere: an unbroken chain of events that
// begins with the start of a run and moves on by versions of one procedure, whose
// documents are there, by digest, and no other; all events are in one mode and
// readable here. The error is a *flows.Refusal: flows.ErrNewer for a kind of event
// that this version does not know, else flows.ErrDamaged. What an erasure names is
// dropped from the events, should it still be there.
func NewCopy(env Env, events []Event, documents map[string][]byte, load Load) (*Copy, error) {
	started, err := proveEvents(events)
	if err != nil {
		return nil, err
	}
	versions, err := proveVersions(started, events, documents, load)
	if err != nil {
		return nil, err
	}
	events = slices.Clone(events)
	dropErased(events)
	s := &Session{env: env, proc: provenanced(versions[started.Digest], events), versions: versions, id: events[0].Run, mode: events[0].Mode, events: events, saved: len(events)}
	if err := s.refold(); err != nil {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.unreadable").Because(err)
	}
	return &Copy{session: s, documents: documents}, nil
}

// proveVersions proves that the documents are those of the versions that the events
// name, and gives them.
func proveVersions(started *Started, events []Event, documents map[string][]byte, load Load) (map[string]*flows.Procedure, error) {
	versions := map[string]*flows.Procedure{}
	for _, e := range Editions(events) {
		if !flows.Fits(documents[e.Digest], e.Digest) {
			return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.procedure")
		}
		p, err := load(documents[e.Digest])
		if err != nil {
			return nil, err
		}
		if err := p.Prove(); err != nil {
			return nil, err
		}
		if p.ID != started.Procedure || p.Version != e.Version {
			return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.procedure")
		}
		versions[e.Digest] = p
	}
	if len(versions) != len(documents) {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.procedure")
	}
	return versions, nil
}

// proveEvents proves the chain and gives how the run began.
func proveEvents(events []Event) (*Started, error) {
	if len(events) == 0 {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.no_start")
	}
	for i := range events {
		if _, known := payloads[events[i].Kind]; !known {
			return nil, flows.Refuse(flows.ErrNewer, nil, "copy.newer", "seq", i+1, "kind", flows.Short(string(events[i].Kind)))
		}
	}
	last := &events[len(events)-1]
	h := Header{ID: events[0].Run, Events: int64(len(events)), Head: hex.EncodeToString(last.Hash)}
	started := &Started{}
	if events[0].Kind != EventStarted || json.Unmarshal(events[0].Data, started) != nil || !knownModes[events[0].Mode] || !isRunID(h.ID) {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.no_start")
	}
	h.Procedure, h.ProcedureVersion, h.Digest, h.Customer = started.Procedure, started.Version, started.Digest, started.Customer
	if to, moved := MovedTo(events); moved {
		h.ProcedureVersion, h.Digest = to.Version, to.Digest
	}
	if v := Verify(h, events); !v.Intact {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.broken", "seq", v.Fault.Seq, "what", v.Fault.What)
	}
	for i := range events {
		p, err := events[i].Payload()
		erasure, erases := p.(*Erased)
		if err != nil || events[i].Mode != events[0].Mode || i > 0 && events[i].Kind == EventStarted || erases && !canErase(events, i, erasure) {
			return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.event", "seq", i+1).Because(err)
		}
	}
	if started.Customer.Name == "" || CustomerName(started.Customer.Name) != started.Customer.Name {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "copy.no_start")
	}
	return started, nil
}

var knownModes = map[Mode]bool{Real: true, Rehearsal: true, Demo: true}

// dropErased takes from events what an erasure among them names.
func dropErased(events []Event) {
	for _, seq := range erasedIn(events) {
		if e := &events[seq-1]; e.Data != nil {
			e.Data, e.Salt, e.Content = nil, nil, nil
		}
	}
}

// erasedIn are the seqs that erasures name, sorted, each once.
func erasedIn(events []Event) []int64 {
	var seqs []int64
	for i := range events {
		var d Erased
		if events[i].Kind == EventErased && json.Unmarshal(events[i].Data, &d) == nil {
			seqs = append(seqs, d.Seqs...)
		}
	}
	slices.Sort(seqs)
	return slices.Compact(seqs)
}

// canErase reports whether an erasure names only what one can: events before it,
// but not the start, no move, and no erasure.
func canErase(events []Event, at int, d *Erased) bool {
	for _, seq := range d.Seqs {
		if seq <= 1 || seq > int64(at) || events[seq-1].Kind == EventErased || events[seq-1].Kind == EventMoved {
			return false
		}
	}
	return true
}

// View is the run as it is in the copy.
func (c *Copy) View(now time.Time) *View { return c.session.View(now) }

// Events are the copy's events.
func (c *Copy) Events() []Event { return c.session.Events() }

// Procedure is the copy's procedure, in the run's language.
func (c *Copy) Procedure() *flows.Procedure { return c.session.Procedure() }

// Documents are the versions of the procedure as they are stored, by digest.
func (c *Copy) Documents() map[string][]byte { return c.documents }

// Relation is how a copy that came from elsewhere stands to the run that is here.
type Relation string

// The relations of a copy to the run here.
const (
	CopyNew      Relation = "new"      // there is no such run here
	CopySame     Relation = "same"     // both have the same events
	CopyAhead    Relation = "ahead"    // it goes on from where the run here ends
	CopyBehind   Relation = "behind"   // the run here goes on from where it ends
	CopyDiverged Relation = "diverged" // both went on, each its own way
)

// Relate compares the copy with the events that are here. since is the newest
// event that both have. A run of the same id that began otherwise is another run:
// flows.ErrConflict.
func (c *Copy) Relate(ours []Event) (r Relation, since int64, err error) {
	theirs := c.session.events
	n := 0
	for n < len(ours) && n < len(theirs) && bytes.Equal(ours[n].Hash, theirs[n].Hash) {
		n++
	}
	switch {
	case len(ours) == 0:
		return CopyNew, 0, nil
	case n == 0:
		return "", 0, flows.Refuse(flows.ErrConflict, nil, "copy.other_run", "run", c.session.id)
	case n == len(ours) && n == len(theirs):
		return CopySame, int64(n), nil
	case n == len(ours):
		return CopyAhead, int64(n), nil
	case n == len(theirs):
		return CopyBehind, int64(n), nil
	}
	return CopyDiverged, int64(n), nil
}

// Receive writes what a store lacks of the copy, in one transaction: a new run
// with its customer, or the events after since, which is the newest that is there.
// secrets are sealed for here. flows.ErrConflict where somebody has written since.
// What the new events erase is erased here, too, and the secrets that they destroy, or
// that nothing names afterwards, are forgotten, see ForgetUnheld.
func (c *Copy) Receive(ctx context.Context, store Store, since int64, secrets []Sealed) error {
	s := c.session
	s.mu.Lock()
	defer s.mu.Unlock()
	b := Batch{
		Header: s.header(), Events: slices.Clone(s.events[since:]), Secrets: secrets, Index: s.state.index(),
	}
	b.Documents = s.documents(b.Events)
	if since == 0 {
		customer := s.state.started.Customer
		b.Customer = &customer
	}
	write := func() error { return store.Append(ctx, b) }
	if gone := c.Erases(since); len(gone) > 0 {
		write = func() error { return store.Erase(ctx, gone, b) }
	}
	if err := write(); err != nil {
		return fmt.Errorf("receive run %s: %w", s.id, err)
	}
	if since == 0 && len(secrets) == 0 {
		return nil // a new run has none to forget
	}
	return ForgetUnheld(ctx, store, s.id)
}

// Erases are the events up to since whose data the ones after it erase, by Seq.
func (c *Copy) Erases(since int64) []int64 {
	return slices.DeleteFunc(erasedIn(c.session.events[since:]), func(seq int64) bool { return seq > since })
}

// SecretsOf gives what each sealed secret that the events name is called: its id
// in the vault, and what its event says of it.
func SecretsOf(events []Event) map[string]SecretSealed {
	named := map[string]SecretSealed{}
	for i := range events {
		if p, err := events[i].Payload(); err == nil {
			if d, ok := p.(*SecretSealed); ok && d.Secret != "" {
				named[d.Secret] = *d
			}
		}
	}
	return named
}
