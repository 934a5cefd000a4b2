package desk

import (
	"fmt"
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// clashOver shows what another program changed as well: theirs, which stands,
// and yours, which is kept here until it is decided which of the two holds.
type clashOver struct {
	rows []clashRow
	lost []string // what can no longer be done at all
	at   int
}

type clashRow struct {
	command       run.Command
	label         string
	theirs, yours string
	by            string // who changed it, and when
	mine          bool   // yours is to hold
}

// newClash makes the overlay of what Reload gave back.
func newClash(m *model, lost []run.Command, clashes []run.Clash) overlay {
	o := &clashOver{}
	for _, c := range clashes {
		row := clashRow{command: c.Command, by: fmt.Sprintf(m.t.Typing.ClashBy, flows.CleanLine(c.By), m.moment(c.At))}
		row.label, row.theirs, row.yours = m.both(c.Command)
		o.rows = append(o.rows, row)
	}
	for _, c := range lost {
		if !slices.ContainsFunc(clashes, func(k run.Clash) bool { return reflect.DeepEqual(k.Command, c) }) {
			o.lost = append(o.lost, m.lostLine(c))
		}
	}
	return o
}

// lostLine says what a command was about, and its value, so that it can be
// entered again.
func (m *model) lostLine(c run.Command) string {
	if v := valueOf(c); v != "" {
		return m.whatOf(c) + ": " + v
	}
	return m.whatOf(c)
}

// both names what a command changes, as it stands and as the command has it.
func (m *model) both(c run.Command) (label, theirs, yours string) {
	k := &m.t.Typing
	label = m.whatOf(c)
	iv := m.itemOf(c)
	switch c := c.(type) {
	case run.Answer:
		if iv == nil {
			return label, "", flows.CleanLine(field.Format(c.Value))
		}
		return label, shownValue(m, iv.Item.Field, iv.Value), shownValue(m, iv.Item.Field, c.Value)
	case run.SetSecret:
		theirs = k.ClashEmpty
		if iv != nil && iv.Set {
			theirs = fmt.Sprintf(k.ClashSecret, iv.Fingerprint)
		}
		if c.Sealed == nil {
			return label, theirs, k.ClashEmpty
		}
		return label, theirs, fmt.Sprintf(k.ClashSecret, c.Sealed.Fingerprint)
	case run.SetCell:
		return label, m.cellNow(iv, c), flows.CleanLine(field.Format(c.Value))
	case run.Tick:
		return label, m.t.Wizard.NotYet, m.t.Wizard.Ticked
	case run.Untick:
		return label, m.t.Wizard.Ticked, m.t.Wizard.NotYet
	}
	return label, k.ClashChanged, k.ClashYourChange
}

func shownValue(m *model, f *flows.Field, v flows.Value) string {
	if field.Empty(v) {
		return m.t.Typing.ClashEmpty
	}
	return field.Show(f, v, m.th.ASCII)
}

// cellNow is what stands in the cell that a command changes.
func (m *model) cellNow(iv *run.ItemView, c run.SetCell) string {
	if iv != nil {
		for i := range iv.Rows {
			if iv.Rows[i].Row == c.At.Row {
				return shownValue(m, iv.Item.Column(c.At.Column).Field, iv.Rows[i].Values[c.At.Column])
			}
		}
	}
	return m.t.Typing.ClashEmpty
}

func (o *clashOver) title(m *model) string {
	if len(o.rows) == 1 {
		return m.t.Typing.ClashTitleOne
	}
	return fmt.Sprintf(m.t.Typing.ClashTitle, len(o.rows))
}

func (o *clashOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, max(len(o.rows)-1, 0))
	case "left", "right", "space":
		if len(o.rows) > 0 {
			o.rows[o.at].mine = !o.rows[o.at].mine
		}
	case "y":
		o.all(true)
	case "t":
		o.all(false)
	case "enter":
		return o.decide(m)
	}
	return nil
}

func (o *clashOver) all(mine bool) {
	for i := range o.rows {
		o.rows[i].mine = mine
	}
}

