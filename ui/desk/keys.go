package desk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/words"
)

// act is the action of a key; k is the key.
type act func(m *model, k string) tea.Cmd

// binding is a key and everything that is known of it. Dispatch, the help
// line, the help overlay and the printed table all read only this.
type binding struct {
	key     string            // as it is shown: "ctrl+s", "up/down"
	letter  string            // works too while no text is typed; shown beside key
	also    string            // more keys, separated by blanks, that are not shown
	does    string            // what it does, in words; "" if the key is not shown at all
	act     act               // nil: the focused widget handles it
	applies func(*model) bool // nil: whenever its group does
	whyNot  string            // what is said if it does not apply
	line    int               // its place in the help line among keys of other groups, before those of the focus if negative; 0: none
	folded  bool              // shown in the help only
	writes  bool              // it changes something, or asks for what would
}

// keyGroup is the keys of one focus, such as a choice, or of several.
type keyGroup struct {
	name      string // of the focus
	group     string // heading in the help
	exclusive bool   // only one such group is active, and its keys begin the help line
	onList    bool   // on the list of runs
	onReplay  bool   // while a run is only shown again; no other group is active then
	applies   func(*model) bool
	keys      []binding
}

// Binding is a key in the printed table of keys.
type Binding struct {
	Where  string // what has the focus
	Key    string
	Does   string
	NotWhy string // what is said if the key does nothing; "" if the widget handles it then
}

// Bindings are all keys of the full screen, by focus, in a language.
func Bindings(t *words.Strings) []Binding {
	var all []Binding
	for _, s := range bindings(t) {
		for _, b := range s.keys {
			if b.does != "" {
				all = append(all, Binding{Where: s.name, Key: b.shown(true), Does: b.does, NotWhy: b.whyNot})
			}
		}
	}
	return all
}

// bindings is the one table of keys. Of the exclusive groups the first that
// applies is active, and a key means the first binding that applies.
func bindings(t *words.Strings) []keyGroup {
	return slices.Concat(listKeys(t), readKeys(t), phoneKeys(t), cellKeys(t), pageKeys(t), stepKeys(t), replayKeys(t))
}

// shown is the key as it is displayed; free says that letters act as keys.
func (b *binding) shown(free bool) string {
	switch {
	case b.letter == "" || !free:
		return b.key
	case b.key == "":
		return b.letter
	}
	return b.key + ", " + b.letter
}

// matches reports whether a key is the binding's.
func (b *binding) matches(k string) bool {
	if k == b.key || k == b.letter {
		return true
	}
	if k == "pgdown" && b.key == "pgup/pgdn" {
		return true
	}
	return strings.Contains(b.key, "/") && slices.Contains(strings.Split(b.key, "/"), k) || b.also != "" && slices.Contains(strings.Fields(b.also), k)
}

// keyPriority is the order in which a key is tried: a key that works anywhere
// comes before typed text, a moving key before what a widget does not use, a
// letter after all of these.
type keyPriority int

const (
	anywhere keyPriority = iota
	moving
	letters
)

func priorityOf(k string) keyPriority {
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

// activeGroups visits the groups that apply now, the focus's own first.
func (m *model) activeGroups(each func(*keyGroup) (goOn bool)) {
	here := false
	for i := range m.keys {
		s := &m.keys[i]
		if s.onReplay != (m.replay != nil) || s.exclusive && here || s.applies != nil && !s.applies(m) {
			continue
		}
		here = here || s.exclusive
		if !each(s) {
			return
		}
	}
}

// actionFor is the action of a key now; if it has none, why says why, if that
// is known.
func (m *model) actionFor(k string) (do act, why string) {
	m.activeGroups(func(s *keyGroup) bool {
		for i := range s.keys {
			b := &s.keys[i]
			if !b.matches(k) || b.act == nil && b.whyNot == "" {
				continue
			}
			if b.act != nil && (b.applies == nil || b.applies(m)) {
				do = b.act
				return false
			}
			if why == "" && b.applies != nil && !b.applies(m) {
				why = b.whyNot
			}
		}
		return true
	})
	return do, why
}

// isLetter reports whether a letter has an action on the page.
func (m *model) isLetter(k string) bool {
	if priorityOf(k) != letters {
		return false
	}
	return m.boundInRun(func(b *binding) bool { return b.act != nil && b.matches(k) })
}

// whyNot says why a known key does nothing here; it says nothing of keys that
// are never a command.
func (m *model) whyNot(k string) tea.Cmd {
	_, why := m.actionFor(k)
	if why == "" && m.page == nil && m.ofRun(k) {
		why = m.t.Typing.NoRun
		if m.list.empty() {
			why = m.t.Typing.NoWaitRun
		}
	}
	if why == "" && m.page != nil && m.page.reads && priorityOf(k) == letters {
		why = looksOn(m.t.Lang)
	}
	if why != "" {
		m.say(why)
	}
	return nil
}

// ofRun reports whether a key does something inside a run.
func (m *model) ofRun(k string) bool {
	return priorityOf(k) != moving && m.boundInRun(func(b *binding) bool { return b.matches(k) })
}

func (m *model) boundInRun(is func(*binding) bool) bool {
	return slices.ContainsFunc(m.keys, func(s keyGroup) bool {
		return !s.onList && slices.ContainsFunc(s.keys, func(b binding) bool { return is(&b) })
	})
}

// onPageDo makes a key's action of a page's.
func onPageDo(do func(*page) tea.Cmd) act {
	return func(m *model, _ string) tea.Cmd { return do(m.page) }
}

// onCheck makes a page action of an action on the focused check.
func onCheck(do func(*focusedCheck) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.check) }
}

// onOverlays makes a page action of one that opens an overlay.
func onOverlays(do func(*overlays) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.overlays) }
}

// whenPage makes a condition on the page one on the model.
func whenPage(holds func(*page) bool) func(*model) bool {
	return func(m *model) bool { return m.page != nil && holds(m.page) }
}
