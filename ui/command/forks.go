package command

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/document/capsule"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// forksShape is what forks prints.
type forksShape struct {
	Version int         `json:"version"`
	Run     string      `json:"run"`
	Mode    run.Mode    `json:"mode"`
	Forks   []forkShape `json:"forks"`
}

// forkShape is another copy of a run, and what it holds otherwise; Unreadable says
// why that is not known.
type forkShape struct {
	Head        string            `json:"head"`
	Events      int64             `json:"events"`
	Since       int64             `json:"since"`
	By          string            `json:"by"`
	At          string            `json:"at"`
	Key         string            `json:"key"`
	Sum         string            `json:"sha256"`
	Unreadable  string            `json:"unreadable"`
	Differences []differenceShape `json:"differences"`
}

type differenceShape struct {
	Item   string    `json:"item"`
	Label  string    `json:"label"`
	Ours   sideShape `json:"ours"`
	Theirs sideShape `json:"theirs"`

	of *flows.Item
}

// sideShape is what one copy holds. By and At are of the event that gave it, since
// both went their own ways.
type sideShape struct {
	Value flows.Value `json:"value"`
	By    string      `json:"by"`
	At    *string     `json:"at"`
}

func newForks(c *call) *cobra.Command {
	return c.newVerb("forks RUN", "cmd.short_forks", 1, 1, func(ctx context.Context, args []string) error {
		s, err := c.resume(ctx, args[0])
		if err != nil {
			return err
		}
		shape := forksShape{Version: 1, Run: s.ID(), Mode: s.View(c.Now()).Mode, Forks: []forkShape{}}
		for _, f := range s.Forks() {
			one, err := c.forkOf(ctx, s, f)
			if err != nil {
				return err
			}
			shape.Forks = append(shape.Forks, one)
		}
		return c.print(shape)
	})
}

// forkOf compares a run with another copy of it. A copy whose file is damaged is
// named all the same.
func (c *call) forkOf(ctx context.Context, s *run.Session, f run.Forked) (forkShape, error) {
	shape := forkShape{
		Head: f.Head, Events: f.Events, Since: f.Since, By: flows.CleanLine(f.By), At: stamp(f.At), Key: f.Key, Sum: f.File.Sum,
		Differences: []differenceShape{},
	}
	err := c.withFork(ctx, f, func(theirs *capsule.Capsule) error {
		for _, d := range run.Differ(s.View(c.Now()), theirs.Copy.View(c.Now()), s.Events(), theirs.Copy.Events(), f.Since) {
			shape.Differences = append(shape.Differences, differenceOf(d))
		}
		return nil
	})
	var refused *flows.Refusal
	if errors.As(err, &refused) {
		shape.Unreadable = c.why(err)
		return shape, nil
	}
	return shape, err
}

// withFork opens another copy of a run for as long as use takes.
func (c *call) withFork(ctx context.Context, f run.Forked, use func(*capsule.Capsule) error) error {
	env, err := c.env(ctx)
	if err != nil {
		return err
	}
	theirs, file, err := outside.OpenFork(ctx, c.archive, env, c.load, f)
	if err != nil {
		return err
	}
	return errors.Join(use(theirs), file.Close())
}

func differenceOf(d run.Difference) differenceShape {
	s := differenceShape{Item: d.At.String(), Ours: oneSide(d.Ours), Theirs: oneSide(d.Theirs), of: d.Item}
	if d.Item != nil {
		s.Label = flows.CleanLine(d.Item.Label)
	}
	return s
}

func oneSide(s run.Side) sideShape {
	shape := sideShape{Value: s.Value, By: flows.CleanLine(s.By)}
	if s.Seq > 0 {
		at := stamp(s.At)
		shape.At = &at
	}
	return shape
}

func (s forksShape) lines(p *sheet) {
	p.mark(s.Mode)
	if len(s.Forks) == 0 {
		p.say("cmd.fork_none")
	}
	for i := range s.Forks {
		s.Forks[i].lines(p)
	}
}

func (s *forkShape) lines(p *sheet) {
	p.say("cmd.fork_head", "head", s.Head[:min(len(s.Head), 12)], "by", flows.Short(s.By), "at", p.time(s.At), "since", s.Since)
	switch {
	case s.Unreadable != "":
		p.say("cmd.fork_gone", "why", s.Unreadable)
		return
	case len(s.Differences) == 0:
		p.say("cmd.fork_same")
		return
	}
	p.row("", p.text("cmd.fork_ours"), p.text("cmd.fork_theirs"))
	for i := range s.Differences {
		d := &s.Differences[i]
		p.row("  "+d.Item, d.text(p, &d.Ours), d.text(p, &d.Theirs))
	}
}

// text is what a side holds, and who gave it.
func (d *differenceShape) text(p *sheet, s *sideShape) string {
	text := d.value(p, s.Value)
	if s.At != nil {
		text += " (" + s.By + ", " + p.time(*s.At) + ")"
	}
	return text
}

func (d *differenceShape) value(p *sheet, v flows.Value) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case bool:
		return p.answer(&flows.Item{}, v)
	case int:
		return p.text("cmd.rows", "n", v)
	case string:
		switch {
		case v == "":
			return "-"
		case d.of == nil:
			return words.For(p.lang).State(v)
		case d.of.Field != nil && d.of.Field.Type == flows.TypeSecret:
			return p.text("cmd.set", "fingerprint", v)
		case d.of.Field == nil:
			return v
		}
	}
	if d.of == nil || d.of.Field == nil {
		return "-"
	}
	return strconv.Quote(flows.Short(document.Show(p.lang, d.of.Field, v)))
}
