// Package room has what an overlay of the desk is built from: its interface, a
// form with a few widgets, and the part of the desk that an overlay may use.
// The overlays in packages of their own, the rooms of the desk, import it and
// never the desk, so that each can be read and tested alone.
package room

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// Overlay is drawn over the page, one at a time. Esc closes it and changes
// nothing. It may also implement Escaper, Wheeler, Scroller, Pointed, Clicker, Wide,
// Stayer or Bare.
type Overlay interface {
	Title() string
	Key(msg tea.KeyPressMsg) tea.Cmd
	Paste(s string) tea.Cmd
	// Lines are drawn in at most w columns; at is the line that must be in view.
	Lines(w, h int) (lines []string, at int)
	Keys() []Hint
}

// Escaper handles esc itself.
type Escaper interface{ HandleEsc() tea.Cmd }

// Wheeler handles the wheel itself, by a number of lines.
type Wheeler interface{ Wheeled(by int) }

// Scroller draws only a part of its lines: the frame says which way there are more,
// and the wheel scrolls it, unless it is a Wheeler as well.
type Scroller interface{ Scrolled() *Scroll }

// Pointed handles a click on what it has marked in its lines.
type Pointed interface{ Pointed(at zone.At) tea.Cmd }

// Clicker handles a click on a line of its frame.
type Clicker interface{ Clicked(line int) }

// Wide is implemented by overlays whose frame fills the window.
type Wide interface{ Wide() }

// Stayer is implemented by overlays that come back when what was asked over them
// is closed.
type Stayer interface{ Stays() }

// Bare is implemented by overlays that are drawn alone at times: without a frame
// and with nothing beside their lines, so that a mouse selects these and no more.
type Bare interface{ Alone() bool }

// Hint is a key and what it does now.
type Hint [2]string

// Key is the key as it is shown.
func (h Hint) Key() string { return h[0] }

// Does says what the key does.
func (h Hint) Does() string { return h[1] }

// Pen has what drawing and writing need.
type Pen interface {
	Theme() *theme.Theme
	Words() *words.Strings
	Now() time.Time
	Shared() bool    // others look on
	LowWindow() bool // the window is low: leave out what can be left out

	RunText(m flows.Message) string      // a message of the run, in its language
	DialogueText(m flows.Message) string // a message of the dialogue, in the person's language
	Sentence(err error) string           // why something was refused or failed
	Label(iv *run.ItemView) string       // the name of an item in a sentence
}

// Desk is the part of the desk that a room may use.
type Desk interface {
	Pen
	Kit() *field.Kit

	Say(s string)  // in the status line; "" clears it
	Warn(s string) // the same, for something that did not work

	Open(o Overlay) // over the page, in place of the present overlay
	Close()

	// Walk is the dialogue about the run that is shown; nil if there is none. Turn
	// carries out the result of one of its acts.
	Walk() *walk.Walk
	Turn(t walk.Turn) tea.Cmd
	// SaveSoon saves what the dialogue was told is typed, after a moment and with
	// all that is typed meanwhile.
	SaveSoon() tea.Cmd

	// Context is never cancelled; a room derives its own from it.
	Context() context.Context
	// InBackground runs work in a goroutine; hear is then called inside Update, unless
	// o is no longer shown.
	InBackground(o Overlay, work func() (hear func() tea.Cmd)) tea.Cmd
	// InBackgroundHoldingKeys does the same for work without an overlay: keys are held
	// until it has ended.
	InBackgroundHoldingKeys(work func() (hear func() tea.Cmd)) tea.Cmd
	// After calls hear after a time d, unless o is no longer shown.
	After(o Overlay, d time.Duration, hear func() tea.Cmd) tea.Cmd

	// Copy copies a text to the terminal's clipboard and the system's.
	Copy(text string) tea.Cmd
}
