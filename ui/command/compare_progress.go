package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// redraw is how long a line of progress stands at least.
const redraw = 100 * time.Millisecond

// progressLine is the line on stderr that says how far the work is. On what is
// no terminal, or one that cannot go back, it says nothing.
type progressLine struct {
	*call
	out   io.Writer // nil: nobody looks
	now   func() time.Time
	width int

	mu    sync.Mutex
	parts [2]string // of the two sides
	last  time.Time
	drawn bool
}

// progress begins a line of progress.
func (c *call) progress() *progressLine {
	p := &progressLine{call: c, now: c.Now}
	if width := widthOf(c.Err); width != nil && !slices.Contains(noScreen, c.Getenv("TERM")) {
		if p.out, p.width = c.Err, width(); p.width <= 0 {
			p.width = unknownWidth
		}
	}
	return p
}

// reading is told how much of a side's file is read.
func (p *progressLine) reading(side int, name string) func(done, size int64) {
	if p.out == nil {
		return nil
	}
	return func(done, size int64) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.parts[side] = fmt.Sprintf("%s %d %%", name, done*100/max(size, 1))
		p.draw(p.text("cmd.reading", "parts", strings.TrimPrefix(strings.Join(p.parts[:], ", "), ", ")))
	}
}

// comparing is told how much is compared, of 1.
func (p *progressLine) comparing(done float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.draw(p.text("cmd.comparing", "n", int(done*100)))
}

// draw draws the line where the last one has stood long enough.
func (p *progressLine) draw(s string) {
	if p.out == nil {
		return
	}
	if now := p.now(); now.Sub(p.last) >= redraw {
		p.last, p.drawn = now, true
		fmt.Fprint(p.out, "\r\x1b[K"+ansi.Truncate(s, max(p.width-1, 1), ""))
	}
}

// end takes the line away.
func (p *progressLine) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
