package desk

import (
	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/words"
	"lotse/ui/desk/findings"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// pageSpots are the keys of what has the focus on the page of a step, but for
// lists.
func pageSpots(t *words.Strings) []spot {
	h := &t.Help
	here := func(name string, there func(*page) bool, keys ...binding) spot {
		return spot{name: name, group: h.GroupHere, here: true, there: on(there), keys: keys}
	}
	next := func(does string) binding { return binding{key: "enter", does: does, act: of((*page).takeNext)} }
	tab := binding{key: "tab", does: h.Next, act: of((*page).tab)}
	filter := binding{key: "/", does: h.Filter, there: on(hasFilter), not: t.Typing.NoFilter}
	desk := binding{key: "esc", does: h.Desk, act: of((*page).escape)}
	toFindings := binding{key: findings.Key, does: h.Findings, act: of(checked((*checking).findings)), there: on(hasFindings), not: t.Found.Nothing}
	again := binding{key: "space", does: h.Again, act: of(checked((*checking).run))}
	return []spot{
		here(h.OnLast, onLast, desk, binding{key: "enter", act: of((*page).close)}),
		here(h.OnVeiled, onVeiled, binding{key: "f3", does: h.Unshare, act: sharing}, desk),
		here(h.OnNothing, onNothing, binding{key: "enter", does: h.Done, act: of((*page).complete)}),
		here(h.OnPage, onPage, binding{key: "enter", does: h.Edit, act: of((*page).edits)}, tab, desk),
		here(h.OnFilter, onFilter, binding{key: "esc", does: h.AllOptions}, binding{key: "enter", does: h.Choose}, binding{key: "up/down", does: h.Move}),
		here(h.OnChoices, ofType(flows.TypeChoices), binding{key: "space", does: h.Choose}, next(h.Next), binding{key: "up/down", does: h.Move}, filter),
		here(h.OnChoice, ofType(flows.TypeChoice), binding{key: "enter", does: h.Choose}, binding{key: "up/down", does: h.Move}, tab, filter),
		here(h.OnArea, onArea, tab, binding{key: "enter", does: h.NewLine}),
		here(h.OnText, onKind(flows.KindField), next(h.Next), binding{key: "shift+tab", does: h.Back, act: of((*page).shiftTab)}),
		here(h.OnTask, onOpen(flows.KindTask), binding{key: "enter", does: h.TickNext, act: of((*page).tickNext)}, binding{key: "space", does: h.Tick, act: of((*page).tick)}),
		here(h.OnTicked, onKind(flows.KindTask), next(h.Next), binding{key: "space", does: h.Untick, act: of((*page).tick)}),
		here(h.OnCopy, onKind(flows.KindCopy), next(h.Next), binding{letter: "c", does: h.Copy, act: of(copyHere)}),
		here(h.OnDraft, onKind(flows.KindDraft), binding{key: "enter", does: h.Preview, act: of(roomed((*rooms).letter))}),
		here(h.OnCheck, onCheckToRun, binding{key: "enter", does: h.Check, act: of(checked((*checking).run))}, tab, binding{key: "space", act: of(checked((*checking).run))}),
		here(h.OnFound, onCheckToRead, binding{key: "enter", does: h.Look, act: of(checked((*checking).look))}, toFindings, again, tab),
		here(h.OnPassed, onKind(flows.KindCheck), next(h.Next), toFindings, again),
		here(h.OnWait, onOpen(flows.KindWait), binding{key: "enter", does: h.Wait, act: of(roomed((*rooms).wait))}),
		here(h.OnGate, onOpen(flows.KindGate), binding{key: "enter", does: h.Pass, act: of(roomed((*rooms).gate))}),
		here(h.OnAction, onKind(flows.KindAction), binding{key: "enter", does: h.Next, act: of((*page).later)}),
		here(h.OnOther, onAny, next(h.Next)),
	}
}

// readSpots are the keys behind a stop at something that has to be read.
func readSpots(t *words.Strings) []spot {
	return []spot{{
		name: t.Help.OnRead, group: t.Help.GroupHere, here: true, there: on(onRead),
		keys: []binding{{key: "enter", does: t.Help.Done, act: of((*page).complete)}},
	}}
}

// onKind holds where an item of a kind has the keys.
func onKind(k flows.Kind) func(*page) bool {
	return func(p *page) bool {
		iv := p.Item()
		return p.engaged && iv != nil && iv.Item.Kind == k
	}
}

// onOpen holds where one has that is not done.
func onOpen(k flows.Kind) func(*page) bool {
	return func(p *page) bool { return onKind(k)(p) && !p.Item().Done }
}

// ofType holds where a field of a type has the keys.
func ofType(t flows.Type) func(*page) bool {
	return func(p *page) bool { return onKind(flows.KindField)(p) && p.Item().Item.Field.Type == t }
}

func onLast(p *page) bool    { return p.At().Step == "" }
func onVeiled(p *page) bool  { return p.Veiled(p.Step()) }
func onNothing(p *page) bool { return p.Item() == nil }
func onPage(p *page) bool    { return !p.engaged }
func onAny(p *page) bool     { return true }
func onArea(p *page) bool    { return onKind(flows.KindField)(p) && p.Item().Item.Field.Area }

func onFilter(p *page) bool {
	_, filtering := field.Filter(p.widget)
	return onKind(flows.KindField)(p) && filtering
}

func hasFilter(p *page) bool {
	has, _ := field.Filter(p.widget)
	return has
}

func hasFindings(p *page) bool {
	iv := p.Item()
	return iv != nil && iv.Result != nil && iv.Result.Report != nil
}

// onCheckToRun holds on a check without a result that holds, onCheckToRead on one
// that says more than its one sentence. One that passed, or was accepted as it
// is, is neither.
func onCheckToRun(p *page) bool {
	return onKind(flows.KindCheck)(p) && !accepted(p.Item()) && walk.ToRun(p.Item())
}

func onCheckToRead(p *page) bool {
	if !onKind(flows.KindCheck)(p) {
		return false
	}
	iv := p.Item()
	return !accepted(iv) && !walk.ToRun(iv) && iv.Result.Status != check.Passed && toRead(iv)
}

// cellSpots are the keys of a list, which takes most of them itself.
func cellSpots(t *words.Strings) []spot {
	h := &t.Help
	cell := func(name string, there func(field.At) bool, keys ...binding) spot {
		holds := func(p *page) bool {
			table, ok := p.table()
			return ok && p.engaged && there(table.State())
		}
		return spot{name: name, group: h.GroupHere, here: true, there: on(holds), keys: keys}
	}
	takes := func(key, does string) binding { return binding{key: key, does: does} }
	add, file := takes("ctrl+n", h.AddRow), takes(field.FileKey, h.File)
	problem := takes(field.ProblemKey, h.NextProblem)
	problem.there = on(hasRowProblems)
	move, choose := takes("up/down", h.Move), takes("space", h.Choose)
	move.there, choose.there = on(inChoiceCell), on(inChoiceCell)
	return []spot{
		cell(h.OnTickedCell, func(at field.At) bool { return at.Task && at.Ticked }, takes("enter", h.NextCell), takes("space", h.Untick), add, file),
		cell(h.OnTaskCell, func(at field.At) bool { return at.Task }, takes("enter", h.TickNext), takes("space", h.Tick), add, file),
		cell(h.OnNewRow, func(at field.At) bool { return at.Editing && at.Untouched }, takes("enter", h.Leaves), move, choose, takes("tab", h.NextCell), file),
		cell(h.OnChoiceCell, func(at field.At) bool { return at.Editing && at.Choice }, takes("enter", h.Choose), takes("up/down", h.Move), takes("tab", h.NextCell)),
		cell(h.OnEditedCell, func(at field.At) bool { return at.Editing }, takes("enter", h.NextCell), takes("shift+tab", h.Back), takes("esc", h.Leave)),
		cell(h.OnCell, func(field.At) bool { return true }, takes("enter", h.EditCell), takes("up/down", h.Rows), problem, add, takes("ctrl+x", h.RemoveRow), file),
	}
}

func inChoiceCell(p *page) bool {
	t, ok := p.widget.(*field.Table)
	return ok && t.State().Choice
}

func hasRowProblems(p *page) bool {
	t, ok := p.table()
	return ok && t.State().Problems
}

// stepSpots are the keys of a step and of a run, whatever has the focus.
func stepSpots(t *words.Strings) []spot {
	h, k := &t.Help, &t.Typing
	onStep := on(func(p *page) bool { return p.At().Step != "" })
	onRun := on(onAny)
	return []spot{
		{name: h.OnItem, there: onRun, keys: []binding{
			{key: "enter", act: of((*page).takeNext)},
			{key: "tab", also: "down", act: of((*page).tab)},
			{key: "shift+tab", also: "up", act: of((*page).shiftTab)},
			{key: "space", there: never, not: k.NoTask},
			{key: "ctrl+n", also: "ctrl+x", there: never, not: k.NoList},
			{key: "/", there: never, not: k.NoFilter},
			{key: findings.Key, act: of(checked((*checking).findings)), there: on(hasFindings), not: t.Found.Nothing},
		}},
		{name: h.GroupStep, group: h.GroupStep, there: onRun, keys: []binding{
			{key: "ctrl+s", does: h.Done, act: of((*page).completeNow), there: on(func(p *page) bool { return p.Item() != nil }), line: 2},
			{key: "ctrl+s", act: of((*page).completeNow), there: onStep, not: k.NoStep},
			{key: "f2", letter: "s", does: h.Say, act: of(roomed((*rooms).say)), there: on(says), not: t.Overlay.SayNothing, line: 4},
			{key: "f4", letter: "a", does: h.Accept, act: of(roomed((*rooms).acceptProblem)), there: on(canAccept), not: t.Wizard.AcceptNothing, line: 1},
			{letter: "c", does: h.Copy, act: of(copyHere), there: onStep, not: t.Wizard.CopyNothing},
			{letter: "o", does: h.Open, act: of(openAddress), there: onStep, not: t.Wizard.OpenNothing},
			{letter: "e", does: h.Note, act: of(roomed((*rooms).remark)), there: onStep, not: k.NoStep},
			{letter: "x", does: h.Skip, act: of(roomed((*rooms).skip)), there: onStep, not: k.NoStep},
		}},
		{name: h.GroupRun, group: h.GroupRun, there: onRun, keys: []binding{
			{key: "alt+left", letter: "[", does: h.PrevStep, act: of((*page).previousStep)},
			{key: "alt+right", letter: "]", does: h.NextStep, act: of((*page).nextStep)},
			{key: "ctrl+o", does: h.Outline, act: of(roomed((*rooms).outline)), line: 3},
			{key: "ctrl+z", does: h.Undo, act: of((*page).undo)},
		}},
		{name: h.GroupAny, group: h.GroupAny, there: onRun, keys: []binding{
			{key: "f1", letter: "?", does: h.Help, act: helping, line: 6},
			{key: "f3", letter: "p", does: h.Share, act: sharing, there: func(m *model) bool { return !m.share }, line: 5},
			{key: "f3", letter: "p", does: h.Unshare, act: sharing, there: func(m *model) bool { return m.share }, line: 5},
			{key: "pgup/pgdn", does: h.Scroll, act: scrolls},
			{key: "esc", does: h.Leave, act: of((*page).escape)},
			{letter: "m", does: h.Mouse, act: mousing},
			{key: "ctrl+c", does: h.Quit},
		}},
	}
}

func never(*model) bool { return false }

func canAccept(p *page) bool { return p.rooms.canAccept() }

func says(p *page) bool {
	sv := p.Step()
	return sv != nil && sv.Step.Say != "" && !p.Veiled(sv)
}
