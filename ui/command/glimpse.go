package command

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"lotse/ui/face"
	"lotse/ui/theme"
)

// after is when a time is over.
func (c *call) after(d time.Duration) <-chan time.Time {
	if c.After != nil {
		return c.After(d)
	}
	return time.After(d)
}

// canGlimpse reports whether stdout is a terminal with a second screen, which
// keeps no scrollback.
func (c *call) canGlimpse() bool {
	return onTerminal(c.Out) && !slices.Contains(noScreen, c.Getenv("TERM"))
}

// The second screen is emptied before it is entered and before it is left: a
// terminal that has none shows nothing then, either. It is erased from the top
// down, since some terminals move a screen that is erased whole to the
// scrollback.
const (
	wiped       = ansi.CursorHomePosition + ansi.EraseScreenBelow
	enterScreen = ansi.SetModeAltScreenSaveCursor + wiped
	leaveScreen = wiped + ansi.ResetModeAltScreenSaveCursor
)

// glimpse shows a text on the terminal's second screen; see face.Screen.Glimpse.
func (c *call) glimpse(ctx context.Context, g face.Glimpse) (err error) {
	pressed, release, err := c.pressed()
	if err != nil {
		return err
	}
	defer func() {
		// The terminal reads lines again before anybody sees that it does.
		release()
		fmt.Fprint(c.Out, leaveScreen)
	}()
	w, h, err := term.GetSize(c.Out.(descriptor).Fd())
	if err != nil || w <= 0 || h <= 0 {
		w, h = 80, 24
	}
	if _, err := fmt.Fprint(c.Out, enterScreen+strings.Join(glimpseLines(g, w, h), "\r\n")); err != nil {
		return fmt.Errorf("show the secret: %w", err)
	}
	select {
	case k := <-pressed:
		if k == keyInterrupt {
			return context.Canceled
		}
		return nil
	case <-c.after(face.RevealTime):
		return nil
	case <-ctx.Done():
		return context.Canceled
	}
}

// glimpseLines are the lines of a text in a window. What does not fit of the
// value is left out, and that is said.
func glimpseLines(g face.Glimpse, w, h int) []string {
	var below []string
	for _, s := range g.Below() {
		below = append(below, theme.Wrap(s, w)...)
	}
	value := strings.Split(ansi.Hardwrap(g.Value, w, true), "\n")
	cut := theme.Wrap(g.Cut, w)
	if room := max(h-len(below)-5-len(cut), 1); len(value) > room {
		value = append(value[:room], cut...)
	}
	lines := append([]string{theme.Wrap(g.Title, w)[0], ""}, value...)
	lines = append(append(lines, ""), below...)
	return lines[:min(len(lines), h)]
}

// pressed gives the first byte of the next key on stdin, and how to stop
// listening; where stdin is no terminal no key comes. Nothing typed later is
// taken.
func (c *call) pressed() (key <-chan byte, release func(), err error) {
	if !onTerminal(c.In) {
		return nil, func() {}, nil
	}
	fd := c.In.(descriptor).Fd()
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, nil, fmt.Errorf("turn the echo off: %w", err)
	}
	r, err := cancelreader.NewReader(c.In)
	if err != nil {
		_ = term.Restore(fd, before)
		return nil, nil, fmt.Errorf("listen to the keys: %w", err)
	}
	keys, done := make(chan byte, 1), make(chan struct{})
	go func() {
		defer close(done)
		listen(r, keys)
	}()
	return keys, func() {
		if r.Cancel() {
			<-done
		}
		_ = r.Close()
		_ = term.Restore(fd, before) // as it was a moment ago
	}, nil
}

// listen waits for a key. One read takes the whole of it, also of one that comes
// as several bytes.
func listen(r io.Reader, keys chan<- byte) {
	buf := make([]byte, 256)
	if n, err := r.Read(buf); err == nil && n > 0 {
		keys <- buf[0]
	}
}
