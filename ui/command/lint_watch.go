package command

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// watchEach is how often the files are looked at. A person who saves sees the
// answer at once, and a folder of a hundred files costs nothing at that pace.
const watchEach = 300 * time.Millisecond

// watchLint proves what is named, and again each time that one of its files, or one
// beside them, has changed; until it is interrupted. A file that is away for a
// moment, as some editors save, is waited for.
func (c *call) watchLint(ctx context.Context, names []string) error {
	if _, err := c.lintAll(names); err != nil {
		return err // what is not there at the beginning is a slip
	}
	last := ""
	for {
		if now := c.stamp(names); now != last {
			last = now
			if err := c.lintRound(names); err != nil {
				return err
			}
		}
		select {
		case <-c.after(watchEach):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// lintRound says once what is wrong now.
func (c *call) lintRound(names []string) error {
	shape, err := c.lintAll(names)
	if err != nil {
		fmt.Fprintln(c.Err, words.Say(c.lang(), flows.Reason(err)))
		return nil
	}
	if err := c.print(shape); err != nil {
		return err
	}
	c.talk("cmd.watched", "at", c.Now().Format(time.TimeOnly), "n", len(shape.Faults))
	return nil
}

// stamp changes when one of the files in the folders of what is named does.
func (c *call) stamp(names []string) string {
	var b strings.Builder
	for _, name := range names {
		documents, err := outside.Documents(c.Library, name)
		if err != nil {
			continue
		}
		for _, d := range documents {
			entries, _ := fs.ReadDir(d.FS, ".") // one that cannot be read is told by the round
			for _, e := range entries {
				if info, err := e.Info(); err == nil && !e.IsDir() {
					fmt.Fprintf(&b, "%s %d %d\n", e.Name(), info.Size(), info.ModTime().UnixNano())
				}
			}
		}
	}
	return b.String()
}
