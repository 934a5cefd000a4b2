package outside

import (
	"context"
	"fmt"
	"time"

	"lotse/flows/run"
	"lotse/ui/walk"
)

// Writer saves what the dialogue about a run wants to save. It does not use
// the run while it writes, apart from Flush.
type Writer struct {
	Archive run.Archive
	Session interface {
		Flush(ctx context.Context) error
	}
	Run  string // its id
	Mode run.Mode
	At   time.Time
	// OnKept hears of typing whether it was kept; nil: nobody listens.
	OnKept func(t walk.Typing, kept bool)
}

// Write carries out a walk.Save: first the input not yet submitted, then the
// events, in a transaction that also removes input that has become an answer,
// then the input that is to be kept after that. A secret's input is not kept
// while there is no key to seal it with, or only one that does not open; that is no
// error, and keeps nothing else from being saved.
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
		kept, err := keepTyping(ctx, w.Archive, run.Unsaved{Run: w.Run, At: w.At}, w.Mode, t)
		if err != nil {
			return fmt.Errorf("keep unsaved input: %w", err)
		}
		if w.OnKept != nil {
			w.OnKept(t, kept)
		}
	}
	return nil
}
