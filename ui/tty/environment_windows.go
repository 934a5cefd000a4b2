package tty

import (
	"os"

	"golang.org/x/sys/windows"
)

// unset are the variables that the system is asked for where nothing sets them.
var unset = map[string]func() string{
	"TERM": func() string { return consoleType(os.Getenv) },
	"LANG": func() string {
		tags, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
		if err != nil || len(tags) == 0 {
			return localeOf("en")
		}
		return localeOf(tags[0])
	},
}
