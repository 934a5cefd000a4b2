// Package field holds the widgets of single items: a bubbles text input (text,
// date, path), single huh fields hosted as widgets (area, confirm), and our own
// (choice, table of rows).
// Focus, navigation, validation and help are the page's: a widget knows the
// keys that it owns and its value, and nothing else. It imports flows, flows/run,
// flows/words and ui/theme.
package field

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// KeyResult is what a key did to a widget.
type KeyResult int

// The results.
const (
	Pass      KeyResult = iota // not the widget's key: the page decides
	Stay                       // taken
	Keep                       // take the value, stay here
	Take                       // take the value, go to the next item
	Next                       // go to the next item
	WantsEdit                  // a table asks for an edit (Table.Edit)
	WantsFile                  // a table asks for rows from a file
)

// Widget is the input for one item.
type Widget interface {
	Focus()
	Blur()
	// Key takes a key, at once: after it Value is right.
	Key(msg tea.KeyPressMsg) KeyResult
	// Paste takes text; what it says is why it did not take all of it.
	Paste(s string) (say string)
	SetSize(w, h int)
	// Lines draws what stands in the value column, the cursor included.
	Lines() []string
	Value() flows.Value
	// Typing reports whether letters are text here, and not commands.
	Typing() bool
	// Owns reports whether a key that the page knows as well is the widget's.
	Owns(key string) bool
}

// Pointable is a widget of which a part can be pointed at.
type Pointable interface {
	// Point takes a click, as Key takes a key.
	Point(at zone.At) KeyResult
}

// Scroller is a widget that scrolls what has no room in it.
type Scroller interface {
	// Scroll scrolls by a number of lines; false: it is at its end.
	Scroll(by int) bool
}

// Kit makes widgets; it has what they share.
type Kit struct {
	Theme *theme.Theme
	Text  *words.Strings
	Lang  string // of Text
	Today time.Time
	// Names are the files and folders whose path begins with a text, see file.Names;
	// nil: paths are not completed.
	Names func(typed string) []string
}

// For makes the widget for a field. typed is unsubmitted input, which is shown
// instead of the present answer; nil if there is none.
func (k Kit) For(f *flows.Field, standing flows.Value, typed *string) Widget {
	start := Format(standing)
	if typed != nil {
		start = *typed
	}
	switch {
	case f.Type == flows.TypeChoice || f.Type == flows.TypeChoices:
		return k.newChoice(f, standing)
	case f.Type == flows.TypeSecret:
		return k.newLine(start, k.Text.Field.Secret, true) // a secret never stands: start is what was typed
	case f.Type == flows.TypeDate:
		return k.newDate(start)
	case f.Area:
		return k.newArea(start, f.Placeholder)
	case f.Type == flows.TypeFile && typed == nil:
		return k.newPath(k.newFile(f, standing))
	case f.Type == flows.TypeFile:
		return k.newPath(k.newLine(start, k.hint(f), false))
	default:
		return k.newLine(start, k.hint(f), false)
	}
}

// Line makes a text input without a field.
func (k Kit) Line(start, placeholder string) Widget { return k.newLine(start, placeholder, false) }

// Masked makes a text input that shows none of the typed letters.
func (k Kit) Masked(placeholder string) Widget { return k.newLine("", placeholder, true) }

// Area makes an input of several lines.
func (k Kit) Area(start, placeholder string) Widget { return k.newArea(start, placeholder) }

// Date makes an input for a day.
func (k Kit) Date(start string) Widget { return k.newDate(start) }

// Options makes a choice without a field.
func (k Kit) Options(options []flows.Option, chosen string) Widget {
	f := &flows.Field{Type: flows.TypeChoice, Options: options}
	if chosen == "" {
		return k.newChoice(f, nil)
	}
	return k.newChoice(f, chosen)
}

// Noted makes such a choice of which nothing is chosen, whose options have a note at
// the end of their line, by their value. It takes no more lines than its height.
func (k Kit) Noted(options []flows.Option, notes map[string]string) Widget {
	c := k.newChoice(&flows.Field{Type: flows.TypeChoice, Options: options}, nil)
	c.notes = notes
	return c
}

// Row makes such a choice whose options stand beside one another.
func (k Kit) Row(options []flows.Option, chosen string) Widget {
	c := k.newChoice(&flows.Field{Type: flows.TypeChoice, Options: options}, chosen)
	c.flat = true
	return c
}

func (k Kit) hint(f *flows.Field) string {
	switch {
	case f.Placeholder != "":
		return f.Placeholder
	case f.Type == flows.TypeFile:
		return k.Text.Field.FileHint
	case f.Type == flows.TypeEmail, f.Type == flows.TypeEmails, f.Type == flows.TypeURL:
		return "" // its label says so
	default:
		return words.Say(k.Lang, f.Form())
	}
}
