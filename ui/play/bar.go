package play

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// wide is the width from which a caption has one line; below it has two.
const wide = 72

// barHeight is how many lines the bar has at the foot.
func (p *Player) barHeight() int {
	if p.w < wide {
		return 3
	}
	return 2
}

// View implements tea.Model: the screen, and the bar below it.
func (p *Player) View() tea.View {
	v := p.screen.View()
	if p.over || p.w == 0 {
		return v
	}
	v.AltScreen = true
	lines := strings.Split(v.Content, "\n")
	for len(lines) < p.h-p.barHeight() {
		lines = append(lines, "")
	}
	v.Content = strings.Join(append(lines[:max(p.h-p.barHeight(), 0)], p.bar()...), "\n")
	return v
}

// bar is the caption, set apart from the page by its colour or, without one, by
// a sign, and below it the keys by which the story is held.
func (p *Player) bar() []string {
	shown := p.at - p.back
	sign := " " + p.th.Arrow + " "
	place := fmt.Sprintf(" %d/%d ", shown+1, len(p.story.Scenes))
	lines := theme.Wrap(p.story.Scenes[shown].Say, max(p.w-len(place)-3, 8))
	rows := p.barHeight() - 1
	if len(lines) > rows {
		lines = append(lines[:rows-1:rows-1], strings.Join(lines[rows-1:], " "))
	}
	var bar []string
	for i := range rows {
		line, end := "", ""
		if i < len(lines) {
			line = lines[i]
		}
		if i == 0 {
			end = place
		} else {
			sign = "   "
		}
		left := p.th.Pad(p.th.Fit(sign+line, p.w-len(end)), p.w-len(end))
		bar = append(bar, p.th.Select.Render(left+end))
	}
	return append(bar, p.hints())
}

// hints say how the story is held.
func (p *Player) hints() string {
	state := "play.auto"
	if p.deck.Held {
		state = "play.auto_held"
	}
	left := " " + words.Say(p.story.Lang, flows.Msg(state))
	right := strconv.FormatFloat(p.deck.Pace(), 'g', 3, 64) + "x "
	return p.th.Dim.Render(p.th.Ends(p.th.Fit(left, p.w-len(right)-1), right, p.w))
}

// shows reports whether a screen shows a text, on one line or over several.
func shows(content, text string) bool {
	plain := ansi.Strip(content)
	return strings.Contains(plain, text) || strings.Contains(flowing(plain), flowing(text))
}

// flowing is a text with every run of blanks and line breaks as one blank.
func flowing(s string) string { return strings.Join(strings.Fields(s), " ") }
