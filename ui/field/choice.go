package field

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/zone"
)

// longChoice is the number of options from which a filter is offered.
const longChoice = 8

// maxFilter is the longest text that is pasted into a filter.
const maxFilter = 1 << 10

// choice is a list of options of which one or several are chosen. Moving the
// pointer chooses nothing, so an unanswered field stays unanswered.
type choice struct {
	kit     Kit
	options []flows.Option
	many    bool
	flat    bool              // options stand beside one another
	notes   map[string]string // of options, by their value; nil: there are none
	chosen  []string
	at      int  // in shown()
	top     int  // first option that is drawn
	drawn   int  // how many are; 0: all
	loose   bool // it was scrolled by hand: the pointer may be out of view until the next key
	focused bool
	moved   bool // somebody has moved the pointer, or filtered: enter means an option

	filtering bool
	filter    string

	width, height int
}

func (k Kit) newChoice(f *flows.Field, standing flows.Value) *choice {
	c := &choice{kit: k, options: f.Options, many: f.Type == flows.TypeChoices, width: 40, height: len(f.Options)}
	switch v := standing.(type) {
	case []string:
		c.chosen = slices.Clone(v)
	case nil:
	default:
		c.chosen = []string{Format(v)}
	}
	if len(c.chosen) > 0 {
		c.at = max(0, slices.IndexFunc(c.options, func(o flows.Option) bool { return o.Value == c.chosen[0] }))
	}
	return c
}

func (c *choice) Focus() { c.focused = true }
func (c *choice) Blur()  { c.focused, c.filtering, c.filter = false, false, "" }

// shown are the options that pass the filter.
func (c *choice) shown() []flows.Option {
	if c.filter == "" {
		return c.options
	}
	var out []flows.Option
	for _, o := range c.options {
		if strings.Contains(strings.ToLower(o.Label+" "+c.notes[o.Value]), strings.ToLower(c.filter)) {
			out = append(out, o)
		}
	}
	return out
}

func (c *choice) Key(msg tea.KeyPressMsg) KeyResult {
	k := msg.String()
	c.loose = false
	if c.filtering {
		return c.filterKey(msg, k)
	}
	switch k {
	case "up", "left":
		c.move(-1)
	case "down", "right":
		c.move(1)
	case "enter":
		return c.pick(Take)
	case "space":
		return c.pick(Keep)
	case "/":
		if len(c.options) < longChoice {
			return Pass
		}
		c.filtering, c.moved = true, true
	default:
		return c.digit(k)
	}
	return Stay
}

func (c *choice) filterKey(msg tea.KeyPressMsg, k string) KeyResult {
	switch k {
	case "esc":
		c.filtering, c.filter, c.at = false, "", 0
	case "up":
		c.move(-1)
	case "down":
		c.move(1)
	case "enter":
		act := c.pick(Take)
		if act == Take {
			c.filtering, c.filter = false, ""
		}
		return act
	case "backspace":
		_, n := utf8.DecodeLastRuneInString(c.filter)
		c.filter, c.at = c.filter[:len(c.filter)-n], 0
	default:
		if msg.Text == "" {
			return Pass
		}
		c.filter, c.at = c.filter+msg.Text, 0
	}
	return Stay
}

func (c *choice) move(by int) {
	c.moved = true
	if n := len(c.shown()); n > 0 {
		c.at = min(max(c.at+by, 0), n-1)
	}
}

// pick chooses the option at the pointer. In a multiple choice, enter submits
// the chosen options, and space toggles one. Where nothing is offered, enter goes on.
func (c *choice) pick(act KeyResult) KeyResult {
	shown := c.shown()
	if len(c.options) == 0 && act == Take {
		return Take
	}
	if c.at >= len(shown) {
		return Stay
	}
	value := shown[c.at].Value
	if !c.many {
		c.chosen = []string{value}
		c.at = slices.IndexFunc(c.options, func(o flows.Option) bool { return o.Value == value })
		return act
	}
	if act == Take {
		return Take
	}
	c.toggle(value)
	return Stay
}

// Point implements Pointable: it chooses an option, as its digit does.
func (c *choice) Point(at zone.At) KeyResult {
	n, ok := at(zone.Option)
	if !ok || n >= len(c.shown()) {
		return Stay
	}
	c.at, c.moved, c.loose = n, true, false
	if c.many {
		return c.pick(Keep)
	}
	return c.pick(Take)
}

// Scroll implements Scroller: by an option, of which each may take several lines.
func (c *choice) Scroll(by int) bool {
	if c.drawn == 0 || by < 0 && c.top == 0 || by > 0 && c.top+c.drawn >= len(c.shown()) {
		return false
	}
	if c.top++; by < 0 {
		c.top -= 2
	}
	c.loose = true
	return true
}

// toggle toggles an option; the chosen ones stay in the order of the options.
func (c *choice) toggle(value string) {
	on := !slices.Contains(c.chosen, value)
	var out []string
	for _, o := range c.options {
		if o.Value == value && on || o.Value != value && slices.Contains(c.chosen, o.Value) {
			out = append(out, o.Value)
		}
	}
	c.chosen = out
}

func (c *choice) digit(k string) KeyResult {
	n, err := strconv.Atoi(k)
	if err != nil || n < 1 || n > len(c.options) || n > 9 {
		return Pass
	}
	c.at = n - 1
	if c.many {
		return c.pick(Keep)
	}
	return c.pick(Take)
}

func (c *choice) Paste(s string) string {
	if c.filtering {
		if len(s) > maxFilter {
			return fmt.Sprintf(c.kit.Text.Field.PasteTooLong, (len(s)+1023)>>10, maxFilter>>10)
		}
		c.filter, c.at = c.filter+strings.Join(strings.Fields(flows.Clean(s)), " "), 0
		return ""
	}
	return c.kit.Text.Typing.PasteChoice
}

func (c *choice) SetSize(w, h int) { c.width, c.height = w, max(h, 1) }

func (c *choice) Value() flows.Value {
	if c.many {
		if c.chosen == nil {
			return nil
		}
		return c.chosen
	}
	if len(c.chosen) == 0 {
		return nil
	}
	return c.chosen[0]
}

func (c *choice) Typing() bool { return c.filtering }

// Owns implements Widget.
func (c *choice) Owns(k string) bool {
	if c.filtering && k == "esc" {
		return true
	}
	return k == "up" || k == "down" || k == "enter" || k == "space"
}

// Pointed is the value of the option that the pointer of a choice stands at; "" for
// none.
func Pointed(w Widget) string {
	c, ok := w.(*choice)
	if !ok || c.at >= len(c.shown()) {
		return ""
	}
	return c.shown()[c.at].Value
}

// Filter reports whether a choice has a filter, and whether it is open.
func Filter(w Widget) (has, isOpen bool) {
	c, ok := w.(*choice)
	return ok && len(c.options) >= longChoice, ok && c.filtering
}
