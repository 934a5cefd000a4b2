package run

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"lotse/flows"
)

// Flush appends the pending events in one transaction; when it returns nil
// they are durable. When it fails they stay pending and unchanged, so that the
// same events can be flushed again: if they reached the store after all, they
// are recognised there. On flows.ErrConflict call Reload. Then it destroys the
// sealed values that a rotation has left without use.
func (s *Session) Flush(ctx context.Context) error {
	if err := s.write(ctx); err != nil {
		return err
	}
	return s.destroy(ctx)
}

// write appends the pending events.
func (s *Session) write(ctx context.Context) error {
	s.mu.Lock()
	b, n := s.batch()
	s.mu.Unlock()
	if len(b.Events) == 0 && len(b.Taken) == 0 {
		return nil
	}
	if len(b.Events) == 0 {
		return s.dropTaken(ctx, b.Taken)
	}
	if err := s.store.Append(ctx, b); err != nil {
		return fmt.Errorf("save run %s: %w", s.id, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.acknowledge(n)
	s.noteKeepers(b.Secrets)
	s.taken = slices.Delete(s.taken, 0, len(b.Taken))
	return nil
}

func (s *Session) dropTaken(ctx context.Context, taken []Unsaved) error {
	for _, u := range taken {
		u.Text, u.Blob = "", nil
		if err := s.store.SaveUnsaved(ctx, u); err != nil {
			return fmt.Errorf("save run %s: %w", s.id, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken = slices.Delete(s.taken, 0, len(taken))
	return nil
}

// batch is everything that is pending now, and the number of events after it.
func (s *Session) batch() (Batch, int) {
	b := Batch{
		Events:  slices.Clone(s.events[s.saved:]),
		Secrets: slices.Clone(s.sealed),
		Taken:   slices.Clone(s.taken),
	}
	if len(b.Events) > 0 {
		b.Header, b.Index = s.header(), s.state.index()
		b.Documents = s.documents(b.Events)
	}
	return b, len(s.events)
}

// Saved counts the events that are acknowledged: the first ones of Events.
func (s *Session) Saved() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved
}

// acknowledge marks the first n events, and the secrets sealed for them, as
// written.
func (s *Session) acknowledge(n int) {
	s.saved = n
	s.queue = slices.DeleteFunc(s.queue, func(q queued) bool {
		if set := sealedBy(q.command); set != nil && q.first < n {
			s.sealed = slices.DeleteFunc(s.sealed, func(sealed Sealed) bool { return sealed.ID == set.ID })
		}
		return q.first < n
	})
}

// sealedBy is the sealed value that a command brings; nil for none.
func sealedBy(c Command) *Sealed {
	switch c := c.(type) {
	case SetSecret:
		return c.Sealed
	case SealRotation:
		return c.Sealed
	}
	return nil
}

// Reload reads what another program has written since, and applies the pending
// commands again on top of it. It returns the commands that can no longer be
// applied, and those whose subject the other program changed too (see
// Clashes). Pending events that an earlier Flush did write, without getting an
// answer, are acknowledged. flows.ErrDamaged where the store no longer has what it
// had acknowledged.
func (s *Session) Reload(ctx context.Context) (lost []Command, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	since, err := s.since(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.readKeepers(ctx); err != nil { // whom a secret is sealed to changes without an event, too
		return nil, err
	}
	if own := s.recognise(since); own > 0 {
		s.acknowledge(s.saved + own)
		since = since[own:]
	}
	if len(since) == 0 {
		return nil, nil
	}
	if err := s.fetch(ctx, since); err != nil {
		return nil, err
	}
	return s.rebase(since)
}

// since reads the events after those that are acknowledged, and that the last of these
// is there still: a database can be put back to an older state, and a server can take
// over that had not heard of it. Of a run that has gone there are none.
func (s *Session) since(ctx context.Context) ([]Event, error) {
	last := max(0, s.saved-1)
	events, err := s.store.Events(ctx, s.id, int64(last))
	if err != nil {
		return nil, fmt.Errorf("read events of run %s: %w", s.id, err)
	}
	if s.saved == 0 {
		return events, nil
	}
	if len(events) == 0 {
		if _, err := s.store.Header(ctx, s.id); errors.Is(err, flows.ErrNotFound) {
			return nil, nil
		}
	}
	if len(events) == 0 || !bytes.Equal(events[0].Hash, s.events[last].Hash) {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "chain.rewound", "run", s.id, "seq", s.saved)
	}
	return events[1:], nil
}

// recognise counts the stored events that are the session's own pending ones.
func (s *Session) recognise(since []Event) int {
	pending := s.events[s.saved:]
	n := 0
	for n < len(since) && n < len(pending) && bytes.Equal(since[n].Hash, pending[n].Hash) {
		n++
	}
	return n
}

func (s *Session) rebase(since []Event) (lost []Command, err error) {
	again := s.pendings()
	s.events = append(s.events[:s.saved:s.saved], since...)
	s.saved = len(s.events)
	s.queue, s.sealed, s.clashes = nil, nil, nil
	if err := s.refold(); err != nil {
		return nil, err
	}
	for _, q := range again {
		command := q.commandIn(s.state.plan.proc)
		if clash, ok := s.clash(command, since); ok {
			s.clashes, lost = append(s.clashes, clash), append(lost, command)
			continue
		}
		n, queue, blobs := len(s.events), len(s.queue), len(s.sealed)
		if _, err := s.do(false, []Command{command}); err == nil {
			continue
		}
		lost = append(lost, command)
		s.events, s.queue, s.sealed = s.events[:n], s.queue[:queue], s.sealed[:blobs]
		if err := s.refold(); err != nil {
			return lost, err
		}
	}
	return lost, nil
}

// Redact erases the data of every event that contains an item's answer (for a
// list, all of its rows; of a draft, the letters as they were sent) or that
// attached a file to it, and records the erasure. Of a step, or an item that holds
// no answer, those are what was attached. Data that was erased before
// is erased again, since a copy may remain where the store could not write.
// The sealed secret is deleted, and what is typed there and not submitted. Pending
// events must be flushed first. It returns the seqs of the events.
func (s *Session) Redact(ctx context.Context, a flows.Address, reason string) ([]int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	reason, err := requireReason(reason, "", "refuse.erase_why")
	if err != nil {
		return nil, err
	}
	x, err := s.erasable(a)
	if err != nil {
		return nil, err
	}
	if len(s.events) > s.saved {
		return nil, errors.New("redact: flush what is pending first")
	}
	seqs, secrets := s.eventsWithAnswer(x.spans, x.kinds)
	seqs = append(s.erasedBefore(x.spans), seqs...)
	if len(seqs) == 0 {
		return nil, nothingToErase(x.address)
	}
	seqs = append(seqs, s.forked()...)
	typed, err := s.typedAt(ctx, x.spans)
	if err != nil {
		return nil, err
	}
	d := decision{kind: EventErased, step: x.address.Step, data: &Erased{Item: x.address.String(), Why: reason, Seqs: seqs}}
	before, taken := slices.Clone(s.events), slices.Clone(s.taken)
	s.taken = append(s.taken, typed...)
	if err := s.erase(ctx, d, seqs); err != nil {
		s.events, s.taken = before, taken // nothing was erased, and nothing here says so
		return nil, errors.Join(err, s.refold())
	}
	return seqs, forget(ctx, s.store, secrets)
}

// erase writes the erasure and removes the data from memory as well.
func (s *Session) erase(ctx context.Context, d decision, seqs []int64) error {
	if _, err := s.append(d, true); err != nil {
		return err
	}
	for _, seq := range seqs {
		e := &s.events[seq-1]
		e.Data, e.Salt, e.Content = nil, nil, nil
	}
	if err := s.refold(); err != nil {
		return err
	}
	b, n := s.batch()
	if err := s.store.Erase(ctx, seqs, b); err != nil {
		return fmt.Errorf("erase in run %s: %w", s.id, err)
	}
	s.acknowledge(n)
	s.taken = slices.Delete(s.taken, 0, len(b.Taken))
	return nil
}
