package flows

import (
	"slices"
	"strings"
)

// Unset stands in a text where an answer is not there.
const Unset = "…"

// CustomerName is the one placeholder that is no answer: whom the run is for.
const CustomerName = "customer"

// NamesAnswers reports whether a text of the step, or of an item of it, names an
// answer or the customer.
func (s *Step) NamesAnswers() bool {
	var names naming
	s.eachPassage(names.see)
	return bool(names)
}

// NamesAnswers reports whether a text of the item does.
func (it *Item) NamesAnswers() bool {
	var names naming
	it.eachPassage("", names.see)
	return bool(names)
}

// naming is whether any of the passages that were seen names something.
type naming bool

func (n *naming) see(t Passage) { *n = *n || naming(t.Names && len(Placeholders(*t.Text)) > 0) }

// FilledStep gives the step at an index with answers in the place of their names:
// answer gives the one that a passage names, "" where there is none.
func (p *Procedure) FilledStep(i int, answer func(t Passage, name string) string) *Step {
	s := p.Steps[i].clone()
	s.eachPassage(p.filling(answer))
	return &s
}

// FilledItem is FilledStep for one item of a step, both by their index.
func (p *Procedure) FilledItem(i, j int, answer func(t Passage, name string) string) *Item {
	s := &p.Steps[i]
	it := s.Items[j].clone()
	it.eachPassage(s.path()+".items."+it.ID, p.filling(answer))
	return &it
}

func (p *Procedure) filling(answer func(t Passage, name string) string) visit {
	return p.inLang(func(t Passage) {
		if t.Names {
			*t.Text = Fill(*t.Text, func(name string) string { return answer(t, name) })
		}
	})
}

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