func (o *clashOver) paste(*model, string) tea.Cmd { return nil }

// decide does again what is to hold of yours.
func (o *clashOver) decide(m *model) tea.Cmd {
	var again []run.Command
	for _, row := range o.rows {
		if row.mine {
			again = append(again, row.command)
		}
	}
	m.closeOver()
	if len(again) == 0 {
		m.say(m.t.Typing.ClashTheirsHold)
		return m.save()
	}
	// What follows from theirs is followed by what follows from yours: both were
	// looked at.
	cmd := m.confirmed(nil, again)
	if !m.status.bad {
		m.say(fmt.Sprintf(m.t.Typing.ClashDone, len(again)))
	}
	return cmd
}

// escaped decides nothing: what was yours stands in its fields as typed and
// not taken. A secret cannot stand there, so it has to be decided.
func (o *clashOver) escaped(m *model) tea.Cmd {
	for _, row := range o.rows {
		if _, secret := row.command.(run.SetSecret); secret {
			m.warn(m.t.Typing.ClashChoose)
			return nil
		}
	}
	return o.setAside(m)
}

// leave is what becomes of it when the program is left: what cannot stand in a
// field is named in the last words.
func (o *clashOver) leave(m *model) {
	for _, row := range o.rows {
		if _, answer := row.command.(run.Answer); !answer {
			m.lost = append(m.lost, row.command)
		}
	}
	o.setAside(m)
}

func (o *clashOver) setAside(m *model) tea.Cmd {
	var cmds []tea.Cmd
	for _, row := range o.rows {
		iv := m.itemOf(row.command)
		a, ok := row.command.(run.Answer)
		if !ok || iv == nil {
			continue
		}
		at := flows.Address{Step: a.At.Step, Item: iv.Item.ID}
		m.page.drafts[at] = field.Format(a.Value)
		cmds = append(cmds, m.typed(at, field.Format(a.Value), false))
	}
	m.closeOver()
	m.say(m.t.Typing.ClashKept)
	return tea.Batch(cmds...)
}

func (o *clashOver) lines(m *model, w, h int) (lines []string, at int) {
	t, k := m.th, &m.t.Typing
	wide := max(theme.Width(k.ClashTheirs), theme.Width(k.ClashYours))
	for i, row := range o.rows {
		point := "  "
		if i == o.at {
			point, at = t.Accent.Render(t.Arrow)+" ", len(lines)
		}
		lines = append(lines, t.Ends(point+t.Bold.Render(row.label), t.Dim.Render(row.by), w))
		for _, side := range []struct {
			word, value string
			chosen      bool
		}{{k.ClashTheirs, row.theirs, !row.mine}, {k.ClashYours, row.yours, row.mine}} {
			lines = append(lines, t.Fit("    "+m.radio(side.chosen)+" "+t.Dim.Render(t.Pad(side.word, wide))+"  "+side.value, w))
		}
	}
	if len(o.lost) > 0 {
		lines = append(lines, "", t.Warn.Render(t.Fit(k.ClashLost, w)))
	}
	for _, l := range o.lost {
		lines = append(lines, t.Fit("  "+l, w))
	}
	return lines, at
}

// radio is the sign of one of two.
func (m *model) radio(chosen bool) string {
	if chosen {
		return m.th.Good.Render(glyph.Chosen.Of(m.th.ASCII))
	}
	return m.th.Dim.Render(glyph.Radio.Of(m.th.ASCII))
}

func (o *clashOver) keys(m *model) []hint {
	k := &m.t.Typing
	if len(o.rows) == 0 {
		return []hint{{"enter", m.t.Help.Close}, {"esc", m.t.Help.Close}}
	}
	h := []hint{{"enter", k.ClashTake}, {"space", k.ClashSwitch}}
	if len(o.rows) > 1 {
		h = append(h, hint{"t", k.ClashAllTheirs}, hint{"y", k.ClashAllMine}, hint{"up/down", m.t.Help.Move})
	}
	return append(h, hint{"esc", k.ClashAside})
}
