package outside

import (
	"context"
	"errors"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// Writer writes what the dialogue about a run has to save. Nothing of it is asked
// of the run while it writes.
type Writer struct {
	Archive run.Archive
	Session interface {
		Flush(ctx context.Context) error
	}
	Run  string // its id
	Mode run.Mode
	At   time.Time
	// Heard hears of typing whether it was kept; nil: nobody listens.
	Heard func(t walk.Typing, kept bool)
}

// Write carries out a walk.Save: typing first, then the events, whose transaction
// removes what became an answer, then what is kept behind it all. A secret's typing
// is not kept while there is no key to seal it with, and that is no error.
func (w Writer) Write(ctx context.Context, r walk.Save) error {
	if err := w.keep(ctx, r.Typing); err != nil {
		return err
	}
	if err := w.Session.Flush(ctx); err != nil {
		return err
	}
	return w.keep(ctx, r.Then)
}

func (w Writer) keep(ctx context.Context, list []walk.Typing) error {
	for _, t := range list {
		err := keepTyping(ctx, w.Archive, run.Unsaved{Run: w.Run, At: w.At}, w.Mode, t)
		none := errors.Is(err, flows.ErrNoIdentity)
		if err != nil && !none {
			return fmt.Errorf("keep unsaved input: %w", err)
		}
		if w.Heard != nil {
			w.Heard(t, !none)
		}
	}
	return nil
}
