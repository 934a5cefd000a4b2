package command

import (
	"cmp"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// logShape is what log prints.
type logShape struct {
	Version int          `json:"version"`
	Mode    run.Mode     `json:"mode"`
	Events  []eventShape `json:"events"`
}

// eventShape is one event: its data as it was stored, null when it was erased,
// and beside it the event as a sentence.
type eventShape struct {
	Seq    int64  `json:"seq"`
	At     string `json:"at"`
	By     string `json:"by"`
	Writer string `json:"writer"` // who brought it, where that is somebody else
	who    string
	Kind   run.EventKind   `json:"kind"`
	Step   string          `json:"step"`
	Data   json.RawMessage `json:"data"`
	Text   string          `json:"text"`
	Hash   string          `json:"hash"`
}

func newLog(c *call) *cobra.Command {
	return c.newVerb("log RUN", "cmd.short_log", 1, 1, func(ctx context.Context, args []string) error {
		h, events, err := c.events(ctx, args[0])
		if err != nil {
			return err
		}
		return c.print(c.logOf(ctx, h, events))
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

// logOf tells events in the language that was asked for, else in the run's. What
// they are about is called by its id where the procedure cannot be read: a log
// can be, whatever happened to the rest.
func (c *call) logOf(ctx context.Context, h run.Header, events []run.Event) logShape {
	lang := cmp.Or(c.asked(), h.Lang)
	p := c.procedureOf(ctx, begun(h, events), lang)
	s := logShape{Version: 1, Mode: h.Mode, Events: []eventShape{}}
	for i := range events {
		e := &events[i]
		s.Events = append(s.Events, eventShape{
			Seq: e.Seq, At: stamp(e.At), By: e.By, Writer: e.Writer, who: words.Say(lang, e.Who()), Kind: e.Kind, Step: e.Step, Data: dataOf(e),
			Text: words.Say(lang, e.Describe(p)), Hash: hex.EncodeToString(e.Hash),
		})
		if to, moved := run.MovedTo(events[i : i+1]); moved {
			h.Digest = to.Digest
			p = c.procedureOf(ctx, h, lang)
		}
	}
	return s
}

// begun is the header of a run with the version with which it began.
func begun(h run.Header, events []run.Event) run.Header {
	if all := run.Editions(events); len(all) > 0 {
		h.Digest = all[0].Digest
	}
	return h
}

// procedureOf is the procedure of a run in a language; nil where it cannot be
// read, which is said: a log can be told without it.
func (c *call) procedureOf(ctx context.Context, h run.Header, lang string) *flows.Procedure {
	p, err := run.Procedure(ctx, c.archive, h, c.load)
	if err != nil {
		fmt.Fprintln(c.Err, c.why(err))
		return nil
	}
	return p.In(lang)
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
		p.row(strconv.FormatInt(e.Seq, 10), p.time(e.At), e.who, e.Text)
	}
}
