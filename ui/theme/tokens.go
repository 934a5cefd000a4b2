// Package theme turns tokens (what a colour is for) into styles (how it is
// drawn), and Markdown into styled lines. No other package names a colour. It
// imports lipgloss, huh's theme type, goldmark and flows (to clean texts).
package theme

// Tokens name what each colour is for, as hex. Text itself keeps the
// terminal's own colour, which its owner has chosen. All are of the 256 colours
// that most terminals have, so that none is turned into another hue there.
type Tokens struct {
	Dim      string // labels, what is beside the point
	Faint    string // hints, placeholders
	Accent   string // where one is; the one accent
	Good     string // done
	Warn     string // can be accepted
	Bad      string // holds up
	Rule     string // lines; no text
	SelectFg string // the selected row
	SelectBg string
	Backs    []string // backgrounds on which all of it has to be readable
}

// Dark are the tokens for a dark background.
func Dark() Tokens {
	return Tokens{
		Dim: "#b2b2b2", Faint: "#949494", Accent: "#87afff", Good: "#87d7af", Warn: "#d7af5f", Bad: "#ff8787",
		Rule: "#4e4e4e", SelectFg: "#ffffff", SelectBg: "#005f87",
		Backs: []string{"#000000", "#16181d", "#1e1e1e", "#282c34"},
	}
}

// Light are the tokens for a light background.
func Light() Tokens {
	return Tokens{
		Dim: "#4e4e4e", Faint: "#626262", Accent: "#005faf", Good: "#005f00", Warn: "#875f00", Bad: "#af0000",
		Rule: "#c6c6c6", SelectFg: "#00005f", SelectBg: "#afd7ff",
		Backs: []string{"#ffffff", "#fafafa", "#f6f8fa", "#fdf6e3"},
	}
}
