//go:build unix

package journey

import (
	"strings"
)

// The window of the stories: as high as any page, and just narrow enough that
// an overlay leaves nothing of the page beside it.
const (
	storyCols = 86
	storyRows = 76
)

// deskFace plays a story in the full screen by keys, each pressed only when
// what it is meant for is seen. Of the program behind the screen it asks one
// thing: what a problem says.
type deskFace struct {
	*stage
	*terminal
	completed *step // by the key that took its last answer
}

func newDeskFace(st *stage) face { return &deskFace{stage: st} }

// open starts the full screen.
func (d *deskFace) open(args ...string) {
	d.stage.t.Helper()
	d.terminal = d.house.open(storyCols, storyRows, atOnce, args...)
}

// begin starts the run from the empty desk.
func (d *deskFace) begin() {
	if d.story.Mode != "" {
		d.open(d.story.start()...)
	} else {
		d.open()
		d.terminal.begin(d.tongue, d.proc.Title, d.story.Customer)
	}
	d.WaitFor("the first step", func(s screen) bool { return s.stands(d.proc.Steps[0]) && d.tongue.saved(s) })
	d.stage.run = d.only()
}

func (d *deskFace) kill() {
	d.t.Helper()
	d.Kill()
	d.open("resume", d.stage.run)
	d.WaitFor("the run again", d.tongue.saved)
}

func (d *deskFace) end() {
	d.t.Helper()
	d.Key("ctrl+c")
	if code := d.Exit(); code != exitInterrupted {
		d.t.Errorf("exit %d", code)
	}
	if strings.Contains(d.Raw(), canary) {
		d.t.Error("the secret was written to the terminal")
	}
}

// What stands where on the screen of the wizard.

// saved reports whether the header says that all is on disk.
func (l tongue) saved(s screen) bool { return strings.Contains(s[0], l.Saving.Saved) }

// title is the title of the step (spoken), which stands on several lines where
// it is long.
func (s screen) title() string {
	var title []string
	for _, line := range s[3 : len(s)-3] {
		if line == "" || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "│") {
			break
		}
		text, _, _ := strings.Cut(line, "  ")
		title = append(title, text)
	}
	return spoken(strings.Join(title, " "))
}

// stands reports whether one stands at a step.
func (s screen) stands(st *step) bool { return s.title() == spoken(st.Title) }

// status is what the last key came to (spoken); where that is long, it begins on
// the line before. Where it came to nothing, the clock of a wait may stand there.
func (s screen) status() string {
	last, before := s[len(s)-3], s[len(s)-4]
	if strings.HasPrefix(last, "◷ ") {
		return ""
	}
	if last != "" && before != "" && !strings.HasPrefix(before, " ") && !strings.HasPrefix(before, "│") {
		last = before + " " + last
	}
	return spoken(last)
}

// help is the line of keys.
func (s screen) help() string { return s[len(s)-1] }

// page are the lines of the step, without its title.
func (s screen) page() []string { return s[4 : len(s)-3] }

// over is the title of the overlay that lies over the page; "" for none.
func (s screen) over() string {
	_, title, found := strings.Cut(s.line("╭─ "), "╭─ ")
	if !found {
		return ""
	}
	title, _, _ = strings.Cut(title, " ─")
	return title
}

// engaged reports whether the keys are the focused item's, not the page's.
func (l tongue) engaged(s screen) bool {
	return !strings.HasPrefix(s.help(), "enter "+l.Help.Edit+"  ")
}

// holds reports whether a text stands on the page or in the overlay, wherever
// its lines break.
func holds(lines []string, text string) bool {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(" " + strings.Trim(l, "│╭╰─╮╯ "))
	}
	flat := func(s string) string {
		return spoken(strings.NewReplacer("**", "", "`", "", "[[", "", "]]", "", "›", ">").Replace(s))
	}
	return strings.Contains(flat(b.String()), flat(text))
}

// mark is an item that stands on the page.
type mark struct {
	*item
	focused bool
}

// marks finds the items of a step that can have the focus on the page, in
// order: each by its label at the beginning of a line.
func (l tongue) marks(s screen, st *step) (all []mark) {
	next := 0
	for _, line := range s.page() {
		r := []rune(line)
		if len(r) < 3 || r[1] != ' ' {
			continue
		}
		for i := next; i < len(st.Items); i++ {
			if it := st.Items[i]; l.heads(it, string(r[2:])) {
				all = append(all, mark{it, r[0] == '│'})
				next = i + 1
				break
			}
		}
	}
	return all
}

