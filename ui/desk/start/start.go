// Package start is the overlay that starts a run: it asks for procedure and
// customer, and offers known customers while the person types.
package start

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

const maxOffered = 4 // known customers that are offered at a time

// Run is what a new run needs.
type Run struct {
	Library *flows.Library
	Archive run.Archive
	Lang    string
	Mode    run.Mode
	Name    string // of a customer, for whom it is made unless another one is named
	// Begin begins it.
	Begin func(procedure, customer string, mode run.Mode) tea.Cmd
}

// Over is the overlay.
type Over struct {
	*room.Form
	d         room.Desk
	run       Run
	known     []run.Customer
	hasChoice bool // there are several procedures
	chosen    int  // among the known ones; -1: what is typed counts
}

// Open opens the overlay once the procedures are read; keys are held until
// then.
func Open(d room.Desk, r Run) tea.Cmd {
	return d.InBackgroundHoldingKeys(func() func() tea.Cmd {
		options, bad := outside.Procedures(r.Library, r.Lang)
		return func() tea.Cmd {
			for _, err := range bad {
				d.Warn(d.Sentence(err))
			}
			if len(options) == 0 {
				return nil
			}
			o := newOver(d, r, options)
			d.Open(o)
			return o.ask("")
		}
	})
}

func newOver(d room.Desk, r Run, options []flows.Option) *Over {
	t := &d.Words().Overlay
	heading := t.NewTitle
	if word := d.Words().Mode(string(r.Mode)); word != "" {
		heading += d.Theme().Dot + word
	}
	o := &Over{Form: room.NewForm(d, heading), d: d, run: r, hasChoice: len(options) > 1, chosen: -1}
	o.AddChoice(t.NewProcedure, d.Kit().Options(options, ""), min(len(options), 6))
	o.Add(t.NewCustomer, d.Kit().Line(r.Name, ""), 1)
	return o
}

// ask looks for customers whose name begins with prefix.
func (o *Over) ask(prefix string) tea.Cmd {
	ctx, a := o.d.Context(), o.run.Archive
	return o.d.InBackground(o, func() func() tea.Cmd {
		list, err := a.Customers(ctx, prefix, maxOffered)
		return func() tea.Cmd {
			if err == nil && !o.d.Shared() && o.Text(1) == prefix { // an offer only
				o.known, o.chosen = list, -1
			}
			return nil
		}
	})
}

func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	o.Err = ""
	k := msg.String()
	if o.At == 0 {
		if o.Rows[0].Widget.Key(msg) == field.Take || k == "tab" && !field.Empty(o.Rows[0].Widget.Value()) {
			o.Move(1)
		}
		return nil
	}
	switch k {
	case "down":
		o.chosen = min(o.chosen+1, len(o.known)-1)
	case "up":
		o.chosen = max(o.chosen-1, -1)
	case "shift+tab":
		o.Move(-1)
	case "tab":
		if o.chosen < 0 && len(o.known) > 0 {
			o.chosen = 0
		}
		return o.fill()
	case "enter":
		return o.begin()
	default:
		o.Rows[1].Widget.Key(msg)
		o.chosen = -1
		return o.ask(o.Text(1))
	}
	return nil
}

// fill puts the offered name into the input.
func (o *Over) fill() tea.Cmd {
	if o.chosen < 0 {
		return nil
	}
	o.Rows[1].Widget = o.d.Kit().Line(o.known[o.chosen].Name, "")
	o.Rows[1].Widget.Focus()
	o.chosen = -1
	return o.ask(o.Text(1))
}

func (o *Over) Paste(s string) tea.Cmd {
	if o.At != 1 {
		return nil
	}
	o.Err = o.Rows[1].Widget.Paste(s)
	return o.ask(o.Text(1))
}

func (o *Over) begin() tea.Cmd {
	name := strings.TrimSpace(o.Text(1))
	if o.chosen >= 0 {
		name = o.known[o.chosen].Name
	}
	switch {
	case field.Empty(o.Rows[0].Widget.Value()):
		return o.Fail(0, o.d.Words().Overlay.NewNoProcedure)
	case name == "":
		return o.Fail(1, o.d.Words().Overlay.NewNoCustomer)
	}
	o.d.Close()
	return o.run.Begin(o.Text(0), name, o.run.Mode)
}

func (o *Over) Lines(w, h int) ([]string, int) {
	lines, at := o.Form.Lines(w, h)
	bad := lines[len(lines)-1]
	lines = lines[:len(lines)-2] // an error of this overlay is one line
	indent := strings.Repeat(" ", min(theme.Width(o.d.Words().Overlay.NewProcedure), w/3)+2+room.Gutter)
	if w < room.Narrow {
		indent = strings.Repeat(" ", room.Gutter)
	}
	for i := range maxOffered {
		s := ""
		if i < len(o.known) && o.At == 1 {
			s = indent + o.d.Theme().Dim.Render(fmt.Sprintf(o.d.Words().Overlay.NewKnown, flows.CleanLine(o.known[i].Name)))
			if i == o.chosen {
				s = indent[room.Pointer:] + o.d.Theme().Accent.Render(o.d.Theme().Arrow) + " " + o.d.Theme().Select.Render(flows.CleanLine(o.known[i].Name))
			}
		}
		lines = append(lines, o.d.Theme().Fit(s, w))
	}
	return append(lines, bad), at
}

func (o *Over) Keys() []room.Hint {
	switch {
	case o.At == 0 && o.hasChoice:
		return []room.Hint{{"enter", o.d.Words().Help.Choose}, {"up/down", o.d.Words().Help.Move}, {"esc", o.d.Words().Help.Close}}
	case o.At == 0:
		return []room.Hint{{"enter", o.d.Words().Help.Choose}, {"esc", o.d.Words().Help.Close}}
	case len(o.known) == 0:
		return []room.Hint{{"enter", o.d.Words().Overlay.NewStart}, {"shift+tab", o.d.Words().Help.Back}, {"esc", o.d.Words().Help.Close}}
	}
	return []room.Hint{{"enter", o.d.Words().Overlay.NewStart}, {"up/down", o.d.Words().Overlay.NewOffered}, {"shift+tab", o.d.Words().Help.Back}, {"esc", o.d.Words().Help.Close}}
}
