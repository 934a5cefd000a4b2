package walk

import (
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
)

// fields are the fields that are answered at random.
var fields = []string{"papers.ship", "papers.cargo", "papers.tank", "papers.mail", "token.note", "dock.berth"}

func (p *pilot) value(item string) flows.Value {
	p.n++
	switch item {
	case "papers.cargo":
		return pick[flows.Value](p, "grain", "oil", "coal", nil)
	case "papers.tank":
		return pick[flows.Value](p, "4", "many", nil)
	case "token.note":
		return pick[flows.Value](p, fmt.Sprintf("v%d", p.n), "many words, too many", nil)
	case "papers.mail":
		return pick[flows.Value](p, "a@b.example", "somebody@far-away.example", "nobody", nil)
	}
	return pick[flows.Value](p, fmt.Sprintf("v%d", p.n), fmt.Sprintf("v%d", p.n), nil)
}

// act is what a person does.
func (p *pilot) act() Turn {
	p.n++
	at := flows.At(pick(p, fields...))
	then := pick(p, Stay, Next, Next, Forward, Back)
	switch p.IntN(22) {
	case 0, 1, 2:
		return p.types()
	case 3, 4, 5, 6:
		return p.answers(at, then)
	case 7:
		return p.seals(pick(p, flows.At("papers.locker"), flows.At("token.token")), then)
	case 8:
		return p.does("tick", p.TickAt(flows.At(pick(p, "office.called", "office.drawn", "token.seen")), p.IntN(3) > 0, then))
	case 9, 10:
		return p.does("go", p.Go(pick(p, Next, Next, Forward, Back, Pause, Meanwhile)))
	case 11:
		return p.does("step", pick(p, p.NextStep, p.PreviousStep)())
	case 12:
		step := pick(p, p.View().Steps...).Step.ID
		p.said("go to %s", step)
		return p.LeaveFor(step)
	case 13, 14:
		return p.does("complete", p.Complete())
	case 15:
		return p.does("skip", p.Skip(pick(p, "", "later")))
	case 16:
		return p.does("undo", p.Undo())
	case 17:
		t := p.AddRow(flows.At("crew.people"), map[string]flows.Value{"badge": fmt.Sprintf("b%d", p.n)}, then)
		if t.Done {
			delete(p.typed, flows.At("crew.people").In("", "badge"))
		}
		return p.does("row", t)
	case 18:
		row := flows.At("crew.people").In(pick(p, "r1", "r2"), "")
		c := pick[run.Command](p, run.RemoveRow{At: row}, run.SetCell{At: row.In(row.Row, "rank"), Value: pick[flows.Value](p, "cook", "mate")}, run.Tick{At: row.In(row.Row, "aboard")})
		return p.does("rows", p.Propose(then, c))
	case 19:
		return p.waits()
	case 20:
		return p.remark()
	}
	return p.others(at)
}

func (p *pilot) does(what string, t Turn) Turn {
	p.said("%s: at %s, done %t", what, p.At(), t.Done)
	return t
}

func (p *pilot) remark() Turn {
	text := fmt.Sprintf("note %d", p.n)
	t := p.Propose(Stay, run.Note{Step: "papers", Text: text})
	if t.Done {
		p.notes[text] = true
	}
	return p.does(text, t)
}

func (p *pilot) waits() Turn {
	at := flows.At("office.answer")
	if p.IntN(2) == 0 {
		return p.does("answered", p.WaitAnswered(at, ""))
	}
	return p.does("wait", p.WaitUntil(at, p.now.AddDate(0, 0, p.IntN(4)-1), ""))
}

// others look something up, share the view, run a check, accept a problem.
func (p *pilot) others(at flows.Address) Turn {
	switch p.IntN(6) {
	case 0:
		p.Share(p.IntN(2) == 0)
	case 1:
		return p.does("check", p.Check(flows.At("office.known")))
	case 2:
		if all := p.Acceptable(); len(all) > 0 {
			return p.does("accept", p.Accept(p.At().Step, all[0].ID, "so be it"))
		}
	case 3:
		p.ToAddress(at)
	case 4:
		if iv := p.Item(); iv != nil && len(iv.Rows) > 0 {
			p.ToCell(pick(p, iv.Rows...).Row, "rank")
		}
	default:
		at := p.At()
		t := p.Clear()
		if t.Ask == nil && !t.Bad && len(t.Tell) == 0 {
			delete(p.typed, at)
		}
		return p.does("clear", t)
	}
	p.said("look: at %s", p.At())
	return Turn{}
}

// types types something, or takes it away again.
func (p *pilot) types() Turn {
	at := flows.At(pick(p, fields...))
	if p.IntN(8) == 0 {
		at = flows.At("crew.people").In("", "badge")
	}
	text := pick(p, "", fmt.Sprintf("t%d", p.n), fmt.Sprintf("t%d", p.n))
	p.said("type %s %q", at, text)
	if text == "" {
		delete(p.typed, at)
	} else {
		p.typed[at] = text
	}
	p.Type(Typing{At: at, Text: text})
	if p.IntN(3) == 0 {
		return Turn{Do: p.Save()}
	}
	return Turn{}
}

func (p *pilot) answers(at flows.Address, then Then) Turn {
	if p.IntN(8) == 0 {
		return p.does("file", p.AnswerAt(flows.At("papers.plan"), "plan.txt", then))
	}
	v := p.value(at.String())
	p.said("answer %s %v", at, v)
	t := p.AnswerAt(at, v, then)
	if t.Ask == nil && !t.Bad {
		delete(p.typed, at)
	}
	if _, ripple := t.Ask.(Confirm); !ripple {
		delete(p.typed, at)
	}
	return p.does("answered", t)
}

func (p *pilot) seals(at flows.Address, then Then) Turn {
	return p.does("seal "+at.String(), p.SecretAt(at, run.NewSecret([]byte("hush")), then))
}
