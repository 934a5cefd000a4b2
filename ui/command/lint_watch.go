package command

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// watchLint proves what is named, and again each time that one of its files, or one
// beside them, has changed; until it is interrupted. A file that is away for a
// moment, as some editors save, is waited for.
func (c *call) watchLint(ctx context.Context, names []string) error {
	if _, err := c.lintAll(names); err != nil {
		return err // what is not there at the beginning is a slip
	}
	w := &watch{call: c, folders: func() []fs.FS { return c.foldersOf(names) }}
	for {
		if err := w.next(ctx); err != nil {
			return err
		}
		if err := c.lintRound(names); err != nil {
			return err
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

// foldersOf are the folders of what is named, as far as it is there.
func (c *call) foldersOf(names []string) []fs.FS {
	var all []fs.FS
	for _, name := range names {
		documents, _ := outside.Documents(c.Library, name) // the round says what is wrong with it
		for _, d := range documents {
			all = append(all, d.FS)
		}
	}
	return all
}
