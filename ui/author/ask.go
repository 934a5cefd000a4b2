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

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/colorprofile"

	"lotse/flows"
	"lotse/flows/document/skeleton"
	"lotse/flows/words"
)

// Terminal is where the form is shown.
type Terminal struct {
	In    io.Reader
	Out   io.Writer
	Plain bool // one question after the other, in lines without colour
	Color bool // of a form that is drawn
}

// Ask asks for what an outline lacks, with what it has as the beginning. Where the
// person gives up, the error is context.Canceled. taken says why an id cannot be had.
func Ask(ctx context.Context, t Terminal, o *skeleton.Outline, taken func(id string) error) error {
	f := &form{Terminal: t, ctx: ctx, lang: o.Lang}
	if t.Plain {
		f.answers = &lines{ctx: ctx, from: t.In}
		f.In, f.Out = f.answers, &asking{to: t.Out, of: f.answers}
	}
	systems, steps := strings.Join(o.Systems, ", "), strings.Join(o.Steps, "\n")
	first := huh.NewGroup(
		f.input("author.title", "author.title_why", &o.Title).Validate(f.needed),
		f.input("author.id", "author.id_why", &o.ID).Validate(func(id string) error {
			if id == "" {
				id = skeleton.ID(o.Title)
			}
			return taken(id)
		}),
		f.input("author.summary", "", &o.Summary),
	)
	then := []huh.Field{f.input("author.systems", "author.systems_why", &systems), f.input("author.document", "", &o.Document)}
	if !t.Plain {
		then = append(then, huh.NewText().Title(f.say("author.steps")).Description(f.say("author.steps_why")).Value(&steps))
	}
	if err := f.run(first, huh.NewGroup(then...)); err != nil {
		return err
	}
	if t.Plain {
		if err := f.steps(&steps); err != nil {
			return err
		}
	}
	if o.ID == "" {
		o.ID = skeleton.ID(o.Title)
	}
	o.Systems, o.Steps = Split(systems, ","), Split(steps, "\n")
	return nil
}

// form is what is asked on a terminal.
type form struct {
	Terminal
	ctx     context.Context //nolint:containedctx // it is asked for and gone
	lang    string
	answers *lines // nil where it is drawn
}

func (f *form) say(code string) string { return words.Say(f.lang, flows.Msg(code)) }

// input is a question for a line. One that is not drawn shows no description, so
// that the question says it.
func (f *form) input(title, why string, value *string) *huh.Input {
	in := huh.NewInput().Title(f.say(title)).Value(value)
	switch {
	case why != "" && f.Plain:
		in = in.Title(f.say(title) + " (" + strings.TrimSuffix(f.say(why), ".") + ")")
	case why != "":
		in = in.Description(f.say(why))
	}
	return in
}

func (f *form) needed(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New(f.say("author.needed"))
	}
	return nil
}

// keys are the keys of the form, as the author's language calls what they do.
func (f *form) keys() *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	for code, all := range map[string][]*key.Binding{
		"author.next":   {&k.Input.Next, &k.Text.Next},
		"author.back":   {&k.Input.Prev, &k.Text.Prev},
		"author.submit": {&k.Input.Submit, &k.Text.Submit},
		"author.line":   {&k.Text.NewLine},
	} {
		for _, b := range all {
			b.SetHelp(b.Help().Key, f.say(code))
		}
	}
	k.Text.Editor.SetEnabled(false)
	return k
}

// steps asks for one step after the other, up to an empty line.
func (f *form) steps(all *string) error {
	for {
		one := ""
		if err := f.run(huh.NewGroup(f.input("author.step", "", &one))); err != nil || one == "" {
			return err
		}
		*all += "\n" + one
	}
}

// run asks for groups of answers.
func (f *form) run(groups ...*huh.Group) error {
	h := huh.NewForm(groups...)
	switch {
	case f.Plain:
		h = h.WithTheme(huh.ThemeFunc(huh.ThemeBase))
	case !f.Color: // no theme has none: the prompt has a colour of its own
		h = h.WithProgramOptions(tea.WithColorProfile(colorprofile.ASCII)) // before In and Out, which it would take back
	}
	h = h.WithInput(f.In).WithOutput(f.Out).WithAccessible(f.Plain).WithKeyMap(f.keys())
	err := h.RunWithContext(f.ctx)
	if err == nil && f.answers != nil {
		err = f.answers.err
	}
	switch {
	case errors.Is(err, huh.ErrUserAborted), errors.Is(err, context.Canceled), f.ctx.Err() != nil:
		return context.Canceled
	case err != nil:
		return fmt.Errorf("ask for the procedure: %w", err)
	}
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
