// Package room is what lies over the page of the desk: the interface of an
// overlay, a form of a few widgets, and what an overlay is given of the desk. The
// rooms of the desk import it and never the desk.
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
)

// Overlay lies over the page, one at a time. Esc closes it and changes nothing.
// It may be an Escaper, a Wheeler, a Clicker or Wide, too.
type Overlay interface {
	Title() string
	Key(msg tea.KeyPressMsg) tea.Cmd
	Paste(s string) tea.Cmd
	// Lines are drawn in at most w columns; at is the line that must be in view.
	Lines(w, h int) (lines []string, at int)
	Keys() []Hint
}

// Escaper takes esc itself.
type Escaper interface{ Escaped() tea.Cmd }

// Wheeler scrolls by the wheel, by so many lines.
type Wheeler interface{ Wheeled(by int) }

// Clicker takes clicks, by the line in its frame.
type Clicker interface{ Clicked(line int) }

// Wide has the frame take the whole window.
type Wide interface{ Wide() }

// Hint is a key and what it does now.
type Hint [2]string

// Key is the key as it is shown.
func (h Hint) Key() string { return h[0] }

// Does says what it does.
func (h Hint) Does() string { return h[1] }

// Pen is what things are drawn and said with.
type Pen interface {
	Theme() *theme.Theme
	Words() *words.Strings
	Now() time.Time
	Shared() bool // others look on
	Low() bool    // the window is: what can be left out is

	Tell(m flows.Message) string   // what the run says, in its language
	Told(m flows.Message) string   // what the dialogue tells, in the person's
	Sentence(err error) string     // why something was refused or failed
	Label(iv *run.ItemView) string // what an item is called in a sentence
}

// Desk is what a room is given of the desk that it lies over.
type Desk interface {
	Pen
	Kit() *field.Kit

	Say(s string)  // in the status line; "" takes back what stands there
	Warn(s string) // of what did not work

	Open(o Overlay) // over the page, in place of what lies there
	Close()

	// Walk is the dialogue about the run that is shown; nil where none is. Turn
	// carries out what came of an act of it.
	Walk() *walk.Walk
	Turn(t walk.Turn) tea.Cmd

	// Context ends with nothing but what its receiver cancels.
	Context() context.Context
	// Beside does work beside the screen; what it gives is called in the screen's
	// turn, unless o lies over the page no more.
	Beside(o Overlay, work func() (hear func() tea.Cmd)) tea.Cmd
	// Waiting is Beside for what is no overlay yet: keys wait until it has ended.
	Waiting(work func() (hear func() tea.Cmd)) tea.Cmd
	// After calls hear after a while, unless o lies over the page no more.
	After(o Overlay, d time.Duration, hear func() tea.Cmd) tea.Cmd

	// Copy hands a text to the clipboards, the terminal's and the system's.
	Copy(text string) tea.Cmd
}
