// Package roomtest is a desk without a screen, for tests of its rooms.
package roomtest

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// Desk has one overlay at most, and no page but the dialogue that Begin begins.
// What is done beside the screen is done by Do.
type Desk struct {
	Over   room.Overlay
	Said   string      // in the status line
	Bad    bool        // that is of what did not work
	Copied []string    // to the clipboards
	Turns  []walk.Turn // to be carried out, which nobody does here
	Others bool        // look on
	W, H   int         // of the frame's inside

	walk *walk.Walk
	th   *theme.Theme
	kit  field.Kit
	now  time.Time
}

var _ room.Desk = (*Desk)(nil)

// New is a desk in English with a frame of 76 columns and 20 lines inside.
func New() *Desk {
	d := &Desk{W: 76, H: 20, th: theme.New(true, false), now: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)}
	d.kit = field.Kit{Theme: d.th, Text: words.For("en"), Lang: words.English, Today: d.now}
	return d
}

// ended is the end of something done beside the screen.
type ended struct {
	of   room.Overlay
	hear func() tea.Cmd
}

// Do runs a command to its end, and those that it gives.
func (d *Desk) Do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.Do(c)
		}
	case ended:
		if msg.of == nil || d.Over == msg.of {
			d.Do(msg.hear())
		}
	}
}

// Keys presses keys by their names; a word in quotes is typed.
func (d *Desk) Keys(names ...string) *Desk {
	for _, msg := range Keys(names...) {
		esc, own := d.Over.(room.Escaper)
		switch {
		case own && msg.Code == tea.KeyEscape:
			d.Do(esc.HandleEsc())
		case msg.Code == tea.KeyEscape:
			d.Close()
		default:
			d.Do(d.Over.Key(msg))
		}
	}
	return d
}

// Screen is what stands in the overlay's frame.
func (d *Desk) Screen() string {
	lines, _ := d.Over.Lines(d.W, d.H)
	return ansi.Strip(strings.Join(lines, "\n"))
}

// The methods of room.Desk.

func (d *Desk) Theme() *theme.Theme                 { return d.th }
func (d *Desk) Words() *words.Strings               { return d.kit.Text }
func (d *Desk) Kit() *field.Kit                     { return &d.kit }
func (d *Desk) Now() time.Time                      { return d.now }
func (d *Desk) Shared() bool                        { return d.Others }
func (d *Desk) LowWindow() bool                     { return d.H < 12 }
func (d *Desk) RunText(m flows.Message) string      { return words.Say("en", m) }
func (d *Desk) DialogueText(m flows.Message) string { return words.Say("en", m) }
func (d *Desk) Sentence(err error) string           { return err.Error() }
func (d *Desk) Label(v *run.ItemView) string        { return v.Label() }
func (d *Desk) Say(s string)                        { d.Said, d.Bad = s, false }
func (d *Desk) Warn(s string)                       { d.Said, d.Bad = s, true }
func (d *Desk) Open(o room.Overlay)                 { d.Over = o }
func (d *Desk) Close()                              { d.Over = nil }
func (d *Desk) Walk() *walk.Walk                    { return d.walk }
func (d *Desk) Context() context.Context            { return context.Background() }

// Turn implements room.Desk.
func (d *Desk) Turn(t walk.Turn) tea.Cmd {
	d.Turns = append(d.Turns, t)
	return nil
}

// SaveSoon implements room.Desk: nothing is saved here.
func (d *Desk) SaveSoon() tea.Cmd { return nil }

// InBackground implements room.Desk.
func (d *Desk) InBackground(o room.Overlay, work func() (hear func() tea.Cmd)) tea.Cmd {
	return func() tea.Msg { return ended{o, work()} }
}

// InBackgroundHoldingKeys implements room.Desk.
func (d *Desk) InBackgroundHoldingKeys(work func() (hear func() tea.Cmd)) tea.Cmd {
	return d.InBackground(nil, work)
}

// After implements room.Desk: no time passes here.
func (d *Desk) After(room.Overlay, time.Duration, func() tea.Cmd) tea.Cmd { return nil }

// Copy implements room.Desk.
func (d *Desk) Copy(text string) tea.Cmd {
	d.Copied = append(d.Copied, text)
	return nil
}
