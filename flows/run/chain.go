package run

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"lotse/flows"
)

const saltSize = 16

// seal completes an event: data, salt, sum, prev and hash.
func (e *Event) seal(prev []byte, data any, random io.Reader) error {
	b, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("encode %s: %w", e.Kind, err)
	}
	e.Salt = make([]byte, saltSize)
	if _, err := io.ReadFull(random, e.Salt); err != nil {
		return fmt.Errorf("read salt: %w", err)
	}
	e.Data, e.Prev = b, prev
	e.Sum = sumOf(e.Salt, b)
	e.Hash = e.digest()
	return nil
}

func sumOf(salt, data []byte) []byte {
	h := sha256.New()
	h.Write(salt)
	h.Write(data)
	return h.Sum(nil)
}

// digest is the event's hash: the stored bytes of its fields, each preceded by
// its length, so that no two different events have the same input.
func (e *Event) digest() []byte {
	h := sha256.New()
	for _, f := range [][]byte{
		e.Prev,
		[]byte(e.Run),
		[]byte(strconv.FormatInt(e.Seq, 10)),
		[]byte(strconv.FormatInt(e.At.UnixMilli(), 10)),
		[]byte(e.By),
		[]byte(e.Mode),
		[]byte(e.Kind),
		[]byte(e.Step),
		e.Sum,
	} {
		writeField(h, f)
	}
	return h.Sum(nil)
}

func writeField(h io.Writer, f []byte) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(f)))
	_, _ = h.Write(n[:]) // neither a hash nor a buffer fails
	_, _ = h.Write(f)
}

// contentSum names an event's content.
func contentSum(content []byte) string {
	s := sha256.Sum256(content)
	return hex.EncodeToString(s[:])
}

// Verdict is the result of Verify: the events are unchanged up to Head. A
// chain without a key proves the order of events, not who wrote them.
type Verdict struct {
	Intact bool
	Events int64
	Head   string // hex
	Fault  *Fault // the first; nil when intact
}

// Fault is where a chain breaks.
type Fault struct {
	Seq  int64
	What flows.Message
}

// Verify recomputes the chain of events and compares it with the header, so
// that a changed, missing or cut-off event is found. Erased data is no fault
// if an erased event names it.
func Verify(h Header, events []Event) Verdict {
	v := Verdict{Events: int64(len(events))}
	fault := verifyEvents(h.ID, events)
	if n := len(events); n > 0 {
		v.Head = hex.EncodeToString(events[n-1].Hash)
	}
	if fault == nil {
		fault = verifyHead(h, v, events)
	}
	v.Fault, v.Intact = fault, fault == nil
	return v
}

func verifyHead(h Header, v Verdict, events []Event) *Fault {
	switch {
	case h.Events != v.Events:
		return &Fault{v.Events + 1, flows.Msg("chain.events", "n", v.Events, "header", h.Events)}
	case h.Head != v.Head:
		return &Fault{v.Events, flows.Msg("chain.head")}
	}
	if what := verifyBegin(h, events); !what.IsZero() {
		return &Fault{1, what}
	}
	return verifyErasures(events)
}

// verifyBegin compares a header with how the run began and moved: whether in earnest, by
// which procedure, and with whom. What the first event does not say fits every header.
func verifyBegin(h Header, events []Event) flows.Message {
	if h.Mode != "" && len(events) > 0 && events[0].Mode != h.Mode { // a copy has its events' alone
		return flows.Msg("chain.mode")
	}
	var d Started
	if len(events) == 0 || events[0].Kind != EventStarted || json.Unmarshal(events[0].Data, &d) != nil {
		return flows.Message{} // erased, or the chain says whether that is what was written
	}
	if to, moved := MovedTo(events); moved {
		d.Version, d.Digest = to.Version, to.Digest
	}
	differs := d.Procedure != "" && d.Procedure != h.Procedure || d.Version != 0 && d.Version != h.ProcedureVersion || d.Digest != "" && d.Digest != h.Digest
	if differs {
		return flows.Msg("chain.procedure")
	}
	if d.Customer.ID != "" && d.Customer.Name != h.Customer.Name { // the id is that of the installation where it began
		return flows.Msg("chain.customer")
	}
	return flows.Message{}
}

func verifyEvents(run string, events []Event) *Fault {
	prev := make([]byte, sha256.Size)
	for i := range events {
		e := &events[i]
		if what := verifyEvent(run, int64(i+1), prev, e); !what.IsZero() {
			return &Fault{int64(i + 1), what}
		}
		prev = e.Hash
	}
	return nil
}

func verifyEvent(run string, seq int64, prev []byte, e *Event) flows.Message {
	switch {
	case e.Seq != seq:
		return flows.Msg("chain.missing", "seq", seq)
	case e.Run != run:
		return flows.Msg("chain.other_run")
	case !bytes.Equal(e.Prev, prev):
		return flows.Msg("chain.order")
	case !bytes.Equal(e.Hash, e.digest()):
		return flows.Msg("chain.changed")
	case e.Data != nil && !bytes.Equal(e.Sum, sumOf(e.Salt, e.Data)):
		return flows.Msg("chain.data")
	}
	return verifyContent(e)
}

// verifyContent compares an event's content with the sum that its data names.
func verifyContent(e *Event) flows.Message {
	changed := map[EventKind]string{EventRowsReplaced: "chain.rows", EventSent: "chain.letter"}[e.Kind]
	if changed == "" || e.Data == nil {
		return flows.Message{}
	}
	var d struct {
		Sum  string `json:"sha256"`
		Kept bool   `json:"kept"` // of a letter
	}
	if err := json.Unmarshal(e.Data, &d); err != nil {
		return flows.Msg("chain.unreadable")
	}
	if e.Kind == EventSent && !d.Kept {
		return flows.Message{}
	}
	if e.Content == nil || contentSum(e.Content) != d.Sum {
		return flows.Msg(changed)
	}
	return flows.Message{}
}

// verifyErasures reports data that is missing although no erased event names
// it.
func verifyErasures(events []Event) *Fault {
	named := map[int64]bool{}
	for i := range events {
		if events[i].Kind != EventErased || events[i].Data == nil {
			continue
		}
		var d Erased
		if err := json.Unmarshal(events[i].Data, &d); err != nil {
			return &Fault{events[i].Seq, flows.Msg("chain.unreadable")}
		}
		for _, seq := range d.Seqs {
			named[seq] = true
		}
	}
	for i := range events {
		if events[i].Data == nil && !named[events[i].Seq] {
			return &Fault{events[i].Seq, flows.Msg("chain.gone")}
		}
	}
	return nil
}

// instant is a time in the precision in which events keep it: UTC, to the
// millisecond.
func instant(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }
