package tty

import (
	"os"
	"strings"
)

// Getenv is a variable of the environment. Windows sets neither TERM nor LANG: there
// TERM is "xterm-256color" in Windows Terminal and others of its time and "conhost" in
// the older console window, LegacyConsole in one that interprets no escape sequences,
// and LANG the language of the person's desktop. Its
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

// LegacyConsole is the TERM of a console window that cannot move its cursor at a
// program's word: one of Windows 10 or 11 whose properties say so.
const LegacyConsole = "conhost-legacy"

// consoleType is the TERM of a console by the variables that its window sets, and
// by whether it interprets escape sequences.
func consoleType(getenv func(string) string, interprets bool) string {
	if !interprets {
		return LegacyConsole
	}
	for _, name := range []string{"WT_SESSION", "TERM_PROGRAM"} {
		if getenv(name) != "" {
			return "xterm-256color"
		}
	}
	return "conhost"
}

// localeOf is the locale of a language's tag: de_DE.UTF-8 of de-DE.
func localeOf(tag string) string { return strings.ReplaceAll(tag, "-", "_") + ".UTF-8" }
