package theme

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Ink is how a piece of one line is set. It does far less than a lipgloss
// style, and is as much faster: a frame has hundreds of them, and a key must
// not cost a millisecond.
type Ink struct {
	style ansi.Style
	open  string
}

// Render sets s.
func (i Ink) Render(s string) string {
	if s == "" || i.open == "" {
		return s
	}
	return i.open + s + ansi.ResetStyle
}

func (i Ink) with(f func(ansi.Style) ansi.Style) Ink {
	i.style = f(i.style[:len(i.style):len(i.style)])
	i.open = i.style.String()
	return i
}

// fore and back take a colour as Tokens name it; "" is the terminal's own.
func (i Ink) fore(colour string) Ink {
	if colour == "" {
		return i
	}
	return i.with(func(s ansi.Style) ansi.Style { return s.ForegroundColor(lipgloss.Color(colour)) })
}

func (i Ink) back(colour string) Ink {
	if colour == "" {
		return i
	}
	return i.with(func(s ansi.Style) ansi.Style { return s.BackgroundColor(lipgloss.Color(colour)) })
}

func (i Ink) bold() Ink { return i.with(ansi.Style.Bold) }

func (i Ink) reverse() Ink {
	return i.with(func(s ansi.Style) ansi.Style { return s.Reverse(true) })
}

func (i Ink) underline() Ink {
	return i.with(func(s ansi.Style) ansi.Style { return s.Underline(true) })
}
