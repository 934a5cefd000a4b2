package face

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
)

// How long a kept secret is shown, and how long it lies on the clipboard.
const (
	RevealTime = 10 * time.Second
	LendTime   = 45 * time.Second
)

// Glimpse is a text that is shown for a while and then leaves nothing behind.
type Glimpse struct {
	Title string
	Value string
	Notes []string // sentences about it
	Ends  string   // says when it goes
	Cut   string   // is said where only the beginning of the value fits
}

// Below are the sentences below the value.
func (g Glimpse) Below() []string { return append([]string{g.Ends}, g.Notes...) }

// NewGlimpse shows a kept secret of a run; say puts a message into words.
func NewGlimpse(title string, secret run.Secret, mode run.Mode, say func(flows.Message) string) Glimpse {
	value, escaped := legible(secret.Reveal())
	g := Glimpse{Title: title, Value: value, Cut: say(flows.Msg("use.begins")), Ends: say(flows.Msg("use.gone_in", "n", int(RevealTime.Seconds())))}
	if escaped {
		g.Notes = append(g.Notes, say(flows.Msg("use.escaped")))
	}
	if m := SecretNote(mode); !m.IsZero() {
		g.Notes = append(g.Notes, say(m))
	}
	return g
}

// SecretNote says of a rehearsal and of a demo that its secrets are protected by
// nothing; nothing of a real run.
func SecretNote(mode run.Mode) flows.Message {
	switch mode {
	case run.Rehearsal:
		return flows.Msg("use.rehearsal")
	case run.Demo:
		return flows.Msg("use.demo")
	}
	return flows.Message{}
}

// legible is a secret as it can be shown and read: as it is or, where a screen
// could not show all of it, escaped.
func legible(value []byte) (text string, escaped bool) {
	text = string(value)
	if utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return text, false
	}
	quoted := strconv.Quote(text)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`), true
}
