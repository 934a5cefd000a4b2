// Package theme turns tokens (what a colour is for) into styles (how it is
// drawn), and Markdown into styled lines. No other package names a colour. It
// imports lipgloss, huh's theme type, goldmark and flows (to clean texts).
package theme

// Tokens name what each colour is for, as hex. Text itself keeps the
// terminal's own colour, which its owner has chosen.
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
		Dim: "#a9b1bf", Faint: "#8b93a3", Accent: "#7cc0ff", Good: "#8fd19e", Warn: "#e8bd6d", Bad: "#ff8f86",
		Rule: "#414854", SelectFg: "#ffffff", SelectBg: "#26405f",
		Backs: []string{"#000000", "#16181d", "#1e1e1e", "#282c34"},
	}
}

// Light are the tokens for a light background.
func Light() Tokens {
	return Tokens{
		Dim: "#4f5863", Faint: "#5e6772", Accent: "#0a58a8", Good: "#19692e", Warn: "#7a4f00", Bad: "#ab2019",
		Rule: "#c3cad3", SelectFg: "#0b1f3a", SelectBg: "#d5e6fb",
		Backs: []string{"#ffffff", "#fafafa", "#f6f8fa", "#fdf6e3"},
	}
}
