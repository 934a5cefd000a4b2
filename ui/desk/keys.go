package desk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/words"
)

// act is what a key does; it is told the key.
type act func(m *model, k string) tea.Cmd

// binding is a key and all that is to be known of it. Dispatch, the help line,
// the help and the printed table read nothing else.
type binding struct {
	key    string            // as it is shown: "ctrl+s", "up/down"
	letter string            // beside it where nothing is typed, shown too
	also   string            // more of them, parted by blanks, that are not shown
	does   string            // in words; "" where the key is not shown at all
	act    act               // nil: the widget that has the focus takes it
	there  func(*model) bool // nil: wherever its spot is
	not    string            // why it does nothing where it is not there
	line   int               // its place in the help line among those of other spots; 0: it has none
	folded bool              // shown in the help only
}

// spot are the keys of what has the focus, or of all that has.
type spot struct {
	name  string // of what has the focus
	group string // heading in the help
	here  bool   // one of them at a time: its keys begin the help line
	desk  bool   // of the list of runs
	there func(*model) bool
	keys  []binding
}

// Binding is a key for whoever prints the table of them.
type Binding struct {
	Where  string // what has the focus
	Key    string
	Does   string
	NotWhy string // what is said where the key does nothing; "" where it is the widget's then
}

// Bindings are all keys of the full screen, by what has the focus, in the words
// of a language.
func Bindings(t *words.Strings) []Binding {
	var all []Binding
	for _, s := range bindings(t) {
		for _, b := range s.keys {
			if b.does != "" {
				all = append(all, Binding{Where: s.name, Key: b.shown(true), Does: b.does, NotWhy: b.not})
			}
		}
	}
	return all
}

// bindings is the one table of keys. Of the spots that can have the focus the
// first that is there counts, and a key is the first binding that is there.
func bindings(t *words.Strings) []spot {
	return slices.Concat(listSpots(t), readSpots(t), cellSpots(t), pageSpots(t), stepSpots(t))
}

// shown is the key as it is shown; free says that nothing is typed.
func (b *binding) shown(free bool) string {
	switch {
	case b.letter == "" || !free:
		return b.key
	case b.key == "":
		return b.letter
	}
	return b.key + ", " + b.letter
}

// hears reports whether a key is the binding's.
func (b *binding) hears(k string) bool {
	if k == b.key || k == b.letter {
		return true
	}
	if k == "pgdown" && b.key == "pgup/pgdn" {
		return true
	}
	return strings.Contains(b.key, "/") && slices.Contains(strings.Split(b.key, "/"), k) || b.also != "" && slices.Contains(strings.Fields(b.also), k)
}

// layer is what a key goes before: one that works from anywhere goes before what
// is typed, one that moves before what a widget has no use for, a letter behind
// all of it.
type layer int

const (
	anywhere layer = iota
	moving
	letters
)

func layerOf(k string) layer {
	switch k {
	case "enter", "tab", "shift+tab", "up", "down", "left", "right", "esc":
		return moving
	case "space":
		return letters
	}
	if len([]rune(k)) == 1 {
		return letters
	}
	return anywhere
}

// spots are those that are there now, that of what has the focus first.
func (m *model) spots(each func(*spot) (goOn bool)) {
	here := false
	for i := range m.keys {
		s := &m.keys[i]
		if s.here && here || s.there != nil && !s.there(m) {
			continue
		}
		here = here || s.here
		if !each(s) {
			return
		}
	}
}

// bound is what a key does now; where that is nothing why says why, as far as
// anybody knows.
func (m *model) bound(k string) (do act, why string) {
	m.spots(func(s *spot) bool {
		for i := range s.keys {
			b := &s.keys[i]
			if !b.hears(k) || b.act == nil && b.not == "" {
				continue
			}
			if b.act != nil && (b.there == nil || b.there(m)) {
				do = b.act
				return false
			}
			if why == "" && b.there != nil && !b.there(m) {
				why = b.not
			}
		}
		return true
	})
	return do, why
}

// isLetter reports whether a letter is bound to anything on the page.
func (m *model) isLetter(k string) bool {
	if layerOf(k) != letters {
		return false
	}
	return m.boundInRun(func(b *binding) bool { return b.act != nil && b.hears(k) })
}

// whyNot says why a key that is known does nothing here; of a key that is never
// a command it says nothing.
func (m *model) whyNot(k string) tea.Cmd {
	_, why := m.bound(k)
	if why == "" && m.page == nil && m.ofRun(k) {
		why = m.t.Typing.NoRun
		if m.list.empty() {
			why = m.t.Typing.NoWaitRun
		}
	}
	if why != "" {
		m.say(why)
	}
	return nil
}

// ofRun reports whether a key does something inside a run.
func (m *model) ofRun(k string) bool {
	return layerOf(k) != moving && m.boundInRun(func(b *binding) bool { return b.hears(k) })
}

func (m *model) boundInRun(is func(*binding) bool) bool {
	return slices.ContainsFunc(m.keys, func(s spot) bool {
		return !s.desk && slices.ContainsFunc(s.keys, func(b binding) bool { return is(&b) })
	})
}

// of is what a key does on the page.
func of(do func(*page) tea.Cmd) act { return func(m *model, _ string) tea.Cmd { return do(m.page) } }

// checked does something with the check that has the focus.
func checked(do func(*checking) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.check) }
}

// roomed opens something over the page.
func roomed(do func(*rooms) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.rooms) }
}

// on is what has to hold on the page.
func on(holds func(*page) bool) func(*model) bool {
	return func(m *model) bool { return m.page != nil && holds(m.page) }
}
