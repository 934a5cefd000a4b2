package flows

import (
	"slices"
	"strings"
)

// Unset stands in a text where an answer is not there.
const Unset = "…"

// customerName is the one placeholder that is no answer.
const customerName = "customer"

// Fill replaces {{ name }} in a text by the answer of that name, "…" where the
// answer is empty.
func Fill(text string, answer func(name string) string) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	var b strings.Builder
	walk(text, func(plain string) { b.WriteString(plain) }, func(name string) {
		value := answer(name)
		if value == "" {
			value = Unset
		}
		b.WriteString(value)
	})
	return b.String()
}

// Placeholders lists the names that a text uses, each once, in order.
func Placeholders(text string) []string {
	var names []string
	walk(text, func(string) {}, func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// walk takes a text apart into what is plain and the names in {{ }}. What is
// open and never closed is plain.
func walk(text string, plain, name func(string)) {
	for {
		before, rest, found := strings.Cut(text, "{{")
		if !found {
			plain(text)
			return
		}
		inside, after, closed := strings.Cut(rest, "}}")
		if !closed {
			plain(text)
			return
		}
		plain(before)
		name(strings.TrimSpace(inside))
		text = after
	}
}
