package proving

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/ui/outside"
)

// Play plays the whole story, and notes in c what it walks past. The error is a
// *Failure. Whatever happened, the store is let go.
func (p *Player) Play(ctx context.Context, c *Cover) error {
	defer p.Close()
	if err := p.Begin(ctx); err != nil {
		return err
	}
	if err := p.try(ctx, p.goWrong); err != nil {
		return err
	}
	c.See(p.View(), p.walk.At().Step)
	for _, written := range p.Story.Acts {
		if err := p.act(ctx, written); err != nil {
			var f *Failure
			if errors.As(err, &f) {
				f.Line, f.Said = written.Line, written.Said
			}
			return err
		}
		c.See(p.View(), p.walk.At().Step)
	}
	return p.End(ctx)
}

// act does an act, and holds what is seen then.
func (p *Player) act(ctx context.Context, written *Act) error {
	var a *Act
	err := p.try(ctx, func() {
		var err error
		a, err = written.Told(p.code)
		p.must(err)
	})
	switch {
	case err != nil:
		return err
	case a.Verb == "kill":
		err = p.Kill(ctx)
	case a.Verb != "":
		err = p.Do(ctx, a)
	}
	if err != nil {
		return err
	}
	return p.Look(ctx, a)
}

// goWrong chooses what goes wrong in a rehearsal.
func (p *Player) goWrong() {
	if len(p.Story.Faults) == 0 {
		return
	}
	faults := outside.Faults{}
	for _, of := range p.Story.Faults {
		for _, fault := range of.Values {
			if !faults.Known(of.Name, fault) {
				p.fail("prove.no_fault", "check", of.Name, "fault", fault)
			}
			faults.Add(of.Name, fault)
		}
	}
	p.must(outside.ChooseFaults(p.ctx, p.screen.Archive, p.Run(), faults))
}

// Told is the act with what code gives in the place of "code of STEP.DRAFT", which is
// the code that stands in that test mail now.
func (a *Act) Told(code func(draft string) (string, error)) (*Act, error) {
	is := *a
	is.Answers = slices.Clone(a.Answers)
	for i, given := range is.Answers {
		draft, ok := strings.CutPrefix(given.Value(), "code of ")
		if !ok {
			continue
		}
		read, err := code(draft)
		if err != nil {
			return nil, err
		}
		is.Answers[i].Values = []string{read}
	}
	return &is, nil
}

var codeForm = regexp.MustCompile(`(?m)^  ([0-9A-Z]{3}-[0-9A-Z]{3})$`)

// CodeIn is the code that stands in a test mail; "" where there is none.
func CodeIn(mail string) string {
	if found := codeForm.FindStringSubmatch(mail); found != nil {
		return found[1]
	}
	return ""
}

// code reads a test mail, as whoever gets it does.
func (p *Player) code(draft string) (string, error) {
	_, name := p.item(draft)
	at, _, err := p.walk.Find(name)
	if err != nil {
		return "", err
	}
	l, err := document.Write(p.View(), at.Step, at.Item, document.Asked{Sender: p.screen.Env.By, Today: p.screen.Now()})
	if err != nil {
		return "", err
	}
	code := CodeIn(l.Body)
	if code == "" {
		return "", flows.Refuse(flows.ErrNotFound, nil, "prove.no_code", "draft", flows.Short(draft))
	}
	return code, nil
}
