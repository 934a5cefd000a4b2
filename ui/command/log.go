package command

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

// logShape is what log prints.
type logShape struct {
	Version int          `json:"version"`
	Mode    run.Mode     `json:"mode"`
	Events  []eventShape `json:"events"`
}

// eventShape is one event; Data is null when it was erased.
type eventShape struct {
	Seq  int64           `json:"seq"`
	At   string          `json:"at"`
	By   string          `json:"by"`
	Kind run.EventKind   `json:"kind"`
	Step string          `json:"step"`
	Data json.RawMessage `json:"data"`
	Hash string          `json:"hash"`
}

func newLog(c *call) *cobra.Command {
	return c.newVerb("log RUN", "cmd.short_log", 1, 1, func(ctx context.Context, args []string) error {
		h, events, err := c.events(ctx, args[0])
		if err != nil {
			return err
		}
		return c.print(logOf(h.Mode, events))
	})
}

// events gives a run's header and events, as they are stored.
func (c *call) events(ctx context.Context, id string) (run.Header, []run.Event, error) {
	h, err := c.find(ctx, id)
	if err != nil {
		return h, nil, err
	}
	events, err := c.archive.Events(ctx, h.ID, 0)
	return h, events, err
}

func logOf(mode run.Mode, events []run.Event) logShape {
	s := logShape{Version: 1, Mode: mode, Events: []eventShape{}}
	for i := range events {
		e := &events[i]
		s.Events = append(s.Events, eventShape{
			Seq: e.Seq, At: stamp(e.At), By: e.By, Kind: e.Kind, Step: e.Step, Data: dataOf(e), Hash: hex.EncodeToString(e.Hash),
		})
	}
	return s
}

// dataOf is an event's data; what a damaged file made of it is shown as a text.
func dataOf(e *run.Event) json.RawMessage {
	if e.Data == nil || json.Valid(e.Data) {
		return e.Data
	}
	text, err := json.Marshal(string(e.Data))
	if err != nil {
		return nil
	}
	return text
}

func (s logShape) lines(p *sheet) {
	p.mark(s.Mode)
	for _, e := range s.Events {
		data := string(e.Data)
		if e.Data == nil {
			data = "(erased)"
		}
		p.row(strconv.FormatInt(e.Seq, 10), e.At, e.By, string(e.Kind), e.Step, data)
	}
}
