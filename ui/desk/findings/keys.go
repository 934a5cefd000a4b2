package findings

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/desk/room"
	"lotse/ui/field"
)

func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
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
		return o.typed()
	}
	if o.move(k) {
		return nil
	}
	o.skip = 0
	switch k {
	case "enter":
		o.pair = !o.pair && o.chosen() != nil
	case "tab":
		return o.nextLevel()
	case "left", "right":
		return o.nextRule(k == "right")
	case "n":
		return o.onlyNew()
	case "/":
		o.typing, o.pair = true, false
		o.words.Focus()
	case "c":
		return o.copy()
	case Key:
		return o.save()
	}
	return nil
}

// move moves the pointer.
func (o *Over) move(k string) bool {
	to, page := o.at, max(o.page-1, 1)
	if o.pair && (k == "pgup" || k == "pgdown") {
		o.Wheeled(map[string]int{"pgup": -3, "pgdown": 3}[k])
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
		to = o.total() - 1
	default:
		return false
	}
	o.skip = 0
	o.at = max(min(to, o.total()-1), 0)
	return true
}

// Wheeled implements room.Wheeler: it moves the pointer, or scrolls the pair.
func (o *Over) Wheeled(by int) {
	if o.pair {
		o.skip = max(min(o.skip+by, o.hidden), 0)
		return
	}
	o.at = max(min(o.at+by, o.total()-1), 0)
}

// Scrolled implements room.Scroller: the rows of the table, or the lines of the pair.
func (o *Over) Scrolled() *room.Scroll {
	s := &room.Scroll{}
	if s.Shows(o.top, o.page, o.total()); o.pair {
		s.Shows(o.skip, 1, o.hidden+1)
	}
	return s
}

// Clicked implements room.Clicker: it chooses the finding on a line of the
// table; a click on the chosen one opens it.
func (o *Over) Clicked(line int) {
	i := o.top + line - o.head
	switch {
	case o.pair || line < o.head || line >= o.head+o.page || i >= o.total():
	case i == o.at && i < o.count():
		o.pair, o.skip = true, 0
	default:
		o.at = i
	}
}

// HandleEsc implements room.Escaper: it goes from the pair to the table, from
// typing the filter to all findings, and then out.
func (o *Over) HandleEsc() tea.Cmd {
	switch {
	case o.pair:
		o.pair = false
	case o.typing || o.filters.Words != "":
		o.typing = false
		o.words = o.d.Kit().Line("", "")
		return o.typed()
	default:
		o.cancel()
		o.d.Close()
	}
	return nil
}

// typed filters by the typed words.
func (o *Over) typed() tea.Cmd {
	words := strings.TrimSpace(field.Format(o.words.Value()))
	if words == o.filters.Words {
		return nil
	}
	o.filters.Words = words
	return o.applyFilters()
}

// nextLevel filters by the next level that has findings.
func (o *Over) nextLevel() tea.Cmd {
	levels := []compare.Level{""}
	for _, r := range o.rules("") {
		if l := o.found.Kind.Level(r); !slices.Contains(levels, l) {
			levels = append(levels, l)
		}
	}
	o.filters.Level = levels[(slices.Index(levels, o.filters.Level)+1)%len(levels)]
	o.filters.Rule, o.pair = "", false
	return o.applyFilters()
}

// rules are the rules of a level ("" for any) that have findings.
func (o *Over) rules(l compare.Level) []compare.Rule {
	return slices.DeleteFunc(o.found.Kind.Rules(), func(r compare.Rule) bool {
		return o.found.Counts[r] == 0 || l != "" && o.found.Kind.Level(r) != l
	})
}

// nextRule filters by the next or the previous rule of the level.
func (o *Over) nextRule(forward bool) tea.Cmd {
	rules := append([]compare.Rule{""}, o.rules(o.filters.Level)...)
	by := 1
	if !forward {
		by = len(rules) - 1
	}
	o.filters.Rule = rules[(slices.Index(rules, o.filters.Rule)+by)%len(rules)]
	o.pair = false
	return o.applyFilters()
}

// onlyNew shows only findings that the comparison before did not have, or all
// again.
func (o *Over) onlyNew() tea.Cmd {
	if !o.found.HasEarlier {
		o.d.Say(o.d.Words().Found.NoEarlier)
		return nil
	}
	o.filters.OnlyNew, o.pair = !o.filters.OnlyNew, false
	return o.applyFilters()
}

// copy copies the code of the chosen finding: Netvisor's, or that of the side
// it is about.
func (o *Over) copy() tea.Cmd {
	f := o.chosen()
	if f == nil {
		return nil
	}
	code := f.Left.Code
	if f.Side == compare.Right {
		code = f.Right.Code
	}
	if code = flows.CleanLine(code); code == "" {
		o.d.Say(o.d.Words().Wizard.CopyEmpty)
		return nil
	}
	o.d.Say(fmt.Sprintf(o.d.Words().Found.Copied, code))
	return o.d.Copy(code)
}

func (o *Over) Keys() []room.Hint {
	w, h := &o.d.Words().Found, &o.d.Words().Help
	switch {
	case o.found == nil:
		return []room.Hint{{"esc", h.Close}}
	case o.typing:
		return []room.Hint{{"enter", h.Select}, {"esc", w.KeyTable}}
	case o.pair:
		out := []room.Hint{{"up/down", h.Move}, {"c", h.Copy}, {"esc", w.KeyTable}}
		if o.hidden > 0 {
			out = slices.Insert(out, 0, room.Hint{"pgup/pgdn", h.Scroll})
		}
		return out
	}
	out := []room.Hint{{"enter", w.KeyPair}, {"tab", w.KeyLevel}, {"left/right", w.KeyRule}, {"/", h.Filter}}
	if o.found.HasEarlier {
		out = append(out, room.Hint{"n", w.KeyNew})
	}
	if o.count() == 0 {
		out = out[1:]
	}
	return append(out, room.Hint{Key, o.d.Words().Letter.Save}, room.Hint{"c", h.Copy}, room.Hint{"esc", h.Close})
}
