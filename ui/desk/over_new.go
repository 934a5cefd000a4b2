package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

const offered = 4 // known customers that are offered at a time

// newOver asks for procedure and customer; known customers are offered while
// one types.
type newOver struct {
	form
	mode   run.Mode
	known  []run.Customer
	many   bool // there are several procedures
	picked int  // among the known ones; -1: what is typed counts
}

// librariesMsg brings the procedures that there are.
type librariesMsg struct {
	options []flows.Option
	mode    run.Mode
	err     error
}

// openNew opens the overlay once the procedures are read; keys wait for it.
func (m *model) openNew(mode run.Mode) tea.Cmd {
	m.hold++
	lib, lang := m.cfg.Library, m.cfg.Lang
	return guarded(func() tea.Msg {
		msg := librariesMsg{mode: mode}
		for _, id := range lib.IDs() {
			p, err := lib.Procedure(id)
			if err != nil {
				msg.err = err
				continue
			}
			msg.options = append(msg.options, flows.Option{Value: id, Label: flows.CleanLine(p.In(lang).Title)})
		}
		return msg
	})
}

func (m *model) libraries(msg librariesMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(m.sentence(msg.err))
	}
	if len(msg.options) == 0 {
		return m.release()
	}
	o := &newOver{mode: msg.mode, many: len(msg.options) > 1, picked: -1}
	o.heading = m.t.Overlay.NewTitle
	if word := m.t.Mode(string(msg.mode)); word != "" {
		o.heading += m.th.Dot + word
	}
	o.addChoice(m.t.Overlay.NewProcedure, m.kit.Options(msg.options, ""), min(len(msg.options), 6))
	start := ""
	if msg.mode == run.Demo && !m.cfg.Demo { // in the demo there are customers
		start = "Muster GmbH"
	}
	o.add(m.t.Overlay.NewCustomer, m.kit.Line(start, ""), 1)
	m.openOver(o)
	return tea.Batch(m.askKnown(""), m.release())
}

// knownMsg brings customers whose name begins as typed.
type knownMsg struct {
	prefix string
	list   []run.Customer
}

func (m *model) askKnown(prefix string) tea.Cmd {
	ctx, a := m.ctx, m.cfg.Archive
	return guarded(func() tea.Msg {
		list, err := a.Customers(ctx, prefix, offered)
		if err != nil {
			return nil // an offer only
		}
		return knownMsg{prefix, list}
	})
}

func (m *model) known(msg knownMsg) {
	if o, ok := m.over.(*newOver); ok && !m.share && o.text(1) == msg.prefix {
		o.known, o.picked = msg.list, -1
	}
}

func (o *newOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	o.err = ""
	k := msg.String()
	if o.at == 0 {
		if o.rows[0].w.Key(msg) == field.Take || k == "tab" && !field.Empty(o.rows[0].w.Value()) {
			o.move(1)
		}
		return nil
	}
	switch k {
	case "down":
		o.picked = min(o.picked+1, len(o.known)-1)
	case "up":
		o.picked = max(o.picked-1, -1)
	case "shift+tab":
		o.move(-1)
	case "tab":
		if o.picked < 0 && len(o.known) > 0 {
			o.picked = 0
		}
		return o.fill(m)
	case "enter":
		return o.begin(m)
	default:
		o.rows[1].w.Key(msg)
		o.picked = -1
		return m.askKnown(o.text(1))
	}
	return nil
}

// fill puts the offered name where it is typed.
func (o *newOver) fill(m *model) tea.Cmd {
	if o.picked < 0 {
		return nil
	}
	o.rows[1].w = m.kit.Line(o.known[o.picked].Name, "")
	o.rows[1].w.Focus()
	o.picked = -1
	return m.askKnown(o.text(1))
}

func (o *newOver) paste(m *model, s string) tea.Cmd {
	if o.at != 1 {
		return nil
	}
	o.err = o.rows[1].w.Paste(s)
	return m.askKnown(o.text(1))
}

func (o *newOver) begin(m *model) tea.Cmd {
	name := strings.TrimSpace(o.text(1))
	if o.picked >= 0 {
		name = o.known[o.picked].Name
	}
	switch {
	case field.Empty(o.rows[0].w.Value()):
		return o.fail(0, m.t.Overlay.NewNoProcedure)
	case name == "":
		return o.fail(1, m.t.Overlay.NewNoCustomer)
	}
	m.over = nil
	return m.start(o.text(0), name, o.mode)
}

func (o *newOver) lines(m *model, w, h int) ([]string, int) {
	lines, at := o.form.lines(m, w, h)
	bad := lines[len(lines)-1]
	lines = lines[:len(lines)-2] // an error of this overlay is one line
	indent := strings.Repeat(" ", min(theme.Width(m.t.Overlay.NewProcedure), w/3)+2+gutter)
	if w < narrow {
		indent = strings.Repeat(" ", gutter)
	}
	for i := range offered {
		s := ""
		if i < len(o.known) && o.at == 1 {
			s = indent + m.th.Dim.Render(fmt.Sprintf(m.t.Overlay.NewKnown, flows.CleanLine(o.known[i].Name)))
			if i == o.picked {
				s = indent[pointer:] + m.th.Accent.Render(m.th.Arrow) + " " + m.th.Select.Render(flows.CleanLine(o.known[i].Name))
			}
		}
		lines = append(lines, m.th.Fit(s, w))
	}
	return append(lines, bad), at
}

func (o *newOver) keys(m *model) []hint {
	switch {
	case o.at == 0 && o.many:
		return []hint{{"enter", m.t.Help.Choose}, {"up/down", m.t.Help.Move}, {"esc", m.t.Help.Close}}
	case o.at == 0:
		return []hint{{"enter", m.t.Help.Choose}, {"esc", m.t.Help.Close}}
	case len(o.known) == 0:
		return []hint{{"enter", m.t.Overlay.NewStart}, {"shift+tab", m.t.Help.Back}, {"esc", m.t.Help.Close}}
	}
	return []hint{{"enter", m.t.Overlay.NewStart}, {"up/down", m.t.Overlay.NewOffered}, {"shift+tab", m.t.Help.Back}, {"esc", m.t.Help.Close}}
}
