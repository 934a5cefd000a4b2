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

// verifyShape is what verify prints. SignedBy is null for a run in the store.
type verifyShape struct {
	Version    int         `json:"version"`
	Mode       run.Mode    `json:"mode"`
	Intact     bool        `json:"intact"`
	Events     int64       `json:"events"`
	Head       string      `json:"head"`
	SignedBy   *string     `json:"signed_by"`
	FirstFault *faultShape `json:"first_fault"`
}

type faultShape struct {
	Seq  int64  `json:"seq"`
	What string `json:"what"`
}

func newVerify(c *call) *cobra.Command {
	return c.newVerb("verify RUN", "cmd.short_verify", 1, 1, func(ctx context.Context, args []string) error {
		h, events, err := c.events(ctx, args[0])
		if err != nil {
			return err
		}
		verdict := run.Verify(h, events)
		notes := c.prove(ctx, h, events, &verdict)
		if err := c.print(verifyOf(c.lang(), h.Mode, verdict)); err != nil {
			return err
		}
		for _, code := range notes {
			c.talk(code)
		}
		if !verdict.Intact {
			return status(exitFailed)
		}
		return nil
	})
}

// prove has a procedure that is not as it was stored be a fault of an intact
// chain. Notes are the codes of what was not examined: a procedure that cannot be
// had, files that events name, data that was erased.
func (c *call) prove(ctx context.Context, h run.Header, events []run.Event, v *run.Verdict) (notes []string) {
	if !v.Intact {
		return nil
	}
	var refusal *flows.Refusal
	_, err := run.Document(ctx, c.archive, h)
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

func verifyOf(lang string, mode run.Mode, v run.Verdict) verifyShape {
	s := verifyShape{Version: 1, Mode: mode, Intact: v.Intact, Events: v.Events, Head: v.Head}
	if v.Fault != nil {
		s.FirstFault = &faultShape{Seq: v.Fault.Seq, What: words.Say(lang, v.Fault.What)}
	}
	return s
}

func (s verifyShape) lines(p *sheet) {
	p.mark(s.Mode)
	if s.Intact {
		p.say("cmd.unchanged", "n", s.Events, "head", s.Head)
		return
	}
	p.say("cmd.changed", "seq", s.FirstFault.Seq, "what", s.FirstFault.What)
}
