package field

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// compose passes a key to an input, with its letters composed (NFC) and
// without invisible and direction characters. A combining mark that arrives as
// a key of its own, as some keyboards and input methods send it, is combined
// with the letter before it; otherwise the cursor would count two places where
// one is seen.
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

// common is the length of the common beginning of two texts, in bytes.
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
