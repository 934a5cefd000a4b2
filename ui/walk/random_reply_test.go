package walk

import (
	"fmt"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// reply answers the question that waits longest.
func (p *pilot) reply() {
	q := p.asked[0]
	p.asked = p.asked[1:]
	p.said("reply to %T", q)
	switch q := q.(type) {
	case Confirm:
		p.confirm()
	case Proof:
		p.took(p.Proved(q.At, pick(p, "", "yes", "file.txt")))
	case Once:
		if p.IntN(2) == 0 {
			p.took(p.GoWithout(q))
		}
	case Read:
		p.took(p.Complete())
	case Warnings:
		p.warnings(q)
	case Passphrase:
		p.took(p.MakeKey(run.NewSecret([]byte("a lighthouse"))))
	case *Conflict:
		p.decide(q)
	}
}

// warnings answers what becomes of warnings, perhaps when they are others by now:
// the step is completed over them only where none is open then.
func (p *pilot) warnings(q Warnings) {
	step := p.At().Step
	t := pick(p, func() Turn { return p.ToWarning(q) }, func() Turn { return p.LeaveWarnings(q) }, func() Turn { return p.AcceptWarnings(q, pick(p, "", "it is so")) })()
	if sv := p.View().Step(step); t.Done && sv.State == run.Done && len(sv.Warnings()) > 0 {
		p.t.Errorf("%s is completed over %v", step, sv.Warnings())
	}
	p.took(t)
}

func (p *pilot) confirm() {
	if p.IntN(2) == 0 {
		a := p.asks()
		t := p.Confirmed(true)
		if t.Done {
			p.settled(a)
		}
		p.took(t)
		return
	}
	before, n := encode(p.t, p.s.View(p.now)), len(p.s.Events())
	p.took(p.Confirmed(false))
	if got := encode(p.t, p.s.View(p.now)); got != before || len(p.s.Events()) != n {
		p.t.Error("a no changed the run")
	}
}

// asks is what waits for a yes.
func (p *pilot) asks() []flows.Address {
	if p.Walk.awaitsConfirm == nil {
		return nil
	}
	return p.Walk.awaitsConfirm.answers
}

func (p *pilot) settled(all []flows.Address) {
	for _, at := range all {
		delete(p.typed, at)
	}
}

// decide answers a conflict, and holds what came of it.
func (p *pilot) decide(c *Conflict) {
	if p.Conflict() != c {
		return // it was asked twice, and is decided
	}
	switch p.IntN(4) {
	case 0:
		if secret := slices.ContainsFunc(c.Differences, func(d Difference) bool { return d.Yours.Kind == SideSecret }); !secret {
			p.took(p.SetAside())
			p.aside(c)
			return
		}
		t := p.SetAside()
		if !t.Bad || p.Conflict() != c {
			p.t.Error("a secret was set aside")
		}
		p.asked = append(p.asked, c)
	case 1:
		p.took(p.EndUndecided())
		p.aside(c)
	default:
		mine := make([]bool, len(c.Differences))
		for i := range mine {
			mine[i] = p.IntN(2) == 0
		}
		if more := p.IntN(4); more == 0 && len(mine) > 1 { // the last ones came while it was asked
			mine = mine[:len(mine)-1]
		}
		for i := range mine {
			delete(p.open, fmt.Sprintf("%#v", c.Differences[i].Command))
			if c.Differences[i].typed {
				delete(p.typed, c.Differences[i].At)
			}
		}
		t := p.Decide(mine)
		for i, d := range c.Differences {
			if i < len(mine) && mine[i] && t.Done && d.Yours.Kind == SideValue && stays(c, i) && !flows.Same(NewDifference(p.View(), d.Command).Theirs.Value, d.Yours.Value) {
				p.t.Errorf("yours does not hold: %v, want %v", NewDifference(p.View(), d.Command).Theirs.Value, d.Yours.Value)
			}
		}
		p.took(t)
	}
}

// stays reports whether no later difference changes the same again.
func stays(c *Conflict, i int) bool {
	return !slices.ContainsFunc(c.Differences[i+1:], func(d Difference) bool {
		return d.At == c.Differences[i].At || d.Yours.Kind == SideOther
	})
}

// aside holds that yours stands typed.
func (p *pilot) aside(c *Conflict) {
	clear(p.open)
	for _, d := range c.Differences {
		if d.Yours.Kind != SideValue {
			continue
		}
		if text := flows.Format(d.Yours.Value); text != "" {
			p.typed[d.At] = text
		} else {
			delete(p.typed, d.At)
		}
	}
}
