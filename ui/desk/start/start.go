// Package start is the overlay that starts a run: it asks for procedure, customer
// and mode, shows what there is to know of the procedure, and offers known customers
// while the person types. It imports the rooms' own package and ui/outside, which
// reads the library and the store, and never the desk.
package start

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/outside"
)

const maxOffered = 4 // known customers that are offered at a time

// Run is what a new run needs.
type Run struct {
	Entries func() []flows.Entry // the procedures, which may take a while to load
	Archive run.Archive
	Lang    string
	Mode    run.Mode
	Fixed   bool   // the mode is not to be chosen
	Name    string // of a customer, for whom it is made unless another one is named
	// Begin begins it.
	Begin func(procedure, customer string, mode run.Mode) tea.Cmd
}

// The rows of the overlay.
const (
	procedureRow = iota
	customerRow
	modeRow
)

// Over is the overlay.
type Over struct {
	*room.Form
	d      room.Desk
	run    Run
	offers []outside.Offer
	known  []outside.Known
	chosen int // among the known ones; -1: what is typed counts
}

// Open opens the overlay once the procedures are read; keys are held until
// then.
func Open(d room.Desk, r Run) tea.Cmd {
	ctx := d.Context()
	return d.InBackgroundHoldingKeys(func() func() tea.Cmd {
		offers, bad := outside.Offers(ctx, r.Archive, r.Entries(), r.Lang)
		return func() tea.Cmd {
			for _, err := range bad {
				d.Warn(d.Sentence(err))
			}
			if len(offers) == 0 {
				return nil
			}
			o := newOver(d, r, offers)
			d.Open(o)
			return o.ask("")
		}
	})
}

func newOver(d room.Desk, r Run, offers []outside.Offer) *Over {
	t := &d.Words().Overlay
	options, packs := make([]flows.Option, len(offers)), map[string]string{}
	for i, o := range offers {
		options[i] = flows.Option{Value: o.Name, Label: o.Title}
		packs[o.Name] = o.Origin.Pack
	}
	o := &Over{Form: room.NewForm(d, t.NewTitle), d: d, run: r, offers: offers, chosen: -1}
	o.AddChoice(t.NewProcedure, d.Kit().Noted(options, packs), min(len(options), 6))
	o.Add(t.NewCustomer, d.Kit().Line(r.Name, ""), 1)
	if !r.Fixed {
		o.AddChoice(o.say("start.mode"), d.Kit().Row(o.modes(), string(r.Mode)), 1)
	}
	return o
}

// modes are those that can be chosen, the real one first.
func (o *Over) modes() []flows.Option {
	return []flows.Option{
		{Value: string(run.Real), Label: o.say("start.real")},
		{Value: string(run.Rehearsal), Label: o.say("start.rehearsal")},
	}
}

func (o *Over) say(code string, args ...any) string {
	return o.d.DialogueText(flows.Msg(code, args...))
}

// mode is the chosen one.
func (o *Over) mode() run.Mode {
	if o.run.Fixed {
		return o.run.Mode
	}
	return run.Mode(o.Text(modeRow))
}

// Title implements room.Overlay.
func (o *Over) Title() string {
	if word := o.d.Words().Mode(string(o.mode())); word != "" {
		return o.Heading + o.d.Theme().Dot + word
	}
	return o.Heading
}

// offer is the procedure at the pointer, or the chosen one.
func (o *Over) offer() *outside.Offer {
	name := field.Pointed(o.Rows[procedureRow].Widget)
	i := slices.IndexFunc(o.offers, func(of outside.Offer) bool { return of.Name == name })
	return &o.offers[max(i, 0)]
}

// ask looks for customers that may be meant by a text.
func (o *Over) ask(text string) tea.Cmd {
	ctx, a := o.d.Context(), o.run.Archive
	return o.d.InBackground(o, func() func() tea.Cmd {
		list, err := outside.KnownCustomers(ctx, a, text, maxOffered)
		return func() tea.Cmd {
			if err == nil && !o.d.Shared() && o.Text(customerRow) == text { // an offer only
				o.known, o.chosen = list, -1
			}
			return nil
		}
	})
}

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	o.Err = ""
	if o.d.Shared() { // they were found before others looked on
		o.known, o.chosen = nil, -1
	}
	switch o.At {
	case procedureRow:
		o.procedureKey(msg)
		return nil
	case modeRow:
		return o.modeKey(msg)
	}
	return o.customerKey(msg)
}

