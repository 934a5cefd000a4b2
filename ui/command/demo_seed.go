package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// sampleRun is one run of the demo, as a person would have come to it.
type sampleRun struct {
	customer, procedure, lang string
	days                      int    // ago
	at                        string // 09:40 on that day
	acts                      [][]string
}

// samples reads the samples of the demo in a language. The English one has runs
// in other languages, too, which says that it can.
func samples(lang string) ([]sampleRun, error) {
	text, err := demoData.ReadFile("demo/samples.yaml")
	if err != nil {
		return nil, err
	}
	root, err := parseDocument(text)
	if err != nil {
		return nil, fmt.Errorf("samples.yaml: %w", err)
	}
	var all []sampleRun
	for _, n := range root.Parts {
		s := sampleRun{lang: lang}
		if own := n.Get("lang"); own != nil && lang == words.English {
			s.lang = own.Text
		}
		for _, e := range n.Pairs {
			if err := s.set(e); err != nil {
				return nil, fmt.Errorf("samples.yaml:%d:%d: %w", e.Key.Row, e.Key.Column, err)
			}
		}
		all = append(all, s)
	}
	return all, nil
}

// set takes one entry of a sample.
func (s *sampleRun) set(e flows.Pair) (err error) {
	switch e.Key.Text {
	case "customer":
		s.customer = e.Value.Text
	case "procedure":
		s.procedure = e.Value.Text
	case "lang": // read already: what is said depends on it
	case "days":
		s.days, err = strconv.Atoi(e.Value.Text)
	case "at":
		s.at = e.Value.Text
	case "acts":
		for _, act := range e.Value.Parts {
			var parts []string
			for _, part := range act.Parts {
				if said := part.Get(s.lang); said != nil {
					part = said
				}
				parts = append(parts, part.Text)
			}
			s.acts = append(s.acts, parts)
		}
	default:
		err = fmt.Errorf("there is no %s in a sample", e.Key.Text)
	}
	return err
}

// seeding plays the samples in a store: the commands that a person would have
// given, at the times at which that would have been.
type seeding struct {
	*call
	archive run.Archive
}

// shared is an archive that a call does not close.
type shared struct{ run.Archive }

// Close leaves the archive open.
func (shared) Close() error { return nil }

// all plays all samples, the oldest first as they stand.
func (s seeding) all(ctx context.Context) error {
	all, err := samples(s.lang())
	if err != nil {
		return err
	}
	for i := range all {
		if err := s.play(ctx, &all[i]); err != nil {
			return fmt.Errorf("%s, %s: %w", all[i].customer, all[i].procedure, err)
		}
	}
	return nil
}

// play plays one sample.
func (s seeding) play(ctx context.Context, one *sampleRun) error {
	p := &player{seeding: s, ctx: ctx}
	if err := p.clock(one.days, one.at); err != nil {
		return err
	}
	if err := p.call(exitDone, "", "start", one.procedure, "--customer", one.customer, "--lang", one.lang); err != nil {
		return err
	}
	page, err := s.archive.Headers(ctx, run.Query{Limit: 500})
	if err != nil {
		return err
	}
	for i := range page.Runs {
		if h := &page.Runs[i]; h.Procedure == one.procedure && h.Customer.Name == one.customer {
			p.run = h.ID
		}
	}
	for _, act := range one.acts {
		if err := p.act(act); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(act, " "), err)
		}
	}
	return nil
}

// player is whoever did what a sample tells.
type player struct {
	seeding
	ctx context.Context
	run string
	now time.Time
}

// pace is how long one act takes.
const pace = 40 * time.Second

// clock puts the clock to a time of a day so many days ago; "" is half an hour
// ago.
func (p *player) clock(days int, at string) error {
	now := p.Now()
	if at == "" {
		p.now = now.AddDate(0, 0, -days).Add(-30 * time.Minute)
		return nil
	}
	t, err := time.Parse("15:04", at)
	if err != nil {
		return err
	}
	p.now = time.Date(now.Year(), now.Month(), now.Day()-days, t.Hour(), t.Minute(), 0, 0, now.Location())
	return nil
}

// act does one act: a command without its run, or
//
//	[later, 2h]               time passes
//	[secret, STEP.FIELD]      a secret is entered
//	[fails, COMMAND, …]       a command, such as check, that has to fail
//	[unsure, COMMAND, …]      one that leaves something open (exit code 3)
func (p *player) act(words []string) error {
	p.now = p.now.Add(pace)
	exit := exitDone
	switch words[0] {
	case "later":
		d, err := time.ParseDuration(words[1])
		p.now = p.now.Add(d)
		return err
	case "secret":
		return p.call(exit, demoSecret, "set", p.run, "--secret-stdin", words[1])
	case "fails":
		exit, words = exitFailed, words[1:]
	case "unsure":
		exit, words = exitNotComplete, words[1:]
	}
	return p.call(exit, "", append([]string{words[0], p.run}, words[1:]...)...)
}

// demoSecret is what is entered for a secret; the simulated portals take any.
const demoSecret = "a-secret-of-the-demo"

// call runs a command as it would be typed.
func (p *player) call(exit int, stdin string, args ...string) error {
	program := p.Program
	program.Store.Open = func(context.Context, string, Talk) (run.Archive, error) { return shared{p.archive}, nil }
	program.In, program.Out = strings.NewReader(stdin), io.Discard
	program.Getenv = func(string) string { return "" }
	program.Now = func() time.Time { return p.now }
	program.User = func() string { return "Erika Muster" }
	program.Desk, program.Line = nil, nil
	var talk bytes.Buffer
	program.Err = &talk
	c := newCall(program)
	c.err = c.ended(p.ctx, append(args, "--json", "--yes", "--no-input"))
	got := exitDone
	var s status
	if errors.As(c.err, &s) {
		got = int(s)
	} else if c.err != nil {
		return c.err
	}
	if got != exit {
		return fmt.Errorf("exit code %d, want %d", got, exit)
	}
	return nil
}

// ended runs a command and tells what it failed with.
func (c *call) ended(ctx context.Context, args []string) error {
	root := newRoot(c, args)
	root.SetArgs(args)
	root.SetOut(c.out)
	root.SetErr(c.Err)
	if err := root.ExecuteContext(ctx); err != nil {
		return err
	}
	return c.err
}
