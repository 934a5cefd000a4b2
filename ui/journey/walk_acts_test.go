package journey

import (
	"slices"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// do does an act as somebody does who goes to what they mean first.
func (f *walkFace) do(a *act) {
	f.t.Helper()
	f.told, f.asked = nil, nil
	before := len(f.session.Events())
	switch a.verb {
	case "answer", "secret", "tick", "untick", "check", "wait", "answered", "gate", "sent":
		f.items(a)
	case "add", "edit", "remove":
		f.rows(a)
	case "rotate":
		f.rotate(a)
	case "undo":
		f.acts(a, f.walk.Undo())
	default:
		f.steps(a)
	}
	f.count = int64(len(f.session.Events()))
	_, confirmed := f.lastAsked().(walk.Confirm)
	switch changed := len(f.session.Events()) != before; {
	case confirmed != (len(a.changes) > 0):
		f.t.Fatalf("it asks %v, the story says %v", f.asked, a.changes)
	case changed == (a.verb == "go" || a.held != "" || a.then == "leave"):
		f.t.Fatalf("that it changes the run is %t", changed)
	case f.walk.SaveState() != walk.IsSaved:
		f.t.Fatalf("it is not saved: %v", f.walk.SaveError())
	}
}

func (f *walkFace) lastAsked() walk.Question {
	if len(f.asked) == 0 {
		return nil
	}
	return f.asked[len(f.asked)-1]
}

// acts carries an act out that has to work.
func (f *walkFace) acts(a *act, t walk.Turn) {
	f.t.Helper()
	if f.carry(a, t).Bad {
		f.t.Fatalf("it is refused: %v", f.told)
	}
}

// come goes to an item, where the dialogue stops at it.
func (f *walkFace) come(name string) flows.Address {
	f.t.Helper()
	it := f.item(name)
	at, _, err := f.walk.Find(it.name())
	f.must(err)
	f.walk.ToAddress(at)
	if f.walk.At() != at {
		f.t.Fatalf("it stands at %s, not at %s", f.walk.At(), at)
	}
	return at
}

// items does an act on items.
func (f *walkFace) items(a *act) {
	f.t.Helper()
	for _, p := range a.answers {
		f.come(p.name)
		f.acts(a, f.walk.Answer(f.given(f.item(p.name), p), walk.Next))
	}
	for _, name := range a.on {
		at := f.come(name)
		switch a.verb {
		case "secret":
			f.acts(a, f.walk.Secret(run.NewSecret([]byte(canary)), walk.Next))
		case "tick", "untick":
			f.acts(a, f.walk.Tick(a.verb == "tick", walk.Next))
		case "check":
			f.checks(a, at)
		case "wait":
			day, ok := flows.ParseDate(a.with["until"], f.screen.Now())
			if !ok {
				f.t.Fatalf("%q is no day", a.with["until"])
			}
			f.acts(a, f.walk.WaitUntil(at, day, a.with["why"]))
		case "answered":
			f.acts(a, f.walk.WaitAnswered(at, a.with["why"]))
		case "gate":
			f.acts(a, f.walk.Propose(walk.Next, run.PassGate{At: at, Word: a.with["word"], By: a.with["by"], Why: a.with["why"]}))
		case "sent":
			l, err := document.Write(f.walk.View(), at.Step, at.Item, document.Asked{Sender: f.screen.Env.By, Today: f.screen.Now()})
			f.must(err)
			f.acts(a, f.walk.Propose(walk.Next, l.Sent(at, a.with["how"])))
		}
	}
}

// checks has a check run and holds what it found.
func (f *walkFace) checks(a *act, at flows.Address) {
	f.t.Helper()
	f.acts(a, f.walk.Check(at))
	if is := f.walk.ItemAt(at).Result; is == nil || is.Status != a.with["result"] {
		f.t.Fatalf("the check gives %+v", is)
	}
}

// given is a value as it is entered.
func (f *walkFace) given(it *item, p pair) flows.Value {
	f.t.Helper()
	switch {
	case p.many:
		return p.values
	case p.value() == "":
		return nil
	case it.Type == "file":
		return f.file(p.value())
	}
	return p.value()
}

// rows adds, edits or removes a row.
func (f *walkFace) rows(a *act) {
	f.t.Helper()
	list, name := f.come(a.on[0]), f.item(a.on[0])
	row := a.row
	switch a.verb {
	case "remove":
		f.acts(a, f.walk.Propose(walk.Stay, run.RemoveRow{At: list.In(row, "")}))
	case "add":
		cells := map[string]flows.Value{}
		for _, p := range a.answers {
			cells[p.name] = f.given(f.column(name, p.name), p)
		}
		f.acts(a, f.walk.AddRow(list, cells, walk.Stay))
		rows := f.walk.ItemAt(list).Rows
		row = rows[len(rows)-1].Row
	case "edit":
		for _, p := range a.answers {
			f.walk.ToCell(row, p.name)
			f.acts(a, f.walk.Answer(f.given(f.column(name, p.name), p), walk.Stay))
		}
	}
	for _, column := range slices.Concat(a.ticks, a.unticks) {
		f.walk.ToCell(row, column)
		f.acts(a, f.walk.Tick(slices.Contains(a.ticks, column), walk.Stay))
	}
}

// steps does an act on a step.
func (f *walkFace) steps(a *act) {
	f.t.Helper()
	on, why := a.on[0], a.with["why"]
	if a.verb == "accept" {
		step, problem := f.walk.FindProblem(on)
		if problem == "" {
			f.t.Fatalf("there is no problem %s", on)
		}
		f.goTo(a, step)
		f.acts(a, f.walk.Accept(step, problem, why))
		return
	}
	f.goTo(a, on)
	switch a.verb {
	case "go":
	case "done":
		f.complete(a)
	case "skip":
		f.acts(a, f.walk.Skip(why))
	case "reopen":
		f.acts(a, f.walk.Propose(walk.Stay, run.Reopen{Step: on, Why: why}))
		f.walk.GoTo(on)
	case "note":
		f.acts(a, f.walk.Note(a.with["text"]))
	default:
		f.t.Fatalf("the dialogue does not %s", a.verb)
	}
}

// goTo goes to a step where the dialogue stands elsewhere.
func (f *walkFace) goTo(a *act, step string) {
	f.t.Helper()
	if f.walk.At().Step != step {
		f.acts(a, f.walk.LeaveFor(f.walk.FindStep(step)))
	}
}

// complete completes the step at which the dialogue stands, or holds that it is
// held open.
func (f *walkFace) complete(a *act) {
	f.t.Helper()
	step := f.walk.At().Step
	held := append(walk.MustProblems(f.walk.Step()), f.walk.Step().Warnings()...)
	t := f.carry(a, f.walk.Complete())
	switch {
	case a.held == "" && t.Bad:
		f.t.Fatalf("%s is not done: %v", step, f.told)
	case a.held == "":
		return
	case t.Done || !t.Bad || !slices.ContainsFunc(held, func(pv run.ProblemView) bool { return pv.ID == a.held }):
		f.t.Fatalf("%s is not held open by %s but by %v", step, a.held, held)
	case f.walk.At().Item != held[0].Item || f.walk.At().Row != held[0].Row:
		f.t.Fatalf("it stands at %s, not at %s", f.walk.At(), held[0].ID)
	}
}
