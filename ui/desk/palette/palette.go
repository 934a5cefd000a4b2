// Package palette is the overlay in which a few letters find an action, a step, a
// run, a customer or a place in one: enter does it, or goes there. It imports
// ui/palette, which decides what is listed, and what a room may use of the desk.
//
// What is known of the screen is matched with each key; the store is asked beside
// the screen, once nobody has typed for a moment.
package palette

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/palette"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// Key opens the palette, and closes it.
const Key = "ctrl+p"

// House is what the palette needs of the desk below it.
type House struct {
	Here   []palette.Entry                                                // actions, and steps of the open run
	Find   func(ctx context.Context, text string) (*palette.Found, error) // asks the store; "" for the newest runs
	Stored func(*palette.Found) []palette.Entry                           // what that found, as entries
	Do     func(palette.Entry) tea.Cmd                                    // the palette is closed then
}

// Over is the palette.
type Over struct {
	d     room.Desk
	house House
	input field.Widget

	text  string          // that is matched
	all   []palette.Entry // what is known of the screen and of the store
	found []palette.Entry // of those, what matches
	at    int
	asked int  // how often the text has changed: an answer to an older one is dropped
	waits bool // for what the store has
	bad   string
	lines int // that it had at most

	scroll room.Scroll // the entries in view
}

// pause is how long nothing has been typed when the store is asked.
const pause = 120 * time.Millisecond

// New is the palette, and what asks the store for the newest runs.
func New(d room.Desk, house House) (*Over, tea.Cmd) {
	o := &Over{d: d, house: house, all: slices.Clone(house.Here), input: d.Kit().Line("", words.Say(d.Words().Lang, flows.Msg("palette.find")))}
	o.input.Focus()
	o.match()
	return o, o.ask()
}

// Title is of room.Overlay.
func (o *Over) Title() string { return o.say("palette.title") }

func (o *Over) say(code string) string { return words.Say(o.d.Words().Lang, flows.Msg(code)) }

// Key is of room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "shift+tab":
		o.move(-1)
	case "down", "tab":
		o.move(1)
	case "pgup":
		o.move(-10)
	case "pgdown":
		o.move(10)
	case "enter":
		return o.do()
	case Key:
		o.d.Close()
	default:
		o.input.Key(msg)
		return o.typed()
	}
	return nil
}

func (o *Over) move(by int) { o.at = min(max(o.at+by, 0), max(len(o.found)-1, 0)) }

// Wheeled is of room.Wheeler: it moves the pointer.
func (o *Over) Wheeled(by int) { o.move(by / 3) }

// Scrolled is of room.Scroller.
func (o *Over) Scrolled() *room.Scroll { return &o.scroll }

// Pointed is of room.Pointed: it does what was clicked, as enter does.
func (o *Over) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	if !ok || n >= len(o.found) {
		return nil
	}
	o.at = n
	return o.do()
}

// Paste is of room.Overlay.
func (o *Over) Paste(s string) tea.Cmd {
	if say := o.input.Paste(s); say != "" {
		o.d.Warn(say)
	}
	return o.typed()
}

// do closes the palette and does what the pointer stands on.
func (o *Over) do() tea.Cmd {
	if o.at >= len(o.found) {
		return nil
	}
	e := o.found[o.at]
	o.d.Close()
	return o.house.Do(e)
}

// typed matches anew, and asks the store once nothing more is typed.
func (o *Over) typed() tea.Cmd {
	text := field.Format(o.input.Value())
	if text == o.text {
		return nil
	}
	o.text, o.at, o.waits = text, 0, true
	o.asked++
	o.match()
	now := o.asked
	return o.d.After(o, pause, func() tea.Cmd {
		if now != o.asked {
			return nil
		}
		return o.ask()
	})
}

// ask asks the store beside the screen.
func (o *Over) ask() tea.Cmd {
	ctx, text, now := o.d.Context(), o.text, o.asked
	return o.d.InBackground(o, func() func() tea.Cmd {
		found, err := o.house.Find(ctx, text)
		return func() tea.Cmd {
			if now == o.asked {
				o.answered(found, err)
			}
			return nil
		}
	})
}

