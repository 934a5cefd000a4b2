package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// choiceKeys are the keys by which a person says which runs the list shows, and
// where.
func choiceKeys(t *words.Strings) []binding {
	say := func(code string) string { return words.Say(t.Lang, flows.Msg(code)) }
	canBe := func(aside bool) func(*model) bool {
		return func(m *model) bool {
			h := m.list.row(m.list.at)
			return h != nil && walk.CanBeAside(h) && h.Aside == aside
		}
	}
	return []binding{
		{letter: "z", does: say("list.key_aside"), act: setAside, applies: canBe(false), whyNot: say("list.no_aside"), folded: true},
		{letter: "z", does: say("list.key_take_up"), act: setAside, applies: canBe(true), whyNot: say("list.no_aside"), folded: true},
		{letter: "c", does: say("list.key_customer"), act: ofCustomer, applies: func(m *model) bool { return !m.list.empty() && m.list.Customer == nil }, whyNot: say("list.no_customer"), folded: true},
		{letter: "o", does: say("list.key_order"), act: nextOrder, applies: func(m *model) bool { return !m.list.empty() }, whyNot: t.Typing.NoWaitRun, folded: true},
	}
}

// asideMsg says what became of putting a run aside.
type asideMsg struct {
	rows rowsMsg
	said string
}

func (msg asideMsg) handle(m *model) tea.Cmd {
	if msg.rows.err == nil {
		m.say(msg.said)
	}
	return tea.Batch(msg.rows.handle(m), m.release())
}

// setAside puts the chosen run aside, or takes it up. The pointer stays at its place
// in the list, at what comes next.
func setAside(m *model, _ string) tea.Cmd {
	l := m.list
	h := *l.row(l.at)
	said, next := face.SetAside(m.cfg.Lang, &h, !h.Aside), ""
	if l.isHidden(&h) {
		said = ""
	}
	for _, i := range []int{l.at + 1, l.at - 1} {
		if other := l.row(i); next == "" && other != nil {
			next = other.ID
		}
	}
	m.hold++
	ctx, a, read := m.ctx, m.cfg.Archive, l.reread()
	gen := l.gen
	return guarded(func() tea.Msg {
		if err := outside.PutAside(ctx, a, h.ID, !h.Aside); err != nil {
			return asideMsg{rows: rowsMsg{gen: gen, err: err}}
		}
		rows := read().(rowsMsg)
		rows.at = next
		return asideMsg{rows, said}
	})
}

// ofCustomer shows all runs of the chosen run's customer.
func ofCustomer(m *model, _ string) tea.Cmd {
	h := m.list.row(m.list.at)
	if m.list.isHidden(h) {
		m.warn(words.Say(m.cfg.Lang, flows.Msg("list.customer_hidden")))
		return nil
	}
	m.say(words.Say(m.cfg.Lang, flows.Msg("list.of_customer", "customer", h.Customer.Name)))
	return m.list.showCustomer(&h.Customer)
}

// showCustomer shows the runs of a customer; nil: of all.
func (l *list) showCustomer(c *run.Customer) tea.Cmd {
	if c != nil {
		one := *c
		c = &one
	}
	l.Customer = c
	return guarded(l.reread())
}

// nextOrder shows the list in the next order, and keeps it.
func nextOrder(m *model, _ string) tea.Cmd {
	l := m.list
	l.Order, _ = face.ReadOrder("", l.Order)
	m.say(words.Say(m.cfg.Lang, flows.Msg("list.order", "order", face.OrderWord(m.cfg.Lang, l.Order))))
	ctx, a, order, read := m.ctx, m.cfg.Archive, l.Order, l.reread()
	return guarded(func() tea.Msg {
		rows := read().(rowsMsg)
		if err := outside.KeepListOrder(ctx, a, order); err != nil && rows.err == nil {
			rows.err = err
		}
		return rows
	})
}
