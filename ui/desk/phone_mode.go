package desk

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/spell"
	"lotse/ui/desk/phone"
	"lotse/ui/desk/spelling"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// phoneMode is the page as somebody on the phone wants it, and their call. The call
// begins when the mode is first entered, and ends by hanging up or with the page.
type phoneMode struct {
	on     bool
	branch string    // of the step that is open: the letter of what they see instead
	step   string    // that step
	began  time.Time // of the call; zero: there is none
	since  int64     // the last event before it
}

// shortestCall is how long a call has to be to be put on record: a look at the mode
// is none.
const shortestCall = time.Minute

// togglePhone enters or leaves the mode.
func (p *page) togglePhone() tea.Cmd {
	if p.phone.on {
		return p.leavePhone()
	}
	p.phone.on = true
	p.rest()
	if !p.phone.began.IsZero() {
		return nil
	}
	p.phone.began, p.phone.since = p.m.now(), p.View().Events
	return p.tickCall()
}

func (p *page) leavePhone() tea.Cmd {
	p.phone.on, p.phone.branch = false, ""
	return nil
}

// rest leaves letters free: text is typed after enter only.
func (p *page) rest() {
	if _, isTable := p.table(); p.phone.on && !isTable && p.live() && p.widget.Typing() {
		p.keep()
		p.engaged = false
	}
}

// onPhone holds while the page is in the mode, and no text is typed.
func onPhone(p *page) bool {
	return p.phone.on && p.Step() != nil && !p.IsHidden(p.Step()) && (!p.live() || !p.widget.Typing())
}

// hasBranch makes a condition: the step has so many branches, counted from zero.
func hasBranch(i int) func(*page) bool {
	return func(p *page) bool { return i < len(p.Step().Step.IfNot) }
}

// branchKey shows a branch, or what to say again.
func branchKey(m *model, letter string) tea.Cmd {
	p := m.page
	if p.branch() == letter {
		letter = ""
	}
	p.phone.branch, p.phone.step = letter, p.At().Step
	return nil
}

// branch is the letter of the branch that is taken at the present step.
func (p *page) branch() string {
	if p.phone.step != p.At().Step {
		return ""
	}
	return p.phone.branch
}

// answersBy makes a condition: the item is a choice of two, one of which is a value.
func answersBy(value string) func(*page) bool {
	return func(p *page) bool {
		iv := p.Item()
		if iv == nil || iv.Item.Field == nil || iv.Item.Field.Type != flows.TypeChoice || len(iv.Item.Field.Options) != 2 {
			return false
		}
		for i := range iv.Item.Field.Options {
			if iv.Item.Field.Options[i].Value == value {
				return true
			}
		}
		return false
	}
}

// answers makes an action: the value is the answer.
func answers(value string) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return p.turnAndEngage(p.Answer(value, walk.Next)) }
}

// goes makes an action: to another item, though the page has the keys.
func goes(then walk.Then) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return p.turn(p.Go(then)) }
}

// escapePhone goes one level up: from a branch to what to say, else out of the mode.
func (p *page) escapePhone() tea.Cmd {
	if p.branch() != "" {
		p.phone.branch = ""
		return nil
	}
	return p.leavePhone()
}

// hangUp ends the call: its length is put on record, and the note about it goes to
// the clipboard.
func (p *page) hangUp() tea.Cmd {
	since, length := p.phone.since, p.m.now().Sub(p.phone.began)
	p.leavePhone()
	return tea.Batch(p.turn(p.endCall()), p.papers.CopyCall(since, length))
}

// endCall ends the call, and puts it on record if it was long enough. Whoever ends
// it saves.
func (p *page) endCall() walk.Turn {
	began := p.phone.began
	p.phone.began = time.Time{}
	if began.IsZero() || p.m.now().Sub(began) < shortestCall {
		return walk.Turn{}
	}
	return p.EndCall(p.m.now().Sub(began))
}

// callMsg moves the clock of a call on.
type callMsg struct {
	of    *page
	began time.Time
}

func (msg callMsg) handle(m *model) tea.Cmd {
	if m.page != msg.of || msg.of.phone.began != msg.began {
		return nil
	}
	return msg.of.tickCall()
}

func (p *page) tickCall() tea.Cmd {
	msg := callMsg{p, p.phone.began}
	return p.m.tick(time.Second, func(time.Time) tea.Msg { return msg })
}

// callLength is how long the call takes; "" without one.
func (d drawing) callLength() string {
	if d.phone.began.IsZero() {
		return ""
	}
	length := d.m.now().Sub(d.phone.began).Truncate(time.Second)
	minutes, seconds := int(length/time.Minute), int(length/time.Second)%60
	return fmt.Sprintf("%d:%02d", minutes, seconds)
}

// least is how many lines of the script always stand.
const least = 3

// phoneBody is the step in the mode: its script, and below it the item that is asked
// now, which always has its room.
func (d drawing) phoneBody(sv *run.StepView, w, h int) []string {
	var asked []string
	if iv := d.Item(); iv != nil {
		s := &stepLayout{p: d.page, m: d.m, t: d.m.th, sv: sv, w: w, h: h}
		s.measure()
		s.item(slices.IndexFunc(sv.Items, func(one run.ItemView) bool { return one.Item.ID == iv.Item.ID }), iv, false)
		s.assemble(density{form: branchesFolded}, true)
		heard := d.heard(w)
		asked = append(s.lines, heard[max(len(heard)-max(h-least-1-len(s.lines), 1), 0):]...)
	}
	asked = asked[:min(len(asked), max(h-least-1, 1))]
	lines := phone.Script{Step: sv.Step, Letters: branchLetters(d.m.t), Branch: d.branch()}.Lines(d.m.th, d.m.t, w, h-len(asked)-1)
	if len(lines) > 0 && lines[len(lines)-1] != "" {
		lines = append(lines, "")
	}
	return append(lines, asked...)
}

// mostHeard is how many lines of what is typed are spelled.
const mostHeard = 4

// heard spells what is typed, below it: its newest lines.
func (d drawing) heard(w int) []string {
	if !d.live() || !d.widget.Typing() {
		return nil
	}
	typed := d.typing()
	if typed.Hidden || typed.Text == "" {
		return nil
	}
	lang := d.View().Lang
	parts, _, _ := face.Spell(spell.For(lang), lang, typed.Text)
	lines := spelling.Grid(d.m.th, parts, w-4)
	lines = lines[max(len(lines)-mostHeard, 0):]
	for i, l := range lines {
		lines[i] = "    " + l
	}
	return lines
}
