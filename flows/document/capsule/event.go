package capsule

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"lotse/flows/run"
)

// event is an event as a line of events.jsonl has it: every field, and data as it
// was stored. What was erased is null.
type event struct {
	Run     string          `json:"run"`
	Seq     int64           `json:"seq"`
	At      time.Time       `json:"at"`
	By      string          `json:"by"`
	Mode    run.Mode        `json:"mode"`
	Kind    run.EventKind   `json:"kind"`
	Step    string          `json:"step"`
	Data    json.RawMessage `json:"data"`
	Salt    []byte          `json:"salt"`
	Sum     []byte          `json:"sum"`
	Prev    []byte          `json:"prev"`
	Hash    []byte          `json:"hash"`
	Writer  string          `json:"-"` // of the store it was read from alone
	Content []byte          `json:"content,omitempty"`
}

// writeEvents writes events as lines.
func writeEvents(w io.Writer, events []run.Event) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range events {
		e := event(events[i])
		e.At = e.At.UTC()
		if e.Data == nil {
			e.Data = json.RawMessage("null")
		}
		if err := enc.Encode(e); err != nil {
			return fmt.Errorf("write event %d: %w", e.Seq, err)
		}
	}
	return nil
}

// readEvents reads lines of events. Whether they are what was written is for their
// chain to say.
func readEvents(data []byte) ([]run.Event, error) {
	var events []run.Event
	for n := int64(1); len(data) > 0; n++ {
		one, rest, ended := bytes.Cut(data, []byte("\n"))
		e := event{}
		dec := json.NewDecoder(bytes.NewReader(one))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&e); err != nil || !ended || dec.InputOffset() != int64(len(one)) {
			return nil, damaged("copy.event", "seq", n).Because(err)
		}
		if bytes.Equal(e.Data, []byte("null")) {
			e.Data = nil
		}
		e.At = e.At.UTC()
		events = append(events, run.Event(e))
		data = rest
	}
	return events, nil
}