func (o *Over) procedureKey(msg tea.KeyPressMsg) {
	w := o.Rows[procedureRow].Widget
	if w.Key(msg) == field.Take || msg.String() == "tab" && !field.Empty(w.Value()) {
		o.Move(1)
	}
}

// modeKey chooses the mode at the pointer at once, since one is always chosen.
func (o *Over) modeKey(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "shift+tab", "tab":
		o.Move(map[string]int{"tab": 1, "shift+tab": -1}[k])
	case "enter":
		return o.begin()
	default:
		w := o.Rows[modeRow].Widget
		w.Key(msg)
		w.Key(tea.KeyPressMsg{Code: tea.KeySpace})
	}
	return nil
}

func (o *Over) customerKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "down":
		o.chosen = min(o.chosen+1, len(o.known)-1)
	case "up":
		o.chosen = max(o.chosen-1, -1)
	case "shift+tab":
		o.Move(-1)
	case "tab":
		return o.tab()
	case "enter":
		return o.begin()
	default:
		o.Rows[customerRow].Widget.Key(msg)
		o.chosen = -1
		return o.ask(o.Text(customerRow))
	}
	return nil
}

// tab puts the offered name into the input, or goes on to the mode where it stands
// there, or nothing is typed.
func (o *Over) tab() tea.Cmd {
	text := o.Text(customerRow)
	if o.chosen < 0 && len(o.known) > 0 && text != "" {
		o.chosen = 0
	}
	switch {
	case o.chosen >= 0 && o.known[o.chosen].Name != text:
		return o.fill()
	case !o.run.Fixed:
		o.chosen = -1
		o.Move(1)
	}
	return nil
}

func (o *Over) fill() tea.Cmd {
	o.Rows[customerRow].Widget = o.d.Kit().Line(o.known[o.chosen].Name, "")
	o.Rows[customerRow].Widget.Focus()
	o.chosen = -1
	return o.ask(o.Text(customerRow))
}

// Paste implements room.Overlay.
func (o *Over) Paste(s string) tea.Cmd {
	if o.At != customerRow {
		o.Err = o.Rows[o.At].Widget.Paste(s)
		return nil
	}
	o.Err = o.Rows[customerRow].Widget.Paste(s)
	return o.ask(o.Text(customerRow))
}

func (o *Over) begin() tea.Cmd {
	name := strings.TrimSpace(o.Text(customerRow))
	if o.chosen >= 0 {
		name = o.known[o.chosen].Name
	}
	switch {
	case field.Empty(o.Rows[procedureRow].Widget.Value()):
		return o.Fail(procedureRow, o.d.Words().Overlay.NewNoProcedure)
	case name == "":
		return o.Fail(customerRow, o.d.Words().Overlay.NewNoCustomer)
	}
	o.d.Close()
	return o.run.Begin(o.Text(procedureRow), name, o.mode())
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h, t := &o.d.Words().Help, &o.d.Words().Overlay
	back, esc := room.Hint{"shift+tab", h.Back}, room.Hint{"esc", h.Close}
	mode := room.Hint{"tab", o.say("start.key_mode")}
	keys := []room.Hint{{"enter", t.NewStart}}
	switch {
	case o.At == procedureRow && len(o.offers) > 1:
		return []room.Hint{{"enter", h.Choose}, {"up/down", h.Move}, esc}
	case o.At == procedureRow:
		return []room.Hint{{"enter", h.Choose}, esc}
	case o.At == modeRow:
		return append(keys, room.Hint{"left/right", h.Choose}, back, esc)
	case len(o.known) > 0 && !o.d.Shared():
		keys = append(keys, room.Hint{"up/down", t.NewOffered})
	}
	if !o.run.Fixed {
		keys = append(keys, mode)
	}
	return append(keys, back, esc)
}
