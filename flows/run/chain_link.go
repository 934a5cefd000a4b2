package run

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"lotse/flows"
)

// Link is what the chain knows of an event: all that its hash is made of but the
// hash before and the run, and no data. Whoever has the links of a run recomputes
// its head without the database.
type Link struct {
	Seq  int64     `json:"seq"`
	At   time.Time `json:"at"` // UTC, to the millisecond
	By   string    `json:"by"`
	Mode Mode      `json:"mode"`
	Kind EventKind `json:"kind"`
	Step string    `json:"step"`
	Sum  string    `json:"sum"`  // hex
	Hash string    `json:"hash"` // hex
}

// Link is the event's link.
func (e *Event) Link() Link {
	return Link{
		Seq: e.Seq, At: instant(e.At), By: e.By, Mode: e.Mode, Kind: e.Kind, Step: e.Step,
		Sum: hex.EncodeToString(e.Sum), Hash: hex.EncodeToString(e.Hash),
	}
}

// event is what the link's hash is made of, after the hash before.
func (l *Link) event(run string, prev []byte) (e Event, ok bool) {
	sum, err := hex.DecodeString(l.Sum)
	e = Event{Run: run, Seq: l.Seq, At: l.At, By: l.By, Mode: l.Mode, Kind: l.Kind, Step: l.Step, Sum: sum, Prev: prev}
	return e, err == nil && l.At.Equal(instant(l.At))
}

// Links recomputes the chain of a run from its links, one by one.
type Links struct {
	run  string
	mode Mode
	seq  int64
	head []byte
}

// NewLinks begins the chain of a run: all its links have its mode.
func NewLinks(run string, mode Mode) *Links {
	return &Links{run: run, mode: mode, head: make([]byte, sha256.Size)}
}

// Add takes the next link; the message says why it is not the next one.
func (c *Links) Add(l Link) flows.Message {
	c.seq++
	e, ok := l.event(c.run, c.head)
	switch {
	case l.Seq != c.seq:
		return flows.Msg("chain.missing", "seq", c.seq)
	case !ok || l.Mode != c.mode:
		return flows.Msg("chain.changed")
	}
	c.head = e.digest()
	if hash, err := hex.DecodeString(l.Hash); err != nil || !bytes.Equal(hash, c.head) {
		return flows.Msg("chain.changed")
	}
	return flows.Message{}
}

// Head is how many links there are, and the hash of the newest one, hex; "" where
// there are none.
func (c *Links) Head() (events int64, head string) {
	if c.seq == 0 {
		return 0, ""
	}
	return c.seq, hex.EncodeToString(c.head)
}
