package key

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Head is what a run has come to: the seq and the hash of its newest event.
type Head struct {
	Seq  int64
	Hash []byte
}

// Check tells whether a batch is whole: events of one run that follow each
// other. Anything else is a fault of the program that made it.
func Check(b *run.Batch) error {
	for i := range b.Events {
		e := &b.Events[i]
		switch {
		case e.Run != b.Header.ID:
			return fmt.Errorf("event %d belongs to run %q, not %q", e.Seq, e.Run, b.Header.ID)
		case e.Seq < 1, i > 0 && e.Seq != b.Events[i-1].Seq+1:
			return fmt.Errorf("event %d stands in the wrong place", e.Seq)
		case i > 0 && !bytes.Equal(e.Prev, b.Events[i-1].Hash):
			return fmt.Errorf("event %d does not follow the one before it", e.Seq)
		}
	}
	for i := range b.Secrets {
		if b.Secrets[i].Run != b.Header.ID {
			return fmt.Errorf("secret %q belongs to another run", b.Secrets[i].ID)
		}
	}
	return nil
}

// Follows tells whether a batch goes on from a head: flows.ErrConflict where
// somebody else has written.
func Follows(b *run.Batch, h Head) error {
	seq, prev := b.Header.Events, h.Hash
	if len(b.Events) > 0 {
		seq, prev = b.Events[0].Seq-1, b.Events[0].Prev
	}
	if seq != h.Seq || !bytes.Equal(prev, h.Hash) {
		return fmt.Errorf("run %q has %d events: %w", b.Header.ID, h.Seq, flows.ErrConflict)
	}
	return nil
}

// Settle gives a batch's header what its newest event says.
func Settle(b *run.Batch) run.Header {
	h := b.Header
	if n := len(b.Events); n > 0 {
		last := &b.Events[n-1]
		h.Changed, h.Events, h.Head = Instant(last.At), last.Seq, hex.EncodeToString(last.Hash)
	}
	h.Started, h.Changed = Instant(h.Started), Instant(h.Changed)
	h.Due, h.WaitsSince = instantOf(h.Due), instantOf(h.WaitsSince)
	return h
}

// instantOf is Instant of a time that may be missing.
func instantOf(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := Instant(*t)
	return &at
}
