package tty

import (
	"slices"

	"golang.org/x/sys/windows"
)

// Prepare makes consoles ready for what the program writes, and gives what makes
// them what they were, whatever the program has done to them meanwhile. The older
// console of Windows interprets escape sequences only when it is asked to. What is no
// console is left alone.
func Prepare(streams ...any) (restore func()) {
	var undo []func()
	for _, stream := range streams {
		d, ok := stream.(interface{ Fd() uintptr })
		if !ok {
			continue
		}
		h, mode := windows.Handle(d.Fd()), uint32(0)
		if windows.GetConsoleMode(h, &mode) != nil {
			continue
		}
		undo = append(undo, func() { _ = windows.SetConsoleMode(h, mode) }) // it may be gone
		var info windows.ConsoleScreenBufferInfo
		if windows.GetConsoleScreenBufferInfo(h, &info) == nil { // not the input
			_ = windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) // one that cannot writes them as they are
		}
	}
	return func() {
		for _, f := range slices.Backward(undo) { // two streams may be one console
			f()
		}
	}
}
