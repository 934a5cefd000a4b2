package desk

import (
	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/words"
	"lotse/ui/desk/copying"
	"lotse/ui/desk/findings"
	over "lotse/ui/desk/palette"
	"lotse/ui/desk/papers"
	"lotse/ui/desk/versions"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// pageKeys are the keys by focus on the page of a step, except those of lists.
func pageKeys(t *words.Strings) []keyGroup {
	h := &t.Help
	here := func(name string, there func(*page) bool, keys ...binding) keyGroup {
		return keyGroup{name: name, group: h.GroupHere, exclusive: true, applies: whenPage(there), keys: keys}
	}
	next := func(does string) binding { return binding{key: "enter", does: does, act: onPageDo((*page).takeNext)} }
	tab := binding{key: "tab", does: h.Next, act: onPageDo((*page).tab)}
	filter := binding{key: "/", does: h.Filter, applies: whenPage(hasFilter), whyNot: t.Typing.NoFilter}
	desk := binding{key: "esc", does: h.Desk, act: onPageDo((*page).escape)}
	toFindings := binding{key: findings.Key, does: h.Findings, act: onPageDo(onCheck((*focusedCheck).findings)), applies: whenPage(hasFindings), whyNot: t.Found.Nothing}
	again := binding{key: "space", does: h.Again, act: onPageDo(onCheck((*focusedCheck).run))}
	return []keyGroup{
		lastKeys(t, here, desk),
		here(h.OnVeiled, onVeiled, binding{key: "f3", does: h.Unshare, act: toggleShareKey}, desk),
		here(h.OnNothing, onNothing, binding{key: "enter", does: h.Done, act: onPageDo((*page).complete), writes: true}),
		here(h.OnPage, onPage, binding{key: "enter", does: h.Edit, act: onPageDo((*page).resumeEditing), writes: true}, tab, desk),
		here(h.OnFilter, onFilter, binding{key: "esc", does: h.AllOptions}, binding{key: "enter", does: h.Choose}, binding{key: "up/down", does: h.Move}),
		here(h.OnChoices, ofType(flows.TypeChoices), binding{key: "space", does: h.Choose}, next(h.Next), binding{key: "up/down", does: h.Move}, filter),
		here(h.OnChoice, ofType(flows.TypeChoice), binding{key: "enter", does: h.Choose}, binding{key: "up/down", does: h.Move}, tab, filter),
		here(h.OnArea, onArea, tab, binding{key: "enter", does: h.NewLine}),
		here(h.OnText, onKind(flows.KindField), next(h.Next), binding{key: "shift+tab", does: h.Back, act: onPageDo((*page).shiftTab)}),
		here(h.OnTask, onOpen(flows.KindTask), binding{key: "enter", does: h.TickNext, act: onPageDo((*page).tickNext)}, binding{key: "space", does: h.Tick, act: onPageDo((*page).tick)}),
		here(h.OnTicked, onKind(flows.KindTask), next(h.Next), binding{key: "space", does: h.Untick, act: onPageDo((*page).tick)}),
		here(h.OnCopy, onCopied, next(h.Next), binding{letter: "c", does: h.Copy, act: onPageDo(copyHere)}, binding{key: copying.Key, does: words.Say(t.Lang, flows.Msg("copying.key")), act: onPageDo(onOverlays((*overlays).copyRun))}),
		here(words.Say(t.Lang, flows.Msg("enclosure.here")), onEnclosure, next(h.Next), binding{letter: "o", does: words.Say(t.Lang, flows.Msg("attach.key_open")), act: onPageDo(openEnclosure)}),
		here(h.OnDraft, onKind(flows.KindDraft), binding{key: "enter", does: h.Preview, act: onPageDo(onOverlays((*overlays).letter))}),
		here(words.Say(t.Lang, flows.Msg("each.on_check")), onRowToRun, binding{key: "enter", does: words.Say(t.Lang, flows.Msg("each.check_rows")), act: onPageDo(onCheck((*focusedCheck).runRows))}, binding{key: "space", does: words.Say(t.Lang, flows.Msg("each.check_row")), act: onPageDo(onCheck((*focusedCheck).run))}, tab),
		here(h.OnCheck, onCheckToRun, binding{key: "enter", does: h.Check, act: onPageDo(onCheck((*focusedCheck).run))}, tab, binding{key: "space", act: onPageDo(onCheck((*focusedCheck).run))}),
		here(h.OnFound, onCheckToRead, binding{key: "enter", does: h.Look, act: onPageDo(onCheck((*focusedCheck).showResult))}, toFindings, again, tab),
		here(h.OnPassed, onKind(flows.KindCheck), next(h.Next), toFindings, again),
		here(h.OnWait, onOpen(flows.KindWait), binding{key: "enter", does: h.Wait, act: onPageDo(onOverlays((*overlays).wait))}),
		here(h.OnGate, onOpen(flows.KindGate), binding{key: "enter", does: h.Pass, act: onPageDo(onOverlays((*overlays).gate))}),
		here(h.OnRotation, onRotation, binding{key: "enter", does: t.Rotate.Key, act: onPageDo((*page).rotateHere)}, tab),
		here(h.OnAction, onKind(flows.KindAction), binding{key: "enter", does: h.Next, act: onPageDo((*page).passAction)}),
		here(h.OnOther, onAny, next(h.Next)),
	}
}

// readKeys are the keys while the page stops at a text that must be read.
func readKeys(t *words.Strings) []keyGroup {
	return []keyGroup{{
		name: t.Help.OnRead, group: t.Help.GroupHere, exclusive: true, applies: whenPage(onRead),
		keys: []binding{{key: "enter", does: t.Help.Done, act: onPageDo((*page).complete), writes: true}},
	}}
}

// onKind holds while an item of a kind has the keys.
func onKind(k flows.Kind) func(*page) bool {
	return func(p *page) bool {
		iv := p.Item()
		return p.engaged && iv != nil && iv.Item.Kind == k
	}
}

// onOpen holds while an item of a kind that is not done has the keys.
func onOpen(k flows.Kind) func(*page) bool {
	return func(p *page) bool { return onKind(k)(p) && !p.Item().Done }
}

// ofType holds while a field of a type has the keys.
func ofType(t flows.Type) func(*page) bool {
	return func(p *page) bool { return onKind(flows.KindField)(p) && p.Item().Item.Field.Type == t }
}

// onRotation holds on an action whose rotation is offered now, or open.
func onRotation(p *page) bool {
	if !onKind(flows.KindAction)(p) {
		return false
	}
	_, offered := p.ToRotate(p.Item())
	return offered
}

func onLast(p *page) bool    { return p.At().Step == "" }
func notOnLast(p *page) bool { return !onLast(p) }
func onVeiled(p *page) bool  { return p.IsHidden(p.Step()) }
func onNothing(p *page) bool { return p.Item() == nil }
func onPage(p *page) bool    { return !p.engaged }
func onAny(p *page) bool     { return true }

// onCopied is where there is something to copy and nothing to enter.
func onCopied(p *page) bool { return onKind(flows.KindCopy)(p) || onKind(flows.KindValue)(p) }

func onArea(p *page) bool { return onKind(flows.KindField)(p) && p.Item().Item.Field.Area }

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

// onCheckToRun holds on a check without a valid result, onCheckToRead on one
// with more than its one sentence. A check that passed, or was accepted, is
// neither.
func onCheckToRun(p *page) bool {
	return onKind(flows.KindCheck)(p) && !accepted(p.Item()) && walk.ToRun(p.Item())
}

// onRowToRun holds on such a check that is there for every row of a list.
func onRowToRun(p *page) bool { return onCheckToRun(p) && p.Item().Row != "" }

func onCheckToRead(p *page) bool {
	if !onKind(flows.KindCheck)(p) {
		return false
	}
	iv := p.Item()
	return !accepted(iv) && !walk.ToRun(iv) && iv.Result.Status != check.Passed && toRead(iv)
}

// cellKeys are the keys of a list, which handles most of them itself.
func cellKeys(t *words.Strings) []keyGroup {
	h := &t.Help
	cell := func(name string, there func(field.FocusInfo) bool, keys ...binding) keyGroup {
		holds := func(p *page) bool {
			table, ok := p.table()
			return ok && p.engaged && there(table.State())
		}
		return keyGroup{name: name, group: h.GroupHere, exclusive: true, applies: whenPage(holds), keys: keys}
	}
	takes := func(key, does string) binding { return binding{key: key, does: does} }
	add, file := takes("ctrl+n", h.AddRow), takes(field.FileKey, h.File)
	problem := takes(field.ProblemKey, h.NextProblem)
	problem.applies = whenPage(hasRowProblems)
	move, choose := takes("up/down", h.Move), takes("space", h.Choose)
	move.applies, choose.applies = whenPage(inChoiceCell), whenPage(inChoiceCell)
	return []keyGroup{
		cell(h.OnTickedCell, func(at field.FocusInfo) bool { return at.Task && at.Ticked }, takes("enter", h.NextCell), takes("space", h.Untick), add, file),
		cell(h.OnTaskCell, func(at field.FocusInfo) bool { return at.Task }, takes("enter", h.TickNext), takes("space", h.Tick), add, file),
		cell(h.OnNewRow, func(at field.FocusInfo) bool { return at.Editing && at.Untouched }, takes("enter", h.Leaves), move, choose, takes("tab", h.NextCell), file),
		cell(h.OnChoiceCell, func(at field.FocusInfo) bool { return at.Editing && at.Choice }, takes("enter", h.Choose), takes("up/down", h.Move), takes("tab", h.NextCell)),
		cell(h.OnEditedCell, func(at field.FocusInfo) bool { return at.Editing }, takes("enter", h.NextCell), takes("shift+tab", h.Back), takes("esc", h.Leave)),
		cell(h.OnCell, func(field.FocusInfo) bool { return true }, takes("enter", h.EditCell), takes("up/down", h.Rows), problem, add, takes("ctrl+x", h.RemoveRow), file),
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

// stepKeys are the keys of a step and of a run, whatever has the focus.
func stepKeys(t *words.Strings) []keyGroup {
	h, k, copyRun := &t.Help, &t.Typing, words.Say(t.Lang, flows.Msg("copying.key"))
	onStep := whenPage(func(p *page) bool { return p.At().Step != "" })
	onRun := whenPage(onAny)
	return []keyGroup{
		{name: h.OnItem, applies: onRun, keys: []binding{
			{key: "enter", act: onPageDo((*page).takeNext)},
			{key: "tab", also: "down", act: onPageDo((*page).tab)},
			{key: "shift+tab", also: "up", act: onPageDo((*page).shiftTab)},
			{key: "space", applies: never, whyNot: k.NoTask},
			{key: "ctrl+n", also: "ctrl+x", applies: never, whyNot: k.NoList},
			{key: "/", applies: never, whyNot: k.NoFilter},
			{key: findings.Key, act: onPageDo(onCheck((*focusedCheck).findings)), applies: whenPage(hasFindings), whyNot: t.Found.Nothing},
		}},
		{name: h.GroupStep, group: h.GroupStep, applies: onRun, keys: append([]binding{
			{key: "ctrl+s", does: h.Done, act: onPageDo((*page).completeNow), applies: whenPage(func(p *page) bool { return p.Item() != nil }), line: 2, writes: true},
			{key: "ctrl+s", act: onPageDo((*page).completeNow), applies: onStep, whyNot: k.NoStep, writes: true},
			{key: "f2", letter: "s", does: words.Say(t.Lang, flows.Msg("phone.key")), act: onPageDo((*page).togglePhone), applies: onStep, whyNot: k.NoStep, line: 4},
			{key: "f4", letter: "a", does: h.Accept, act: onPageDo(onOverlays((*overlays).acceptProblem)), applies: whenPage(canAccept), whyNot: t.Wizard.AcceptNothing, line: 1, writes: true},
			{key: "f5", letter: "v", does: words.Say(t.Lang, flows.Msg("use.key_secret")), act: onPageDo(onSecrets((*secrets).look)), applies: whenPage(onKept), whyNot: words.Say(t.Lang, flows.Msg("use.none")), line: 1, writes: true},
			{key: "ctrl+r", does: words.Say(t.Lang, flows.Msg("earlier.key")), act: onPageDo((*page).takeEarlier), applies: whenPage(hasEarlier), whyNot: words.Say(t.Lang, flows.Msg("earlier.none")), writes: true},
			{letter: "c", does: h.Copy, act: onPageDo(copyHere), applies: onStep, whyNot: t.Wizard.CopyNothing},
			{key: copying.Key, letter: copying.Letter, does: copyRun, act: onPageDo(onOverlays((*overlays).copyRun)), applies: whenPage(hasPastes), whyNot: words.Say(t.Lang, flows.Msg("copying.none"))},
			{letter: "i", does: words.Say(t.Lang, flows.Msg("page.value_key")), act: onPageDo(wholeValue), applies: whenPage(hasValue), whyNot: words.Say(t.Lang, flows.Msg("page.value_none"))},
			{letter: "l", does: words.Say(t.Lang, flows.Msg("spell.key")), act: onPageDo(spellHere), applies: onStep, whyNot: words.Say(t.Lang, flows.Msg("spell.nothing"))},
			{letter: "o", does: words.Say(t.Lang, flows.Msg("page.key")), act: onPageDo(openAddress), applies: whenPage(hasPage)},
			{letter: "o", does: h.Open, act: onPageDo(openAddress), applies: onStep, whyNot: t.Wizard.OpenNothing},
			{letter: "O", does: words.Say(t.Lang, flows.Msg("page.key_other")), act: onPageDo(changePage), applies: whenPage(canNamePage), writes: true},
			{letter: "O", act: onPageDo(changePage), applies: onStep, whyNot: t.Wizard.OpenNothing, writes: true},
			{letter: "n", does: words.Say(t.Lang, flows.Msg("failed.key_works")), act: onPageDo(onOverlays((*overlays).notWorked)), applies: whenPage(hasFailed), writes: true},
			{letter: "n", does: words.Say(t.Lang, flows.Msg("failed.key")), act: onPageDo(onOverlays((*overlays).notWorked)), applies: onStep, whyNot: k.NoStep, writes: true},
			{letter: "e", does: h.Note, act: onPageDo(onOverlays((*overlays).remark)), applies: onStep, whyNot: k.NoStep, writes: true},
			{key: "ctrl+f", letter: "t", does: words.Say(t.Lang, flows.Msg("attach.key")), act: onPageDo(onOverlays((*overlays).attach)), applies: whenPage(attaches), writes: true},
			{letter: "t", act: onPageDo(onOverlays((*overlays).attach)), applies: onStep, whyNot: k.NoStep, writes: true},
			{key: "ctrl+f", applies: never, whyNot: k.NoStep},
			{letter: "k", does: words.Say(t.Lang, flows.Msg("attach.key_open")), act: onPageDo(onOverlays((*overlays).openFile)), applies: whenPage(hasFiles), whyNot: words.Say(t.Lang, flows.Msg("attach.none"))},
			{letter: "x", does: h.Skip, act: onPageDo(onOverlays((*overlays).skip)), applies: onStep, whyNot: k.NoStep, writes: true},
		}, faultKeys(t)...)},
		{name: h.GroupRun, group: h.GroupRun, applies: onRun, keys: []binding{
			{key: "alt+left", letter: "[", does: h.PrevStep, act: onPageDo((*page).previousStep)},
			{key: "alt+right", letter: "]", does: h.NextStep, act: onPageDo((*page).nextStep)},
			{key: "ctrl+o", does: h.Outline, act: onPageDo(onOverlays((*overlays).outline)), line: 3},
			{key: "ctrl+z", does: h.Undo, act: onPageDo((*page).undo), writes: true},
			{letter: versions.Key, does: words.Say(t.Lang, flows.Msg("move.key")), act: onPageDo(onOverlays((*overlays).moveRun)), writes: true},
			{key: papers.Key, letter: papers.Letter, does: t.Papers.Key, act: onPageDo((*page).showPapers), applies: whenPage(notOnLast), whyNot: t.Papers.Here},
		}},
		{name: h.GroupAny, group: h.GroupAny, applies: onRun, keys: []binding{
			{key: over.Key, does: words.Say(t.Lang, flows.Msg("palette.key")), act: openPalette},
			{key: "f1", letter: "?", does: h.Help, act: toggleHelpKey, line: 6},
			{key: "f3", letter: "p", does: h.Share, act: toggleShareKey, applies: func(m *model) bool { return !m.share }, line: 5},
			{key: "f3", letter: "p", does: h.Unshare, act: toggleShareKey, applies: func(m *model) bool { return m.share }, line: 5},
			{key: "pgup/pgdn", does: h.Scroll, act: scrolls},
			{key: "esc", does: h.Leave, act: onPageDo((*page).escape)},
			{letter: "m", does: h.Mouse, act: toggleMouseKey},
			{letter: "q", applies: never, whyNot: words.Say(t.Lang, flows.Msg("leave.on_desk"))},
			{key: "ctrl+c", does: h.Quit},
		}},
	}
}

func never(*model) bool { return false }

func canAccept(p *page) bool { return p.overlays.canAccept() }
