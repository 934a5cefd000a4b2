// Package theme turns tokens (what a colour is for) into styles (how it is
// drawn), and Markdown into styled lines. No other package names a colour. It
// imports lipgloss, bubbles' bar and spinner, huh's theme type, goldmark and flows
// (to clean texts).
package theme

// Tokens name what each colour is for: as hex, as the number of one of the
// sixteen colours, or "" for the terminal's own. Text itself keeps the
// terminal's own colour, which its owner has chosen.
type Tokens struct {
	Dim      string // labels, what is beside the point
	Faint    string // hints, placeholders
	Accent   string // where one is; the one accent
	Good     string // done
	Warn     string // can be accepted
	Bad      string // holds up
	Rule     string // lines; no text
	Veil     string // what lies behind an overlay, not to be read
	SelectFg string // the selected row
	SelectBg string
	Backs    []string // backgrounds on which all of it has to be readable
}

// Depth is how many colours a terminal has.
type Depth int

// The depths.
const (
	Rich    Depth = iota // 256 colours or more
	Sixteen              // the sixteen that the terminal's owner may have changed
	None
)

// Palette gives the tokens for a background and a depth.
func Palette(dark bool, d Depth) Tokens {
	switch {
	case d == None:
		return Tokens{}
	case d == Sixteen && dark:
		return Dark16()
	case d == Sixteen:
		return Light16()
	case dark:
		return Dark()
	default:
		return Light()
	}
}

// Dark are the tokens for a dark background. All are of the 256 colours that
// most terminals have, so that none is turned into another hue there.
func Dark() Tokens {
	return Tokens{
		Dim: "#b2b2b2", Faint: "#949494", Accent: "#87afff", Good: "#87d7af", Warn: "#d7af5f", Bad: "#ff8787",
		Rule: "#767676", Veil: "#585858", SelectFg: "#ffffff", SelectBg: "#005f87",
		Backs: []string{"#000000", "#16181d", "#1e1e1e", "#282c34"},
	}
}

// Light are the tokens for a light background, of the 256 colours as well.
func Light() Tokens {
	return Tokens{
		Dim: "#4e4e4e", Faint: "#626262", Accent: "#005faf", Good: "#005f00", Warn: "#875f00", Bad: "#af0000",
		Rule: "#8a8a8a", Veil: "#b2b2b2", SelectFg: "#00005f", SelectBg: "#afd7ff",
		Backs: []string{"#ffffff", "#fafafa", "#f6f8fa", "#fdf6e3"},
	}
}

// Dark16 are the tokens of a terminal with sixteen colours and a dark
// background: the bright half, which every palette keeps readable there. Greys
// are left out: what one terminal calls bright black is another's background.
func Dark16() Tokens {
	return Tokens{Accent: "14", Good: "10", Warn: "11", Bad: "9", Rule: "8", Veil: "8", SelectFg: "15", SelectBg: "4", Backs: []string{"0"}}
}

// Light16 are the same for a light background, where green and yellow cannot be
// read: there the signs and the words tell.
func Light16() Tokens {
	return Tokens{Accent: "4", Bad: "1", Rule: "8", Veil: "7", SelectFg: "15", SelectBg: "4", Backs: []string{"15"}}
}
