package proving

import (
	"fmt"
	"slices"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// carry carries out what came of an act, and what comes of that, until nothing is
// left to do. Whether all was done is the turn's Bad.
func (p *Player) carry(a *Act, t walk.Turn) walk.Turn {
	p.told = append(p.told, t.Tell...)
	out := walk.Turn{Done: t.Done, Bad: t.Bad}
	for _, r := range t.Do {
		came := p.carry(a, p.fulfil(r))
		out.Done, out.Bad = out.Done || came.Done, out.Bad || came.Bad
	}
	if t.Ask != nil {
		p.asked = append(p.asked, t.Ask)
		came := p.carry(a, p.answer(a, t.Ask))
		out.Done, out.Bad = out.Done || came.Done, out.Bad || came.Bad
	}
	return out
}

// fulfil does what is requested and tells the dialogue how it ended.
func (p *Player) fulfil(r walk.Request) walk.Turn {
	ctx, a := p.ctx, p.screen.Archive
	switch r := r.(type) {
	case walk.Save:
		return p.walk.Saved(p.write(r))
	case walk.Reload:
		return p.walk.Reloaded(p.session.Reload(ctx))
	case walk.Seal:
		return p.walk.Sealed(p.session.Seal(ctx, a.Vault(), r.At, check.OriginFor(p.session, r.At), r.Secret))
	case walk.KeepFile:
		kept, err := outside.KeepFile(ctx, a, r.Path, r.Most)
		return p.walk.FileKept(r, kept, err)
	case walk.RunCheck:
		return p.walk.Checked(p.runner.Record(ctx, p.session, p.Mode, r.At, nil))
	case walk.Decide:
		return p.walk.Decided(p.session.Do(false, r.Command))
	}
	p.fail("prove.request", "what", fmt.Sprintf("%T", r))
	return walk.Turn{}
}

// write writes what there is.
func (p *Player) write(r walk.Save) error {
	return outside.Writer{Archive: p.screen.Archive, Session: p.session, Run: p.session.ID(), Mode: p.Mode, At: p.screen.Now()}.Write(p.ctx, r)
}

// answer answers a question as the story says.
func (p *Player) answer(a *Act, q walk.Question) walk.Turn {
	switch q := q.(type) {
	case walk.Confirm:
		p.rippled(a, q)
		return p.walk.Confirmed(a.Then == "change")
	case walk.Proof:
		proof := a.With["sentence"]
		if file := a.With["file"]; file != "" {
			proof = p.file(file)
		}
		return p.walk.Proved(q.At, proof)
	case walk.Warnings:
		return p.over(a, q)
	case walk.Rotate:
		return p.rotates(a, q)
	}
	p.fail("prove.asks", "what", fmt.Sprintf("%T", q))
	return walk.Turn{}
}

// over says what becomes of warnings; what has to be accepted cannot be left, and
// going to the first of them leaves the step open.
func (p *Player) over(a *Act, q walk.Warnings) walk.Turn {
	asks := func(id string) bool {
		return slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.ID == id })
	}
	switch {
	case a.Held != "":
		if !asks(a.Held) || q.CanLeave() {
			p.fail("prove.not_held", "step", p.walk.At().Step, "problem", a.Held, "by", ids(q.List))
		}
		t := p.walk.ToWarning(q)
		t.Bad = true
		return t
	case a.With["warnings"] == "accept":
		return p.walk.AcceptWarnings(q, a.With["why"])
	case a.With["warnings"] == "leave":
		return p.walk.LeaveWarnings(q)
	}
	p.fail("prove.warnings", "warnings", ids(q.List))
	return walk.Turn{}
}

// rippled holds that a change has the consequences that the story names.
func (p *Player) rippled(a *Act, q walk.Confirm) {
	var is, want []string
	for _, c := range q.List {
		is = append(is, c.Step+": "+string(c.Effect))
	}
	for _, change := range a.Changes {
		want = append(want, change.Name+": "+change.Value())
	}
	slices.Sort(is)
	slices.Sort(want)
	if !slices.Equal(is, want) {
		p.fail("prove.changes", "is", is, "want", want)
	}
}
