package tty

import (
	"os"

	"golang.org/x/sys/windows"
)

// unset are the variables that the system is asked for where nothing sets them.
var unset = map[string]func() string{
	"TERM": func() string { return consoleType(os.Getenv, interprets()) },
	"LANG": func() string {
		tags, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
		if err != nil || len(tags) == 0 {
			return localeOf("en")
		}
		return localeOf(tags[0])
	},
}

// interprets reports whether the console interprets escape sequences, or could; what
// is no console is not asked to.
func interprets() bool {
	h, mode := windows.Handle(os.Stdout.Fd()), uint32(0)
	if windows.GetConsoleMode(h, &mode) != nil || mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0 {
		return true
	}
	if windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
		return false
	}
	_ = windows.SetConsoleMode(h, mode) // it took the other just now
	return true
}
