package desk

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// gate is the terminal that the screen is drawn on. It remembers the modes that
// the screen has set, so that they can be set again after the program was stopped,
// and lets nothing through meanwhile.
type gate struct {
	term.File
	mu    sync.Mutex
	modes []string // that are not the terminal's own, in the order in which they were set
	keys  []string // what sets the keyboard's protocol
	title string   // what sets the title
}

// The sequences that set something which stays: a private mode, the keyboard's
// protocol, the title.
var setsMode = regexp.MustCompile(`\x1b\[\?([0-9]+)([hl])|\x1b\[(?:>4(?:;[0-9]+)?m|[<=>][0-9;]*u)|\x1b\]2;[^\x07\x1b]*(?:\x07|\x1b\\)`)

// standard are the modes that are on where no program has set any.
var standard = []string{"7", "25"}

// Write implements io.Writer.
func (g *gate) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, m := range setsMode.FindAllSubmatch(p, -1) {
		g.note(string(m[0]), string(m[1]), string(m[2]))
	}
	return g.File.Write(p)
}

// note remembers a sequence; mode and to are empty where it sets no mode.
func (g *gate) note(seq, mode, to string) {
	switch {
	case mode != "":
		g.modes = slices.DeleteFunc(g.modes, func(s string) bool { return strings.TrimRight(s, "hl") == "\x1b[?"+mode })
		if (to == "h") != slices.Contains(standard, mode) && seq != ansi.SetModeSynchronizedOutput {
			g.modes = append(g.modes, seq)
		}
	case strings.HasPrefix(seq, "\x1b]"):
		g.title = seq
	case strings.HasPrefix(seq, "\x1b[<"):
		g.keys = slices.DeleteFunc(g.keys, func(s string) bool { return strings.HasSuffix(s, "u") })
	case seq == ansi.ResetModifyOtherKeys:
		g.keys = slices.DeleteFunc(g.keys, func(s string) bool { return strings.HasSuffix(s, "m") })
	case !slices.Contains(g.keys, seq):
		g.keys = append(g.keys, seq)
	}
}

// settings are what sets again all that the screen has set.
func (g *gate) settings() string {
	return strings.Join(g.modes, "") + strings.Join(g.keys, "") + g.title
}
