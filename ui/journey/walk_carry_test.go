package journey

import (
	"context"
	"slices"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// carry carries out what came of an act, and what comes of that, until nothing is
// left to do. Whether all was done is the turn's Bad.
func (f *walkFace) carry(a *act, t walk.Turn) walk.Turn {
	f.t.Helper()
	f.told = append(f.told, t.Tell...)
	out := walk.Turn{Done: t.Done, Bad: t.Bad}
	for _, r := range t.Do {
		came := f.carry(a, f.fulfil(r))
		out.Done, out.Bad = out.Done || came.Done, out.Bad || came.Bad
	}
	if t.Ask != nil {
		f.asked = append(f.asked, t.Ask)
		came := f.carry(a, f.answer(a, t.Ask))
		out.Done, out.Bad = out.Done || came.Done, out.Bad || came.Bad
	}
	return out
}

// fulfil does what is requested and tells the dialogue how it ended.
func (f *walkFace) fulfil(r walk.Request) walk.Turn {
	f.t.Helper()
	ctx, a := f.t.Context(), f.screen.Archive
	switch r := r.(type) {
	case walk.Save:
		return f.walk.Saved(f.write(ctx, r))
	case walk.Reload:
		return f.walk.Reloaded(f.session.Reload(ctx))
	case walk.Seal:
		return f.walk.Sealed(f.session.Seal(ctx, a.Vault(), r.At, check.OriginFor(f.session, r.At), r.Secret))
	case walk.KeepFile:
		kept, err := outside.KeepFile(ctx, a, r.Path, r.Most)
		return f.walk.FileKept(r, kept, err)
	case walk.RunCheck:
		return f.walk.Checked(f.runner.Record(ctx, f.session, f.mode(), r.At, nil))
	case walk.Decide:
		return f.walk.Decided(f.session.Do(false, r.Command))
	}
	f.t.Fatalf("it requests %T, and nobody carries that out", r)
	return walk.Turn{}
}

// write writes what there is.
func (f *walkFace) write(ctx context.Context, r walk.Save) error {
	return outside.Writer{Archive: f.screen.Archive, Session: f.session, Run: f.session.ID(), Mode: f.mode(), At: f.screen.Now()}.Write(ctx, r)
}

// answer answers a question as the story says.
func (f *walkFace) answer(a *act, q walk.Question) walk.Turn {
	f.t.Helper()
	switch q := q.(type) {
	case walk.Confirm:
		f.rippled(a, q)
		return f.walk.Confirmed(a.then == "change")
	case walk.Proof:
		proof := a.with["sentence"]
		if file := a.with["file"]; file != "" {
			proof = f.file(file)
		}
		return f.walk.Proved(q.At, proof)
	case walk.Warnings:
		return f.over(a, q)
	case walk.Rotate:
		return f.rotates(a, q)
	}
	f.t.Fatalf("it asks %T, and the story says nothing to it", q)
	return walk.Turn{}
}

// over says what becomes of warnings; what has to be accepted cannot be left, and
// going to the first of them leaves the step open.
func (f *walkFace) over(a *act, q walk.Warnings) walk.Turn {
	f.t.Helper()
	asks := func(id string) bool {
		return slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.ID == id })
	}
	switch {
	case a.held != "":
		if !asks(a.held) || q.CanLeave() {
			f.t.Fatalf("%s does not hold the step: %+v", a.held, q.List)
		}
		t := f.walk.ToWarning(q)
		t.Bad = true
		return t
	case a.with["warnings"] == "accept":
		return f.walk.AcceptWarnings(q, a.with["why"])
	case a.with["warnings"] == "leave":
		return f.walk.LeaveWarnings(q)
	}
	f.t.Fatalf("the story does not say what becomes of %+v", q.List)
	return walk.Turn{}
}

// rippled holds that a change has the consequences that the story names.
func (f *walkFace) rippled(a *act, q walk.Confirm) {
	f.t.Helper()
	var is, want []string
	for _, c := range q.List {
		is = append(is, c.Step+": "+string(c.Effect))
	}
	for _, p := range a.changes {
		want = append(want, p.name+": "+p.value())
	}
	if !sameSet(is, want) {
		f.t.Fatalf("it changes %q, the story says %q", is, want)
	}
}
