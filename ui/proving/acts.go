package proving

import (
	"context"
	"fmt"
	"slices"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// Do does an act as somebody does who goes to what they mean first.
func (p *Player) Do(ctx context.Context, a *Act) error {
	return p.try(ctx, func() { p.do(a) })
}

func (p *Player) do(a *Act) {
	p.told, p.asked = nil, nil
	before := len(p.session.Events())
	switch a.Verb {
	case "answer", "secret", "tick", "untick", "check", "wait", "answered", "gate", "sent":
		p.items(a)
	case "add", "edit", "remove":
		p.rows(a)
	case "rotate":
		p.rotate(a)
	case "undo":
		p.acts(a, p.walk.Undo())
	default:
		p.steps(a)
	}
	_, confirmed := p.lastAsked().(walk.Confirm)
	switch changed := len(p.session.Events()) != before; {
	case confirmed != (len(a.Changes) > 0):
		p.fail(confirms[confirmed])
	case changed == (a.Verb == "go" || a.Held != "" || a.Then == "leave"):
		p.fail(changes[changed])
	case p.walk.SaveState() != walk.IsSaved:
		p.must(fmt.Errorf("save: %w", p.walk.SaveError()))
	}
}

// What is said where a change has consequences and the story names none, or the
// other way round; where an act changes the run and should not, or the other way
// round.
var (
	confirms = map[bool]string{true: "prove.changes_untold", false: "prove.changes_none"}
	changes  = map[bool]string{true: "prove.changed", false: "prove.unchanged"}
)

func (p *Player) lastAsked() walk.Question {
	if len(p.asked) == 0 {
		return nil
	}
	return p.asked[len(p.asked)-1]
}

// acts carries an act out that has to work.
func (p *Player) acts(a *Act, t walk.Turn) {
	if p.carry(a, t).Bad {
		p.fail("prove.refused", "why", p.why())
	}
}

// why is what was told last.
func (p *Player) why() flows.Message {
	if len(p.told) == 0 {
		return flows.Msg("prove.not_said")
	}
	return p.told[len(p.told)-1]
}

// come goes to an item, where the dialogue stops at it.
func (p *Player) come(name string) flows.Address {
	_, name = p.item(name)
	at, _, err := p.walk.Find(name)
	p.must(err)
	p.walk.ToAddress(at)
	if p.walk.At() != at {
		p.fail("prove.at", "is", p.walk.At().String(), "want", at.String())
	}
	return at
}

// items does an act on items.
func (p *Player) items(a *Act) {
	for _, given := range a.Answers {
		p.come(given.Name)
		it, _ := p.item(given.Name)
		p.acts(a, p.walk.Answer(p.given(it, given), walk.Next))
	}
	for _, name := range a.On {
		at := p.come(name)
		switch a.Verb {
		case "secret":
			p.acts(a, p.walk.Secret(run.NewSecret([]byte(a.Entered())), walk.Next))
		case "tick", "untick":
			p.acts(a, p.walk.Tick(a.Verb == "tick", walk.Next))
		case "check":
			p.checks(a, at)
		case "wait":
			day, ok := flows.ParseDate(a.With["until"], p.screen.Now())
			if !ok {
				p.fail("prove.no_day", "text", a.With["until"])
			}
			p.acts(a, p.walk.WaitUntil(at, day, a.With["why"]))
		case "answered":
			p.acts(a, p.walk.WaitAnswered(at, a.With["why"]))
		case "gate":
			p.acts(a, p.walk.Propose(walk.Next, run.PassGate{At: at, Word: a.With["word"], By: a.With["by"], Why: a.With["why"]}))
		case "sent":
			l, err := document.Write(p.walk.View(), at.Step, at.Item, document.Asked{Sender: p.screen.Env.By, Today: p.screen.Now()})
			p.must(err)
			p.acts(a, p.walk.Propose(walk.Next, l.Sent(at, a.With["how"])))
		}
	}
}

// checks has a check run and holds what it found.
func (p *Player) checks(a *Act, at flows.Address) {
	p.acts(a, p.walk.Check(at))
	switch is := p.walk.ItemAt(at).Result; {
	case is == nil:
		p.fail("prove.no_result", "check", a.On[0])
	case is.Status != a.With["result"]:
		p.fail("prove.result", "check", a.On[0], "is", is.Status, "want", a.With["result"], "why", is.Message)
	}
}

// given is a value as it is entered.
func (p *Player) given(it *flows.Item, given Pair) flows.Value {
	switch {
	case given.Many:
		return given.Values
	case given.Value() == "":
		return nil
	case it.Field != nil && it.Field.Type == flows.TypeFile:
		return p.file(given.Value())
	}
	return given.Value()
}

// rows adds, edits or removes a row.
func (p *Player) rows(a *Act) {
	list := p.come(a.On[0])
	it, _ := p.item(a.On[0])
	row := a.Row
	switch a.Verb {
	case "remove":
		p.acts(a, p.walk.Propose(walk.Stay, run.RemoveRow{At: list.In(row, "")}))
	case "add":
		cells := map[string]flows.Value{}
		for _, given := range a.Answers {
			cells[given.Name] = p.given(p.column(it, given.Name), given)
		}
		p.acts(a, p.walk.AddRow(list, cells, walk.Stay))
		rows := p.walk.ItemAt(list).Rows
		row = rows[len(rows)-1].Row
	case "edit":
		for _, given := range a.Answers {
			p.walk.ToCell(row, given.Name)
			p.acts(a, p.walk.Answer(p.given(p.column(it, given.Name), given), walk.Stay))
		}
	}
	for _, column := range slices.Concat(a.Ticks, a.Unticks) {
		p.walk.ToCell(row, column)
		p.acts(a, p.walk.Tick(slices.Contains(a.Ticks, column), walk.Stay))
	}
}

// steps does an act on a step.
func (p *Player) steps(a *Act) {
	on, why := a.On[0], a.With["why"]
	if a.Verb == "accept" {
		step, problem := p.walk.FindProblem(on)
		if problem == "" {
			p.fail("prove.no_problem", "problem", on)
		}
		p.goTo(a, step)
		p.acts(a, p.walk.Accept(step, problem, why))
		return
	}
	p.goTo(a, on)
	switch a.Verb {
	case "go":
	case "done":
		p.complete(a)
	case "skip":
		p.acts(a, p.walk.Skip(why))
	case "reopen":
		p.acts(a, p.walk.Propose(walk.Stay, run.Reopen{Step: on, Why: why}))
		p.walk.GoTo(on)
	case "note":
		p.acts(a, p.walk.Note(a.With["text"]))
	default:
		p.fail("prove.no_verb", "verb", a.Verb)
	}
}

// goTo goes to a step where the dialogue stands elsewhere.
func (p *Player) goTo(a *Act, step string) {
	if p.walk.At().Step != step {
		p.acts(a, p.walk.LeaveFor(p.walk.FindStep(step)))
	}
}

// complete completes the step at which the dialogue stands, or holds that it is
// held open.
func (p *Player) complete(a *Act) {
	step := p.walk.At().Step
	held := append(walk.MustProblems(p.walk.Step()), p.walk.Step().Warnings()...)
	t := p.carry(a, p.walk.Complete())
	switch {
	case a.Held == "" && t.Bad:
		p.fail("prove.held", "step", step, "why", p.why())
	case a.Held == "":
		return
	case t.Done || !t.Bad || !slices.ContainsFunc(held, func(pv run.ProblemView) bool { return pv.ID == a.Held }):
		p.fail("prove.not_held", "step", step, "problem", a.Held, "by", ids(held))
	case p.walk.At().Item != held[0].Item || p.walk.At().Row != held[0].Row:
		p.fail("prove.at", "is", p.walk.At().String(), "want", held[0].ID)
	}
}

func ids(problems []run.ProblemView) []string {
	all := make([]string, len(problems))
	for i := range problems {
		all[i] = problems[i].ID
	}
	return all
}