// heads reports whether the lines of an item begin with this one.
func (l tongue) heads(it *item, line string) bool {
	label := it.Label
	switch it.Kind {
	case "text", "end":
		return false
	case "field", "copy", "list":
		if label == "" {
			label = it.ID
		}
	default:
		sign, rest, found := strings.Cut(line, " ")
		if !found || !strings.Contains("☐☑○✓◷·!", sign) {
			return false
		}
		line = rest
		if label == "" && it.Kind != "wait" {
			label = it.ID
		}
	}
	if strings.HasPrefix(line, " ") {
		return false
	}
	text, _, _ := strings.Cut(line, "  ")
	return l.labelled(text, label)
}

// focus is the item that has the focus; nil for none.
func (l tongue) focus(s screen, st *step) *item {
	for _, m := range l.marks(s, st) {
		if m.focused {
			return m.item
		}
	}
	return nil
}

// focusLines are the lines of the item that has the focus.
func (s screen) focusLines() (lines []string) {
	for _, l := range s.page() {
		if strings.HasPrefix(l, "│") {
			lines = append(lines, l)
		}
	}
	return lines
}

// last reports whether no item of the step stands behind this one.
func (l tongue) last(s screen, it *item) bool {
	all := l.marks(s, it.step)
	return len(all) > 0 && all[len(all)-1].item == it && !strings.Contains(s[len(s)-2], l.Wizard.MoreBelow)
}

// goTo goes to a step through the outline, unless one stands there.
func (d *deskFace) goTo(st *step) {
	d.t.Helper()
	if d.Frame().stands(st) {
		return
	}
	d.Key("ctrl+o")
	d.WaitFor("the outline", d.tongue.outlined)
	d.Send(st.Title + " " + st.ID)
	d.WaitFor("the step "+st.ID+" in the outline", func(s screen) bool { return s.has(" "+st.ID) && s.pointed(st.Title) })
	d.Key("enter")
	d.WaitFor("the step "+st.Title, func(s screen) bool { return s.over() == "" && s.stands(st) && d.tongue.saved(s) })
}

// outlined reports whether the outline lies over the page; its title may say where
// the procedure was taken from.
func (l tongue) outlined(s screen) bool {
	return s.over() == l.Overlay.OutlineTitle || strings.HasPrefix(s.over(), l.Overlay.OutlineTitle+" · ")
}

// focusOn brings the focus to an item, key by key.
func (d *deskFace) focusOn(it *item) {
	d.t.Helper()
	d.goTo(it.step)
	for range 20 * (len(it.step.Items) + 1) {
		s := d.WaitFor("an item with the focus", func(s screen) bool { return d.tongue.focus(s, it.step) != nil })
		here := d.tongue.focus(s, it.step)
		switch {
		case here == it && d.tongue.engaged(s):
			return
		case !d.tongue.engaged(s):
			d.press("enter", "the item "+here.ID, func(s screen) bool { return d.tongue.engaged(s) })
		case it.before(here):
			d.leave(here, s, "shift+tab", "up")
		default:
			d.leave(here, s, "tab", "down")
		}
	}
	d.t.Fatalf("%s never has the focus:\n%s", it.ID, d.Frame())
}

// before reports whether the item stands before another one of its step.
func (it *item) before(other *item) bool {
	for _, i := range it.step.Items {
		if i == it || i == other {
			return i == it
		}
	}
	return false
}

// leave goes on from an item: from a list, row by row.
func (d *deskFace) leave(here *item, s screen, key, rowKey string) {
	d.t.Helper()
	if here.Kind == "list" {
		switch c := d.tongue.cell(s); {
		case c.fresh:
			key = "ctrl+x"
		case c.editing:
			key = "esc"
		default:
			key = rowKey
		}
	}
	d.shift(key, s, "the focus elsewhere than on "+here.ID)
}

// shift presses a key and waits until it has moved the focus.
func (d *deskFace) shift(key string, s screen, what string) screen {
	d.t.Helper()
	before := strings.Join(s.focusLines(), "\n") + s.help()
	return d.press(key, what, func(s screen) bool { return strings.Join(s.focusLines(), "\n")+s.help() != before })
}

// rest leaves the focused item, so that letters are keys.
func (d *deskFace) rest() {
	d.t.Helper()
	for s := d.Frame(); d.tongue.engaged(s) && s.line("│ ") != ""; {
		before := s.help()
		s = d.press("esc", "the page without a field", func(s screen) bool { return s.help() != before })
	}
}