// answered takes what the store found; the pointer stays on what it stood on.
func (o *Over) answered(found *palette.Found, err error) {
	o.waits = false
	if o.bad = ""; err != nil {
		o.bad = o.d.Sentence(err)
		return
	}
	was := palette.Entry{}
	if o.at < len(o.found) && o.at > 0 {
		was = o.found[o.at]
	}
	o.all = append(slices.Clone(o.house.Here), o.house.Stored(found)...)
	o.match()
	for i, e := range o.found {
		if was.Text != "" && e.Kind == was.Kind && e.Text == was.Text && e.Run == was.Run {
			o.at = i
		}
	}
}

func (o *Over) match() {
	o.found = palette.Match(o.text, o.all)
	o.at = min(o.at, max(len(o.found)-1, 0))
}

// headings are the names of the kinds of entries.
var headings = map[palette.Kind]string{
	palette.Action: "palette.actions", palette.Step: "palette.steps", palette.Run: "palette.runs",
	palette.Customer: "palette.customers", palette.Place: "palette.places",
}

// Lines is of room.Overlay.
func (o *Over) Lines(w, h int) (lines []string, at int) {
	t := o.d.Theme()
	head := t.Accent.Render(t.Bar) + " "
	o.input.SetSize(max(w-theme.Width(head), 8), 1)
	top := head + o.input.Lines()[0]
	if o.bad != "" {
		lines = append(lines, t.Bad.Render(o.bad))
	} else if len(o.found) == 0 && !o.waits {
		lines = append(lines, t.Warn.Render(o.say("palette.nothing")))
	}
	for i, e := range o.found {
		if i == 0 || o.found[i-1].Kind != e.Kind {
			if i > 0 && !o.d.LowWindow() {
				lines = append(lines, "")
			}
			lines = append(lines, t.Dim.Render(o.say(headings[e.Kind])))
		}
		if i == o.at {
			at = len(lines)
		}
		lines = append(lines, zone.Entry.Mark(i)+o.line(e, i == o.at, w))
	}
	room := max(h-4, 1)
	if o.d.LowWindow() {
		room = max(h-2, 1)
	}
	return o.framed(top, o.inView(lines, at, room), room), 0
}

// inView are the lines about the pointer, the last of which is no heading.
func (o *Over) inView(lines []string, at, room int) []string {
	from := max(at-room+1, 0)
	if at <= 1 {
		from = 0 // the first entry with its heading
	}
	to := min(from+room, len(lines))
	for to < len(lines) && to > at+1 && !o.isEntry(lines[to-1]) {
		to--
	}
	o.scroll.Shows(from, to-from, len(lines))
	return lines[from:to]
}

// isEntry reports whether a line is one of an entry: those of headings begin at
// the edge.
func (o *Over) isEntry(line string) bool {
	plain := ansi.Strip(line)
	return strings.HasPrefix(plain, "  ") || strings.HasPrefix(plain, o.d.Theme().Arrow)
}

// framed are the lines below the input, which stays; the frame keeps the height
// that it had.
func (o *Over) framed(top string, lines []string, room int) []string {
	shown := append([]string{top, ""}, lines...)
	o.lines = max(o.lines, len(shown))
	for len(shown) < min(o.lines, room+2) {
		shown = append(shown, "")
	}
	return shown
}

// line is an entry with its matching letters marked.
func (o *Over) line(e palette.Entry, here bool, w int) string {
	t := o.d.Theme()
	point := "  "
	if here {
		point = t.Accent.Render(t.Arrow) + " "
	}
	var text strings.Builder
	plain := func(s string) string {
		if here {
			return t.Title.Render(s)
		}
		return s
	}
	runes, from := []rune(e.Text), 0
	for _, m := range e.Marks {
		if m >= from && m < len(runes) {
			text.WriteString(plain(string(runes[from:m])) + t.Link.Render(string(runes[m])))
			from = m + 1
		}
	}
	text.WriteString(plain(string(runes[from:])))
	return t.Ends(point+text.String(), t.Dim.Render(t.Fit(e.Beside, w/2)), w)
}

// Keys is of room.Overlay.
func (o *Over) Keys() []room.Hint {
	h := o.d.Words().Help
	return []room.Hint{{"enter", h.Choose}, {"up/down", h.Move}, {"esc", h.Close}}
}
