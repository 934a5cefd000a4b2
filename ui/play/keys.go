package play

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/story"
)

// named are the keys that have a name; any other is a letter, or ctrl+ and one.
var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"esc": {Code: tea.KeyEscape}, "space": {Code: tea.KeySpace, Text: " "}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5},
	"f6": {Code: tea.KeyF6}, "f7": {Code: tea.KeyF7}, "f8": {Code: tea.KeyF8},
	"alt+left": {Code: tea.KeyLeft, Mod: tea.ModAlt}, "alt+right": {Code: tea.KeyRight, Mod: tea.ModAlt},
}

// press is the message of a key by its name; false where there is no such key.
func press(name string) (tea.KeyPressMsg, bool) {
	if msg, ok := named[name]; ok {
		return msg, true
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok && len(rest) == 1 {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}, true
	}
	if letters := []rune(name); len(letters) == 1 {
		return letter(letters[0]), true
	}
	return tea.KeyPressMsg{}, false
}

func letter(ch rune) tea.KeyPressMsg {
	if ch == ' ' {
		return named["space"]
	}
	return tea.KeyPressMsg{Code: ch, Text: string(ch)}
}

// stroke is one key as it is typed.
type stroke struct {
	msg   tea.KeyPressMsg
	typed bool // a letter of a text
}

// strokes are the keys of a scene, one after the other.
func strokes(keys []story.Key) []stroke {
	var all []stroke
	for _, k := range keys {
		if msg, ok := press(k.Name); ok {
			all = append(all, stroke{msg: msg})
		}
		for _, ch := range k.Text {
			all = append(all, stroke{msg: letter(ch), typed: true})
		}
	}
	return all
}
