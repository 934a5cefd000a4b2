package command

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// verifyShape is what verify prints. Of a run in the store nothing is signed: there
// is no file, no key, and no time.
type verifyShape struct {
	Version    int         `json:"version"`
	Mode       run.Mode    `json:"mode"`
	Intact     bool        `json:"intact"`
	Events     int64       `json:"events"`
	Head       string      `json:"head"`
	SignedBy   *string     `json:"signed_by"`
	FirstFault *faultShape `json:"first_fault"`
	Kind       string      `json:"kind"`
	Run        string      `json:"run"`
	Proved     []string    `json:"proved"`
	File       *string     `json:"file"`
	Form       string      `json:"form"`
	At         *string     `json:"at"`
	KeyWords   []string    `json:"key_words"`
	Own        bool        `json:"own"` // the key is, or was, this installation's

	server bool // which has backups of its own
}

// faultShape is what was changed first: an event of a run, or a line of a file.
type faultShape struct {
	Seq  int64  `json:"seq"`
	What string `json:"what"`
	Line int64  `json:"line"`
	Text string `json:"text"`
}

// What can be proven.
const (
	provedContent   = "content"   // each byte of the file is as it was written
	provedSignature = "signature" // the holder of the key wrote it
	provedChain     = "chain"     // the events lead to the head
)

func newVerify(c *call) *cobra.Command {
	cmd := c.newVerb("verify RUN|FILE", "cmd.short_verify", 1, 1, func(ctx context.Context, args []string) error {
		isFile, err := c.namesFile(ctx, args[0])
		switch {
		case err != nil:
			return err
		case isFile:
			return c.verifyFile(ctx, args[0])
		}
		return c.verifyRun(ctx, args[0])
	})
	cmd.Long = c.text("cmd.long_verify")
	cmd.Example = "lotse verify 7f3\nlotse verify report.html"
	return cmd
}

func (c *call) verifyRun(ctx context.Context, id string) error {
	h, events, err := c.events(ctx, id)
	if err != nil {
		return err
	}
	verdict := run.Verify(h, events)
	notes := c.prove(ctx, h, events, &verdict)
	shape := verifyOf(c.lang(), h, verdict)
	shape.server = c.onServer()
	if err := c.print(shape); err != nil {
		return err
	}
	for _, code := range notes {
		c.talk(code)
	}
	if !verdict.Intact {
		return status(exitFailed)
	}
	return nil
}

// prove has a procedure that is not as it was stored be a fault of an intact
// chain. Notes are the codes of what was not examined: a procedure that cannot be
// had, files that events name, data that was erased.
func (c *call) prove(ctx context.Context, h run.Header, events []run.Event, v *run.Verdict) (notes []string) {
	if !v.Intact {
		return nil
	}
	var refusal *flows.Refusal
	_, err := run.Documents(ctx, c.archive, h, events)
	switch {
	case errors.Is(err, flows.ErrDamaged) && errors.As(err, &refusal):
		v.Fault, v.Intact = &run.Fault{Seq: 1, What: refusal.Message}, false
		return nil
	case err != nil:
		notes = append(notes, "cmd.procedure_unexamined")
	}
	if slices.ContainsFunc(events, func(e run.Event) bool { return len(e.Files()) > 0 }) {
		notes = append(notes, "cmd.files_unexamined")
	}
	if slices.ContainsFunc(events, func(e run.Event) bool { return e.Erased() }) {
		notes = append(notes, "cmd.erased_unexamined")
	}
	return notes
}

func verifyOf(lang string, h run.Header, v run.Verdict) verifyShape {
	s := verifyShape{Version: 1, Mode: h.Mode, Intact: v.Intact, Events: v.Events, Head: v.Head, Kind: "run", Run: h.ID, Proved: []string{}, KeyWords: []string{}}
	if v.Intact {
		s.Proved = append(s.Proved, provedChain)
	}
	if v.Fault != nil {
		s.FirstFault = &faultShape{Seq: v.Fault.Seq, What: words.Say(lang, v.Fault.What)}
	}
	return s
}

func (s verifyShape) lines(p *sheet) {
	p.mark(s.Mode)
	switch {
	case s.File != nil:
		s.fileLines(p)
	case s.Intact:
		p.say("cmd.unchanged", "n", s.Events, "head", s.Head)
	default:
		code := "cmd.changed"
		if s.server {
			code = "cmd.changed_server"
		}
		p.say(code, "seq", s.FirstFault.Seq, "what", s.FirstFault.What)
	}
}
