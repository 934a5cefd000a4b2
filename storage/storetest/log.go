package storetest

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Log makes the events of one run, sealed into a chain as flows/run seals them
// but written anew, so that two hands agree on what a chain is.
type Log struct {
	Header run.Header
	At     time.Time // of the next event; each comes a second later
	Step   string    // of the next event
	Events []run.Event
}

// The procedure of every Log, as it is stored, and its digest.
const (
	Procedure       = "procedure: teccom-import"
	ProcedureDigest = "c54de06c0b8e1ed70bfb0b28c66e4fc62f59ea0aa9ab1dd55432ee594dbb0acd"
)

// Epoch is when a Log's first event happens.
var Epoch = time.Date(2026, 11, 21, 9, 30, 0, 123e6, time.UTC)

// NewLog begins a run of a customer who is in the store.
func NewLog(id string, c run.Customer) *Log {
	return &Log{At: Epoch, Step: "client", Header: run.Header{
		ID: id, Procedure: "teccom-import", ProcedureVersion: 1, Title: "Import from TecCom", Digest: ProcedureDigest,
		Customer: c, Mode: run.Real, Status: run.StatusOpen, Lang: "en", Started: Epoch,
		Progress: run.Progress{Open: 3, NotNeeded: 1}, Current: "client", CurrentTitle: "Create a client", Why: "1 field is missing",
	}}
}

// Add makes the next event. The data is encoded unless it is []byte already.
func (l *Log) Add(kind run.EventKind, data any) *run.Event {
	b, ok := data.([]byte)
	if !ok {
		var err error
		if b, err = json.Marshal(data); err != nil {
			panic(err) // a fault of the test
		}
	}
	seq := int64(len(l.Events) + 1)
	prev := make([]byte, sha256.Size)
	if seq > 1 {
		prev = l.Events[seq-2].Hash
	}
	salt := sha256.Sum256(fmt.Appendf(nil, "salt %s %d", l.Header.ID, seq))
	e := run.Event{
		Run: l.Header.ID, Seq: seq, At: l.At, By: "Erika Muster", Mode: l.Header.Mode, Kind: kind,
		Step: l.Step, Data: b, Salt: salt[:16], Prev: prev,
	}
	sum := sha256.Sum256(append(append([]byte{}, e.Salt...), e.Data...))
	e.Sum = sum[:]
	e.Hash = digest(&e)
	l.Events = append(l.Events, e)
	l.At = l.At.Add(time.Second)
	return &l.Events[seq-1]
}

// Answer adds an answered event.
func (l *Log) Answer(item, value string) *run.Event {
	return l.Add(run.EventAnswered, map[string]any{"item": "client." + item, "value": value})
}

// Batch gives the events from a seq on as a session would write them.
func (l *Log) Batch(from int64) run.Batch {
	b := run.Batch{Header: l.Header, Events: append([]run.Event(nil), l.Events[from-1:]...)}
	if from == 1 {
		b.Documents = map[string][]byte{l.Header.Digest: []byte(Procedure)}
	}
	for i := range b.Events {
		b.Events[i].Data = append(json.RawMessage(nil), b.Events[i].Data...)
	}
	last := l.Events[len(l.Events)-1]
	b.Header.Changed, b.Header.Events, b.Header.Head = last.At, last.Seq, hex.EncodeToString(last.Hash)
	b.Index = Index(l.Header.Customer.Name, l.Header.Procedure)
	return b
}

// Index is an index of a customer, a procedure, and answers to the item
// client.name.
func Index(customer, procedure string, answers ...string) []run.IndexEntry {
	all := []run.IndexEntry{{Kind: run.CustomerEntry, Text: customer}, {Kind: run.ProcedureEntry, Text: procedure}}
	for _, a := range answers {
		all = append(all, run.IndexEntry{Kind: run.AnswerEntry, At: flows.At("client.name"), Text: a})
	}
	return all
}

func digest(e *run.Event) []byte {
	var b []byte
	for _, field := range []string{
		string(e.Prev), e.Run, strconv.FormatInt(e.Seq, 10), strconv.FormatInt(e.At.UnixMilli(), 10),
		e.By, string(e.Mode), string(e.Kind), e.Step, string(e.Sum),
	} {
		b = binary.BigEndian.AppendUint64(b, uint64(len(field)))
		b = append(b, field...)
	}
	sum := sha256.Sum256(b)
	return sum[:]
}

// contentSum is the hex SHA-256 of a text.
func contentSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
