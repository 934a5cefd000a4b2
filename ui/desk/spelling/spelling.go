// Package spelling is the overlay that spells a value, as it is read aloud on the
// phone, and puts on record that it was read back. Like every room it imports
// ui/desk/room and never the desk.
//
// It exists so that a value goes over the phone the same way wherever it stands.
package spelling

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/spell"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// The keys of the overlay.
const (
	keyAlphabet = "t"
	keyRight    = "y"
)

// Over is the overlay.
type Over struct {
	d        room.Desk
	at       flows.Address
	text     string
	answer   bool // it can be read back
	alphabet spell.Alphabet
	scroll   room.Scroll
}

// New spells what is at an address, in the alphabet of the run's language. typed is
// what is typed there and not entered yet, "" for nothing: that is spelled then,
// and cannot be read back.
func New(d room.Desk, at flows.Address, typed string) *Over {
	s := d.Walk().Spoken(at)
	o := &Over{d: d, at: at, text: s.Text, answer: s.Answer, alphabet: spell.For(d.Walk().View().Lang)}
	if typed != "" {
		o.text, o.answer = typed, false
	}
	return o
}

// Title implements room.Overlay.
func (o *Over) Title() string { return o.say("spell.title", "what", o.d.Walk().Name(o.at)) }

func (o *Over) say(code string, args ...any) string {
	return words.Say(o.d.Words().Lang, flows.Msg(code, args...))
}

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); {
	case k == keyAlphabet:
		o.alphabet = o.alphabet.Next()
	case k == keyRight && o.answer:
		o.d.Close()
		return o.d.Turn(o.d.Walk().ReadBack(o.at, string(o.alphabet)))
	case k == keyRight:
		o.d.Warn(o.say("spell.unsent"))
	default:
		o.scroll.Key(k)
	}
	return nil
}

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) ([]string, int) {
	t := o.d.Theme()
	parts, all, rest := face.Spell(o.alphabet, o.d.Walk().View().Lang, o.text)
	lines := theme.Wrap(flows.CleanLine(o.text), w)
	for i, l := range lines {
		lines[i] = t.Bold.Render(l)
	}
	lines = append(lines, "")
	lines = append(lines, Grid(t, parts, w)...)
	if rest > 0 {
		lines = append(lines, t.Dim.Render(o.say("spell.more", "n", rest)))
	}
	lines = append(lines, "", t.Dim.Render(strings.TrimPrefix(all+t.Dot+face.AlphabetName(o.d.Words().Lang, o.alphabet), t.Dot)))
	if back := o.d.Walk().View().ReadBackAt(o.at); back != nil && o.answer {
		lines = append(lines, t.Good.Render(face.ReadBack(o.d.Words().Lang, o.d.Now(), back)))
	}
	return o.scroll.Rest(lines, h), 0
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	var hints []room.Hint
	if o.answer {
		hints = append(hints, room.Hint{keyRight, o.say("spell.key_right")})
	}
	hints = append(hints, room.Hint{keyAlphabet, o.say("spell.key_alphabet")}, room.Hint{"esc", o.d.Words().Help.Close})
	if o.scroll.Scrolls() {
		hints = append(hints, room.Hint{"up/down", o.d.Words().Help.Scroll})
	}
	return hints
}

// between is the space between the columns of a grid.
const between = 3

// Grid sets the parts of a spelled value in columns, to be read line by line: each
// with its character, what is said and what it is not.
func Grid(t *theme.Theme, parts []face.Spelled, w int) []string {
	text, cell := 1, 1
	for i := range parts {
		text = max(text, theme.Width(parts[i].Text))
	}
	cells := make([]string, len(parts))
	for i := range parts {
		cells[i] = part(t, &parts[i], text)
		cell = max(cell, theme.Width(cells[i]))
	}
	cell = min(cell, w)
	columns := max((w+between)/(cell+between), 1)
	var lines []string
	for from := 0; from < len(cells); from += columns {
		line := ""
		for _, c := range cells[from:min(from+columns, len(cells))] {
			if line != "" {
				line += strings.Repeat(" ", between)
			}
			line += t.Pad(c, cell)
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

func part(t *theme.Theme, p *face.Spelled, wide int) string {
	ink := t.Bold
	if p.Doubt {
		ink = t.Warn
	}
	cell := ink.Render(t.Pad(p.Text, wide)) + "  " + p.Says
	if p.Note != "" {
		cell += "  " + t.Dim.Render(p.Note)
	}
	return cell
}

// Scrolled implements room.Scroller.
func (o *Over) Scrolled() *room.Scroll { return &o.scroll }
