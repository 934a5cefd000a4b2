package roomtest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

var codes = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"esc": {Code: tea.KeyEscape}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "space": {Code: tea.KeySpace, Text: " "},
	"alt+left": {Code: tea.KeyLeft, Mod: tea.ModAlt}, "alt+right": {Code: tea.KeyRight, Mod: tea.ModAlt},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "backspace": {Code: tea.KeyBackspace},
	"f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5}, "f6": {Code: tea.KeyF6}, "f7": {Code: tea.KeyF7}, "f8": {Code: tea.KeyF8}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
}

// Key is a key by its name.
func Key(name string) tea.KeyPressMsg {
	if msg, ok := codes[name]; ok {
		return msg
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	return letter([]rune(name)[0])
}

func letter(ch rune) tea.KeyPressMsg {
	if ch == ' ' {
		return codes["space"]
	}
	return tea.KeyPressMsg{Code: ch, Text: string(ch)}
}

// Keys are keys by their names; a word in quotes is typed.
func Keys(names ...string) []tea.KeyPressMsg {
	var all []tea.KeyPressMsg
	for _, name := range names {
		word, typed := strings.CutPrefix(name, "'")
		if !typed {
			all = append(all, Key(name))
			continue
		}
		for _, ch := range strings.TrimSuffix(word, "'") {
			all = append(all, letter(ch))
		}
	}
	return all
}
