package tty

import (
	"fmt"
	"io"
	"unsafe"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// consoleInput reads what is typed at a console of Windows as bytes. Bubble Tea has
// a reader of its own for it, which reuses its buffer while the other side still
// reads it, so that of keys typed fast one takes the place of the one before
// (charmbracelet/ultraviolet, issue 176).
type consoleInput struct {
	console windows.Handle
	records [512]inputRecord
	decoder recordDecoder
	typed   []byte // and not read yet
	resized func()
}

var readConsoleInput = windows.NewLazySystemDLL("kernel32.dll").NewProc("ReadConsoleInputW")

// newConsoleInput reads a console, and calls resized when its size has changed. It
// has the console tell of that, and leave the mouse to the program instead of
// selecting text. What is no console is given back unchanged.
func newConsoleInput(in io.Reader, resized func()) io.Reader {
	f, ok := in.(term.File)
	if !ok {
		return in
	}
	h, mode := windows.Handle(f.Fd()), uint32(0)
	if windows.GetConsoleMode(h, &mode) != nil {
		return in
	}
	mode &^= windows.ENABLE_QUICK_EDIT_MODE | windows.ENABLE_MOUSE_INPUT
	_ = windows.SetConsoleMode(h, mode|windows.ENABLE_EXTENDED_FLAGS|windows.ENABLE_WINDOW_INPUT) // where it fails, so does making it raw
	return &consoleInput{console: h, resized: resized}
}

// Read implements io.Reader. It blocks until something is typed.
func (c *consoleInput) Read(p []byte) (int, error) {
	for len(c.typed) == 0 {
		var n uint32
		ok, _, err := readConsoleInput.Call(uintptr(c.console), uintptr(unsafe.Pointer(&c.records)), uintptr(len(c.records)), uintptr(unsafe.Pointer(&n)))
		if ok == 0 {
			return 0, fmt.Errorf("read the console: %w", err)
		}
		var resized bool
		if c.typed, resized = c.decoder.decode(c.typed[:0], c.records[:n]); resized {
			c.resized()
		}
	}
	n := copy(p, c.typed)
	c.typed = c.typed[n:]
	return n, nil
}
