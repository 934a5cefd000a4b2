// Package phone draws a step for somebody who is on the phone: what to say, large,
// what the other side then sees, and what to do if they do not. Like every room it
// imports ui/desk/room and never the desk; the item that is asked is the page's, and
// is drawn below by it.
//
// It exists so that somebody who listens and talks finds the next sentence without
// searching for it.
package phone

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// Script is what is said at a step.
type Script struct {
	Step    *flows.Step
	Letters []string // of the branches, in their order; not fewer
	Branch  string   // the letter of the branch that is taken; "" for none
}

// sayWidth is the width of the sentence that is read aloud: longer lines are not
// found again after a look away.
const sayWidth = 60

// Lines draws the script in at most w columns and h lines, which it uses as far as
// it helps: with room around the sentence, then without; with the branches one by
// one, then by letter alone. What does not fit even so is cut at the foot.
func (s Script) Lines(t *theme.Theme, words *words.Strings, w, h int) []string {
	var lines []string
	for _, airy := range []bool{true, false} {
		for _, folded := range []bool{false, true} {
			if lines = s.draw(t, words, w, layout{airy, folded}); len(lines) <= h {
				return lines
			}
		}
	}
	return lines[:max(h, 0)]
}

// layout says how much room the script takes.
type layout struct {
	airy   bool // with room around the sentence
	folded bool // the branches by their letters alone
}

func (s Script) draw(t *theme.Theme, words *words.Strings, w int, in layout) []string {
	p := prompter{t: t, w: w, in: in, label: labelWidth(words)}
	if b := s.branch(); b != nil {
		p.say(s.Branch, b.Text)
		return p.lines
	}
	p.say(words.Wizard.Say, s.Step.Say)
	p.see(words.Wizard.See, s.Step.See)
	p.branches(words.Wizard.If, s.Step.IfNot, s.Letters)
	return p.lines
}

// branch is the branch that is taken; nil for none.
func (s Script) branch() *flows.Branch {
	if i := slices.Index(s.Letters, s.Branch); i >= 0 && i < len(s.Step.IfNot) {
		return &s.Step.IfNot[i]
	}
	return nil
}

func labelWidth(words *words.Strings) int {
	w := &words.Wizard
	return max(theme.Width(w.Say)+2, theme.Width(w.See)+2, theme.Width(w.If)+1+letterWidth)
}

// letterWidth is the width of a letter with what stands behind it.
const letterWidth = 3

// prompter writes the parts below each other.
type prompter struct {
	t     *theme.Theme
	w     int
	in    layout
	label int
	lines []string
}

func (p *prompter) gap() {
	if p.in.airy && len(p.lines) > 0 && p.lines[len(p.lines)-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// head is a label before a part.
func (p *prompter) head(word string) string { return "  " + p.t.Dim.Render(p.t.Pad(word, p.label)) }

// say is the sentence, in large: bold, with a line above and below.
func (p *prompter) say(word, sentence string) {
	if sentence == "" {
		return
	}
	if p.in.airy {
		p.lines = append(p.lines, "")
	}
	head := "  " + p.t.Accent.Render(p.t.Pad(word, p.label))
	width := max(min(sayWidth, p.w-theme.Width(head)-2), 8)
	for _, l := range theme.Wrap(flows.CleanLine(sentence), width) {
		p.lines = append(p.lines, head+p.t.Title.Render(l))
		head = strings.Repeat(" ", theme.Width(head))
	}
	p.gap()
}

func (p *prompter) see(word, text string) {
	if text == "" {
		return
	}
	p.lines = append(p.lines, theme.Hang(p.head(word), flows.CleanLine(text), p.w)...)
	p.gap()
}

// branches are what else they may see, each behind its letter: what is to be done
// then is shown when the letter is pressed.
func (p *prompter) branches(word string, all []flows.Branch, letters []string) {
	if len(all) == 0 {
		return
	}
	if p.in.folded {
		var keys []string
		for i := range all {
			keys = append(keys, p.t.Key.Render(letters[i]))
		}
		p.lines = append(p.lines, p.t.Fit(p.head(word)+strings.Join(keys, p.t.Dim.Render(", ")), p.w))
		return
	}
	for i := range all {
		head := "  " + p.t.Dim.Render(p.t.Pad(word, p.label-letterWidth)) + p.t.Key.Render(p.t.Pad(letters[i], letterWidth))
		p.lines = append(p.lines, theme.Hang(head, Seen(all[i].Text), p.w)...)
		word = ""
	}
	p.gap()
}

// Seen is what the other side sees at a branch: its text up to the colon, behind
// which stands what is to be done then.
func Seen(text string) string {
	seen, _, _ := strings.Cut(flows.CleanLine(text), ": ")
	return seen
}
