package desk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/faults"
	"lotse/ui/outside"
)

// rehearsal has what goes wrong at the checks of a rehearsal or a demo, as it was
// read last; of a real run it has nothing.
type rehearsal struct {
	p     *page
	armed outside.Faults

	activeFor *run.View           // that active is of
	active    map[string][]string // the faults that apply, by check item
}

// faultsMsg brings what goes wrong in a run.
type faultsMsg struct {
	of    *page
	armed outside.Faults
	err   error
	told  flows.Message // zero: nobody asked
}

// handle keeps it. What comes from a run that is no longer shown is dropped.
func (msg faultsMsg) handle(m *model) tea.Cmd {
	switch {
	case m.page != msg.of:
	case msg.err != nil:
		m.warn(m.sentence(msg.err))
	default:
		m.page.rehearsal.armed = msg.armed
		m.page.rehearsal.activeFor = nil
		if !msg.told.IsZero() {
			m.say(words.Say(m.cfg.Lang, msg.told))
		}
	}
	return nil
}

// read reads what goes wrong, beside the screen.
func (h *rehearsal) read() tea.Cmd {
	if h.p.View().Mode == run.Real {
		return nil
	}
	p, ctx, a, id := h.p, h.p.m.ctx, h.p.m.cfg.Archive, h.p.s.ID()
	return guarded(func() tea.Msg {
		f, err := outside.FaultsOf(ctx, a, id)
		return faultsMsg{of: p, armed: f, err: err}
	})
}

// activeAt are the faults that go wrong at a check with the answers of now. It is
// asked with every frame, and a list may have 10,000 rows.
func (h *rehearsal) activeAt(iv *run.ItemView) []string {
	p := h.p
	if iv.Item.Check == nil || len(h.armed[iv.Item.Check.Run]) == 0 {
		return nil
	}
	if h.activeFor != p.View() {
		h.activeFor, h.active = p.View(), map[string][]string{}
	}
	active, known := h.active[iv.Item.ID]
	if !known {
		if q, err := check.RequestOf(p.s, p.View().Mode, flows.Address{Step: p.At().Step, Item: iv.Item.ID}); err == nil {
			active = h.armed.Active(&q)
		}
		h.active[iv.Item.ID] = active
	}
	return active
}

// choose opens the room of what goes wrong at the check that has the focus.
func (h *rehearsal) choose() tea.Cmd {
	p, iv := h.p, h.p.Item()
	name, all := iv.Item.Check.Run, check.OfferedAt(iv.Item.Check)
	p.m.openOver(faults.New(roomDesk{p.m}, faults.Check{
		Name: name, Label: p.m.label(iv), All: all, Armed: h.activeAt(iv),
		Arm: func(fault string) tea.Cmd { return h.arm(name, fault, all) },
	}))
	return nil
}

// arm has a fault, one of all, go wrong at a check from now on; "" mends it. Keys
// wait until that is so: the next may run the check.
func (h *rehearsal) arm(name, fault string, all []check.Fault) tea.Cmd {
	p, ctx, a, id := h.p, h.p.m.ctx, h.p.m.cfg.Archive, h.p.s.ID()
	told := flows.Msg("fault.mended")
	if i := slices.IndexFunc(all, func(f check.Fault) bool { return f.Name == fault }); i >= 0 {
		told = flows.Msg("fault.armed", "does", all[i].Says())
	}
	return roomDesk{p.m}.InBackgroundHoldingKeys(func() func() tea.Cmd {
		f, err := outside.ArmFault(ctx, a, id, name, fault)
		return func() tea.Cmd { return faultsMsg{of: p, armed: f, err: err, told: told}.handle(p.m) }
	})
}

// onRehearsal makes a page action of an action of its rehearsal.
func onRehearsal(do func(*rehearsal) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.rehearsal) }
}

// isRehearsed holds where portals are simulated, goesWrong at a check that asks one
// of them.
func isRehearsed(p *page) bool { return p.View().Mode != run.Real }

func goesWrong(p *page) bool {
	return isRehearsed(p) && hasCheck(p) && check.FaultsOf(p.Item().Item.Check.Run) != nil
}

func hasCheck(p *page) bool { return p.Item() != nil && p.Item().Item.Check != nil }

// faultKeys are the key of what goes wrong here, with its reasons why not.
func faultKeys(t *words.Strings) []binding {
	say := func(code string) string { return words.Say(t.Lang, flows.Msg(code)) }
	only := func(holds func(*page) bool, code string) binding {
		return binding{letter: faults.Key, applies: whenPage(holds), whyNot: say(code)}
	}
	return []binding{
		{letter: faults.Key, does: say("fault.key"), act: onPageDo(onRehearsal((*rehearsal).choose)), applies: whenPage(goesWrong), line: 1},
		only(isRehearsed, "fault.real"),
		only(hasCheck, "fault.no_check"),
		only(goesWrong, "fault.no_portal"),
	}
}
