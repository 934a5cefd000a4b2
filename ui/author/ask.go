// Package author asks the author of a procedure what it is to be, by a form on the
// terminal. It may import what draws and the words; it neither reads nor writes
// files.
package author

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"charm.land/huh/v2"

	"lotse/flows"
	"lotse/flows/document/skeleton"
	"lotse/flows/words"
)

// Terminal is where the form is shown.
type Terminal struct {
	In    io.Reader
	Out   io.Writer
	Plain bool // one question after the other, in lines
	Color bool
}

// Ask asks for what an outline lacks, with what it has as the beginning. Where the
// person gives up, the error is context.Canceled. taken says why an id cannot be had.
func Ask(ctx context.Context, t Terminal, o *skeleton.Outline, taken func(id string) error) error {
	say := func(code string) string { return words.Say(o.Lang, flows.Msg(code)) }
	systems, steps := strings.Join(o.Systems, ", "), strings.Join(o.Steps, "\n")
	needed := func(text string) error {
		if strings.TrimSpace(text) == "" {
			return errors.New(say("author.needed"))
		}
		return nil
	}
	first := []huh.Field{
		huh.NewInput().Title(say("author.title")).Description(say("author.title_why")).Value(&o.Title).Validate(needed),
		huh.NewInput().Title(say("author.id")).Description(say("author.id_why")).Value(&o.ID).Validate(func(id string) error {
			if id == "" {
				id = skeleton.ID(o.Title)
			}
			return taken(id)
		}),
		huh.NewInput().Title(say("author.summary")).Value(&o.Summary),
	}
	then := []huh.Field{
		huh.NewInput().Title(say("author.systems")).Description(say("author.systems_why")).Value(&systems),
		huh.NewInput().Title(say("author.document")).Value(&o.Document),
		huh.NewText().Title(say("author.steps")).Description(say("author.steps_why")).Value(&steps),
	}
	form := huh.NewForm(huh.NewGroup(first...), huh.NewGroup(then...)).WithInput(t.In).WithOutput(t.Out).WithAccessible(t.Plain)
	if !t.Color {
		form = form.WithTheme(huh.ThemeFunc(huh.ThemeBase))
	}
	switch err := form.RunWithContext(ctx); {
	case errors.Is(err, huh.ErrUserAborted):
		return context.Canceled
	case err != nil:
		return fmt.Errorf("ask for the procedure: %w", err)
	}
	if o.ID == "" {
		o.ID = skeleton.ID(o.Title)
	}
	o.Systems, o.Steps = Split(systems, ","), Split(steps, "\n")
	return nil
}

// Split gives the parts of a text that say something.
func Split(text, by string) []string {
	var parts []string
	for _, part := range strings.Split(text, by) {
		if part = strings.TrimSpace(flows.CleanLine(part)); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
