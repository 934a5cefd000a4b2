package command

import (
	"context"
	"os"

	"lotse/ui/tty"
)

// untilEnded ends ctx at the first signal that ends a program: a command stops at
// the next place where it can, gives the terminal its echo back, closes the store,
// and exits as interrupted. The second signal waits for nothing. While a face
// shows, both are its own.
func (c *call) untilEnded(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	sig := make(chan os.Signal, 1)
	tty.NotifyEnding(sig)
	done := make(chan struct{})
	go func() {
		select {
		case <-sig:
		case <-done:
			return
		}
		if !c.facing.Load() {
			tty.DefaultEnding()
		}
		cancel()
	}()
	return ctx, func() { close(done); cancel() }
}
