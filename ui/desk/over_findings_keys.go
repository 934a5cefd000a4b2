package desk

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/field"
)

func (o *findingsOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if o.found == nil {
		return nil
	}
	if o.typing {
		switch k {
		case "enter", "down", "tab":
			o.typing = false
			o.words.Blur()
			return nil
		}
		o.words.Key(msg)
		return o.typed(m)
	}
	if o.move(k) {
		return nil
	}
	o.skip = 0
	switch k {
	case "enter":
		o.pair = !o.pair && o.chosen() != nil
	case "tab":
		return o.nextLevel(m)
	case "left", "right":
		return o.nextRule(m, k == "right")
	case "n":
		return o.onlyNew(m)
	case "/":
		o.typing, o.pair = true, false
		o.words.Focus()
	case "c":
		return o.copy(m)
	case findingsKey:
		return o.save(m)
	}
	return nil
}

// move moves the pointer.
func (o *findingsOver) move(k string) bool {
	to, page := o.at, max(o.page-1, 1)
	if o.pair && (k == "pgup" || k == "pgdown") {
		o.wheeled(map[string]int{"pgup": -3, "pgdown": 3}[k])
		return true
	}
	switch k {
	case "up":
		to--
	case "down":
		to++
	case "pgup":
		to -= page
	case "pgdown":
		to += page
	case "home":
		to = 0
	case "end":
		to = o.count() - 1
	default:
		return false
	}
	o.skip = 0
	o.at = max(min(to, o.count()-1), 0)
	return true
}

// wheeled moves the pointer, or scrolls the pair.
func (o *findingsOver) wheeled(by int) {
	if o.pair {
		o.skip = max(min(o.skip+by, o.hidden), 0)
		return
	}
	o.at = max(min(o.at+by, o.count()-1), 0)
}

// clicked chooses the finding on a line of the table; the chosen one is opened.
func (o *findingsOver) clicked(line int) {
	i := o.top + line - o.head
	switch {
	case o.pair || line < o.head || line >= o.head+o.page || i >= o.count():
	case i == o.at:
		o.pair, o.skip = true, 0
	default:
		o.at = i
	}
}

// escaped goes back by one: from the pair to the table, from what is typed to
// the whole of it, and out.
func (o *findingsOver) escaped(m *model) tea.Cmd {
	switch {
	case o.pair:
		o.pair = false
	case o.typing || o.sieve.Words != "":
		o.typing = false
		o.words = m.kit.Line("", "")
		return o.typed(m)
	default:
		o.cancel()
		m.closeOver()
	}
	return nil
}

// typed filters by what is typed.
func (o *findingsOver) typed(m *model) tea.Cmd {
	words := strings.TrimSpace(field.Format(o.words.Value()))
	if words == o.sieve.Words {
		return nil
	}
	o.sieve.Words = words
	return o.sift(m)
}

// nextLevel filters by the next level that something was found of.
func (o *findingsOver) nextLevel(m *model) tea.Cmd {
	levels := []compare.Level{""}
	for _, r := range o.rules("") {
		if l := o.found.Kind.Level(r); !slices.Contains(levels, l) {
			levels = append(levels, l)
		}
	}
	o.sieve.Level = levels[(slices.Index(levels, o.sieve.Level)+1)%len(levels)]
	o.sieve.Rule, o.pair = "", false
	return o.sift(m)
}

// rules are those of a level, "" for any, that found something.
func (o *findingsOver) rules(l compare.Level) []compare.Rule {
	return slices.DeleteFunc(o.found.Kind.Rules(), func(r compare.Rule) bool {
		return o.found.Counts[r] == 0 || l != "" && o.found.Kind.Level(r) != l
	})
}

// nextRule filters by the next rule of the level, or the one before.
func (o *findingsOver) nextRule(m *model, forward bool) tea.Cmd {
	rules := append([]compare.Rule{""}, o.rules(o.sieve.Level)...)
	by := 1
	if !forward {
		by = len(rules) - 1
	}
	o.sieve.Rule = rules[(slices.Index(rules, o.sieve.Rule)+by)%len(rules)]
	o.pair = false
	return o.sift(m)
}

// onlyNew shows only what was not found by the comparison before, or all again.
func (o *findingsOver) onlyNew(m *model) tea.Cmd {
	if !o.found.Earlier {
		m.say(m.t.Found.NoEarlier)
		return nil
	}
	o.sieve.Fresh, o.pair = !o.sieve.Fresh, false
	return o.sift(m)
}

// copy copies the code of the chosen finding: Netvisor's, or that of the side it
// is about.
func (o *findingsOver) copy(m *model) tea.Cmd {
	f := o.chosen()
	if f == nil {
		return nil
	}
	code := f.Left.Code
	if f.Side == compare.Right {
		code = f.Right.Code
	}
	if code = flows.CleanLine(code); code == "" {
		m.say(m.t.Wizard.CopyEmpty)
		return nil
	}
	m.say(fmt.Sprintf(m.t.Found.Copied, code))
	return tea.Batch(tea.SetClipboard(code), m.copyByTool(code))
}

func (o *findingsOver) keys(m *model) []hint {
	w, h := &m.t.Found, &m.t.Help
	switch {
	case o.found == nil:
		return []hint{{"esc", h.Close}}
	case o.typing:
		return []hint{{"enter", h.Select}, {"esc", w.KeyTable}}
	case o.pair:
		out := []hint{{"up/down", h.Move}, {"c", h.Copy}, {"esc", w.KeyTable}}
		if o.hidden > 0 {
			out = slices.Insert(out, 0, hint{"pgup/pgdn", h.Scroll})
		}
		return out
	}
	out := []hint{{"enter", w.KeyPair}, {"tab", w.KeyLevel}, {"left/right", w.KeyRule}, {"/", h.Filter}}
	if o.found.Earlier {
		out = append(out, hint{"n", w.KeyNew})
	}
	if o.count() == 0 {
		out = out[1:]
	}
	return append(out, hint{findingsKey, m.t.Letter.Save}, hint{"c", h.Copy}, hint{"esc", h.Close})
}
