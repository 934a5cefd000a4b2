// Package copying is the room of the values of a step that are entered somewhere
// else: one key copies the marked one and goes on to the next. It may import what
// the rooms of the desk share (ui/desk/room), ui/walk and ui/theme. It exists so
// that nine values are nine keys, and none is pasted twice or forgotten.
package copying

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// The keys that open the room.
const (
	Key    = "f7"
	Letter = "y"
)

// Ticks are the values that were pasted, as they were then: one that has changed
// since is not ticked any more. They are no answers and in no event: that a value
// was pasted is only believed, and what is known of a secret is on record.
type Ticks map[flows.Address]string

func (t Ticks) has(v *walk.Paste) bool {
	text, ok := t[v.At]
	return ok && text == v.Text
}

// House is what the desk does for the room.
type House struct {
	// Reached reports whether what is copied is known to come to a clipboard; where it
	// is not, each value is shown alone, to be selected.
	Reached func() bool
	// Secret copies a kept secret, and calls copied once it is there.
	Secret func(at flows.Address, copied func()) tea.Cmd
	// GoOn goes on with the page behind an item, after the last value.
	GoOn func(behind flows.Address) tea.Cmd
}

// Over is the room.
type Over struct {
	d     room.Desk
	house House
	ticks Ticks
	at    int
	held  *walk.Paste // that was copied last: ticked when the person goes on
	found found
	all   []walk.Paste // see pastes
	alone *walk.Paste  // is shown without anything beside it; nil: all are
}

// New is the room of the values of the present step. It begins at the item in the
// focus where that has a value, else at the first that is not ticked.
func New(d room.Desk, h House, t Ticks) *Over {
	o := &Over{d: d, house: h, ticks: t, at: -1}
	all := o.pastes()
	for i := 0; o.at < 0 && i < len(all); i++ {
		if v := &all[i]; v.At.Whole() == d.Walk().At().Whole() && !t.has(v) {
			o.at = i
		}
	}
	for i := 0; o.at < 0 && i < len(all); i++ {
		if !t.has(&all[i]) {
			o.at = i
		}
	}
	o.at = max(o.at, 0)
	return o
}

// pastes are the values. They are looked for once for every state of the run: a
// list may have 10,000 rows.
func (o *Over) pastes() []walk.Paste {
	w := o.d.Walk()
	if now := (found{w.View(), w.At().Step, w.Shared()}); o.found != now {
		o.found, o.all = now, w.Pastes()
	}
	return o.all
}

// found is what the values were looked for in.
type found struct {
	view   *run.View
	step   string
	shared bool
}

// marked is the marked value; nil where there is none any more.
func (o *Over) marked() *walk.Paste {
	if all := o.pastes(); o.at < len(all) {
		return &all[o.at]
	}
	return nil
}

// Stays implements room.Stayer: what a secret has to be asked for is asked over it.
func (o *Over) Stays() {}

// Alone implements room.Bare.
func (o *Over) Alone() bool { return o.alone != nil }

// Title implements room.Overlay.
func (o *Over) Title() string {
	all, done := o.pastes(), 0
	for i := 0; i < len(all) && len(o.ticks) > 0; i++ {
		if o.ticks.has(&all[i]) {
			done++
		}
	}
	return o.d.DialogueText(flows.Msg("copying.title", "done", done, "n", len(all)))
}

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "enter", "c":
		return o.copy()
	case "up", "shift+tab", "k":
		o.move(-1)
	case "down", "tab", "j":
		o.move(1)
	case "space":
		o.tick()
	case "v":
		o.turnAlone()
	case Key, Letter:
		return o.HandleEsc()
	}
	return nil
}

// HandleEsc implements room.Escaper: from the value that is shown alone it goes
// back to all of them.
func (o *Over) HandleEsc() tea.Cmd {
	if o.Alone() {
		o.alone = nil
		return nil
	}
	o.d.Close()
	return nil
}

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

func (o *Over) move(by int) {
	o.at = min(max(o.at+by, 0), max(len(o.pastes())-1, 0))
	if o.Alone() {
		o.alone = o.showable()
	}
}

// Pointed implements room.Pointed: the first click on a value marks it, the second
// copies it.
func (o *Over) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	switch {
	case !ok || n >= len(o.pastes()):
		return nil
	case n == o.at:
		return o.copy()
	}
	o.at = n
	return nil
}

// showable is the marked value, if it may be shown and there is one.
func (o *Over) showable() *walk.Paste {
	if v := o.marked(); v != nil && !v.Secret && v.Why == nil {
		return v
	}
	return nil
}

// tick ticks the marked value, or takes the tick back.
func (o *Over) tick() {
	v := o.marked()
	switch {
	case v == nil:
	case o.ticks.has(v):
		delete(o.ticks, v.At)
	default:
		o.ticks[v.At] = v.Text
		o.move(1)
	}
}

// turnAlone shows the marked value alone, or all of them again. A secret is shown
// by its own key, which puts that on record.
func (o *Over) turnAlone() {
	switch v := o.marked(); {
	case o.Alone():
		o.alone = nil
	case v == nil:
	case v.Secret:
		o.d.Say(o.d.DialogueText(flows.Msg("copying.secret")))
	case v.Why != nil:
		o.d.Warn(o.d.Sentence(v.Why))
	default:
		o.alone = v
	}
}

// copy copies the marked value and goes on to the next; what was copied before it
// is pasted by now. Behind the last it goes on with the page.
func (o *Over) copy() tea.Cmd {
	o.settle()
	all := o.pastes()
	if o.at >= len(all) {
		return o.finish(all)
	}
	v := all[o.at]
	o.alone = nil
	switch {
	case v.Why != nil:
		o.d.Warn(o.d.Sentence(v.Why))
		o.at++
		return nil
	case v.Secret:
		return o.house.Secret(v.At, func() { o.copied(v) })
	}
	if o.house.Reached() {
		o.d.Say(o.d.Words().Wizard.Copied)
	} else {
		o.alone = &v // which says it
	}
	o.copied(v)
	return o.d.Copy(v.Text)
}

// settle ticks what was copied last.
func (o *Over) settle() {
	if o.held != nil {
		o.ticks[o.held.At] = o.held.Text
		o.held = nil
	}
}

// copied marks the next value that is not ticked, behind v.
func (o *Over) copied(v walk.Paste) {
	o.held = &v
	all := o.pastes()
	for o.at < len(all) && all[o.at].At != v.At {
		o.at++
	}
	for o.at++; o.at < len(all) && o.ticks.has(&all[o.at]); o.at++ {
	}
}

// finish closes the room and goes on with the page behind the last value.
func (o *Over) finish(all []walk.Paste) tea.Cmd {
	o.d.Close()
	if len(all) == 0 {
		return nil
	}
	return o.house.GoOn(all[len(all)-1].At.Whole())
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	say := func(code string) string { return o.d.DialogueText(flows.Msg(code)) }
	h := &o.d.Words().Help
	enter := room.Hint{"enter", say("copying.key_copy")}
	if o.at >= len(o.pastes()) {
		enter = room.Hint{"enter", say("copying.key_end")}
	}
	if o.Alone() {
		return []room.Hint{enter, {"v", say("copying.key_all")}, {"esc", h.Close}}
	}
	return []room.Hint{enter, {"up/down", h.Move}, {"space", h.Tick}, {"v", say("copying.key_alone")}, {"esc", h.Close}}
}
