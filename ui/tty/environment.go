package tty

import (
	"os"
	"strings"
)

// Getenv is a variable of the environment. Windows sets neither TERM nor LANG: there
// TERM is "xterm-256color" in Windows Terminal and others of its time and "conhost" in
// the older console window, and LANG the language of the person's desktop. Its
// characters are those of UTF-8: what is written to a console never goes through a
// code page.
func Getenv(name string) string {
	if said := os.Getenv(name); said != "" {
		return said
	}
	if ask := unset[name]; ask != nil {
		return ask()
	}
	return ""
}

// consoleType is the TERM of a console by the variables that its window sets.
func consoleType(getenv func(string) string) string {
	for _, name := range []string{"WT_SESSION", "TERM_PROGRAM"} {
		if getenv(name) != "" {
			return "xterm-256color"
		}
	}
	return "conhost"
}

// localeOf is the locale of a language's tag: de_DE.UTF-8 of de-DE.
func localeOf(tag string) string { return strings.ReplaceAll(tag, "-", "_") + ".UTF-8" }
