// Package versions is the room in which a run is moved to another version of its
// procedure: what that does to each step, and what has no place in the present one. It
// may import what the rooms of the desk share (ui/desk/room), ui/walk, ui/face and
// ui/theme. It exists so that nobody moves a run without having seen what becomes of
// its answers.
package versions

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// Key opens the room.
const Key = "u"

// Over is the room.
type Over struct {
	d       room.Desk
	targets []*flows.Procedure // the versions to which the run can be moved, the first one first
	at      int
	of      walk.Version // does nothing where there is no target
	scroll  room.Scroll
}

// Open opens the room of the run that is shown, with the versions to which it can be
// moved; without any, for what has no place in the present one. Why there is nothing to
// see is said.
func Open(d room.Desk, targets []*flows.Procedure) tea.Cmd {
	o := &Over{d: d, targets: targets}
	if len(targets) == 0 {
		if len(o.shelf()) == 0 {
			return d.Turn(d.Walk().AskToMove(nil))
		}
		d.Open(o)
		return nil
	}
	t := d.Walk().AskToMove(targets[0])
	q, asks := t.Ask.(walk.Version)
	if !asks {
		return d.Turn(t)
	}
	o.of = q
	d.Open(o)
	return nil
}

// shelf is what has no place in the present version; while others look on, without
// what is internal.
func (o *Over) shelf() []run.Placeless {
	return slices.DeleteFunc(slices.Clone(o.d.Walk().View().Placeless), func(p run.Placeless) bool { return o.d.Shared() && p.Internal })
}

// Title implements room.Overlay.
func (o *Over) Title() string {
	if o.of.Does == nil {
		return o.d.DialogueText(flows.Msg("move.title_shelf", "version", o.d.Walk().View().ProcedureVersion))
	}
	return o.d.DialogueText(flows.Msg("move.title", "to", o.of.To.Version))
}

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "enter":
		return o.move()
	case "left", "right", "tab", "shift+tab":
		by := 1
		if k == "left" || k == "shift+tab" {
			by = -1
		}
		return o.turnTo(by)
	case Key:
		o.d.Close()
	default:
		o.scroll.Key(k)
	}
	return nil
}

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Wheeled implements room.Wheeler.
func (o *Over) Wheeled(by int) { o.scroll.Wheel(by) }

// move moves the run, and says the way back.
func (o *Over) move() tea.Cmd {
	o.d.Close()
	if o.of.Does == nil {
		return nil
	}
	t := o.d.Walk().MoveTo(o.of)
	if t.Done {
		t.Tell = []flows.Message{flows.Joined("joined.sentence", flows.Msg("move.moved", "to", o.of.To.Version), flows.Msg("move.way_back"))}
	}
	return o.d.Turn(t)
}

// turnTo turns to another version.
func (o *Over) turnTo(by int) tea.Cmd {
	n := len(o.targets)
	if n < 2 {
		return nil
	}
	to := (o.at + by + n) % n
	t := o.d.Walk().AskToMove(o.targets[to])
	q, asks := t.Ask.(walk.Version)
	if !asks {
		return o.d.Turn(t)
	}
	o.at, o.of, o.scroll = to, q, room.Scroll{}
	return nil
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	say := func(code string) string { return o.d.DialogueText(flows.Msg(code)) }
	h := &o.d.Words().Help
	if o.of.Does == nil {
		return []room.Hint{{"up/down", h.Scroll}, {"esc", h.Close}}
	}
	keys := []room.Hint{{"enter", say("move.key_do")}}
	if len(o.targets) > 1 {
		keys = append(keys, room.Hint{"tab", say("move.key_other")})
	}
	return append(keys, room.Hint{"up/down", h.Scroll}, room.Hint{"esc", say("move.key_leave")})
}

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) ([]string, int) {
	var lines []string
	if o.of.Does != nil {
		lines = append(o.head(w), o.table(w)...)
	}
	if shelf := o.shelfLines(w); len(shelf) > 0 {
		if len(lines) > 0 {
			lines = append(lines, "", o.d.Theme().Bold.Render(o.d.DialogueText(flows.Msg("move.placeless"))))
		}
		lines = append(lines, shelf...)
	}
	return o.scroll.Rest(lines, h), 0
}

// head names both versions.
func (o *Over) head(w int) []string {
	v, lang := o.d.Walk().View(), o.d.Words().Lang
	from := face.Edition(lang, v.ProcedureVersion, v.Digest, v.Provenance)
	to := face.Edition(lang, o.of.To.Version, o.of.To.Digest, o.of.To.Provenance)
	var lines []string
	for _, l := range theme.Wrap(o.d.DialogueText(flows.Msg("move.from_to", "from", from, "to", to)), w) {
		lines = append(lines, o.d.Theme().Dim.Render(l))
	}
	return append(lines, "")
}

// table says what the move does, step by step, and sums it up.
func (o *Over) table(w int) []string {
	t, lang := o.d.Theme(), o.d.Words().Lang
	rows, same := face.MoveTable(lang, o.of.Does, o.d.Shared())
	wide := 0
	for i := range rows {
		wide = max(wide, theme.Width(rows[i].Word))
	}
	var lines []string
	for i := range rows {
		lines = append(lines, row(t, &rows[i], wide, w)...)
	}
	if len(rows) > 0 {
		lines = append(lines, "")
	}
	for _, s := range face.MoveSums(lang, o.of.Does, same) {
		lines = append(lines, theme.Wrap(s, w)...)
	}
	return lines
}

// row is one line of the table: the word of the effect, what it is on, and why.
func row(t *theme.Theme, r *face.MoveRow, wide, w int) []string {
	ink := map[run.Effect]theme.Ink{run.Keep: t.Dim, run.LookAgain: t.Warn, run.Void: t.Bad}[r.Effect]
	head, name := ink.Render(t.Pad(r.Word, wide))+"  ", t.Bold.Render(r.Name)
	if r.Item {
		head, name = head+"  ", r.Name
	}
	if r.Why != "" {
		name += t.Dim.Render(": " + r.Why)
	}
	return theme.Hang(head, name, w)
}

// shelfLines are what has no place in the present version, with what was entered.
func (o *Over) shelfLines(w int) []string {
	t, lang := o.d.Theme(), o.d.Words().Lang
	var lines []string
	shelf := o.shelf()
	for i := range shelf {
		p := &shelf[i]
		from := o.d.DialogueText(flows.Msg("move.from_version", "version", p.Version))
		lines = append(lines, t.Ends(t.Fit(p.Label(), max(w-theme.Width(from)-2, 8)), t.Dim.Render(from), w))
		for _, l := range document.Placeless(lang, p) {
			lines = append(lines, theme.Hang("  ", t.Dim.Render(l), w)...)
		}
	}
	return lines
}
