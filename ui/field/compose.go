package field

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// compose hands a key to an input, with its letters composed (NFC) and without
// what is not seen or turns the direction of writing. A mark that
// comes as a key of its own, as some keyboards and input methods send it, is put
// together with the letter before it: else the two are two places for the cursor
// where one is seen.
func compose(msg tea.KeyPressMsg, update func(tea.Msg), value func() string) {
	if msg.Text != "" {
		if msg.Text = flows.Clean(norm.NFC.String(msg.Text)); msg.Text == "" {
			return
		}
	}
	mark, size := utf8.DecodeRuneInString(msg.Text)
	if size != len(msg.Text) || !unicode.Is(unicode.M, mark) {
		update(msg)
		return
	}
	before := value()
	update(msg)
	after := value()
	at := common(before, after)
	letter, n := utf8.DecodeLastRuneInString(after[:at])
	whole := norm.NFC.String(string(letter) + msg.Text)
	if n == 0 || len(after) != len(before)+size || utf8.RuneCountInString(whole) != 1 {
		return
	}
	back := tea.KeyPressMsg{Code: tea.KeyBackspace}
	update(back)
	update(back)
	r, _ := utf8.DecodeRuneInString(whole)
	update(tea.KeyPressMsg{Code: r, Text: whole})
}

// common is how many bytes two texts have in common at their beginning.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}
