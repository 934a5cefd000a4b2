package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// The smallest window in which the screen is drawn.
const (
	minWidth  = 40
	minHeight = 12
)

// View implements tea.Model. It is a pure function of the model: no line is
// wider than the window, and there are never more lines than the window has.
func (m *model) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: m.windowTitle(), ProgressBar: m.progressBar()}
	if m.mouse && !isAlone(m.over) {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.page == nil && m.list.sections == nil {
		return v // nothing is read yet; an empty list would be a lie
	}
	var lines []string
	lines, _ = zone.Unmark(m.frame())
	lines, v.Cursor = extractCursor(lines)
	v.Content = strings.Join(lines, "\n")
	return v
}

// windowTitle names the run; in the shared view it names no customer.
func (m *model) windowTitle() string {
	if m.page == nil {
		return strings.TrimPrefix(m.list.storeMark()+m.th.Dot+"Lotse", m.th.Dot)
	}
	h, parts := &m.page.View().Header, []string{"Lotse"}
	if word := m.modeMark(h); word != "" {
		parts = []string{word, "Lotse"}
	}
	if !m.share {
		parts = append(parts, flows.CleanLine(h.Customer.Name), flows.CleanLine(h.Title))
	}
	return strings.Join(parts, m.th.Dot)
}

// progressBar is the terminal's own progress bar: the progress of the run, red
// while it is not saved. There is none if nothing is left to do.
func (m *model) progressBar() *tea.ProgressBar {
	if m.page == nil || m.page.View().Status != run.StatusOpen && m.page.View().Status != run.StatusWaiting {
		return nil
	}
	state := tea.ProgressBarDefault
	switch {
	case m.page.SaveError() != nil:
		state = tea.ProgressBarError
	case m.page.View().Status == run.StatusWaiting:
		state = tea.ProgressBarWarning
	}
	return tea.NewProgressBar(state, m.page.View().Progress.Percent())
}

// colourDepth is how many colours can be drawn.
func colourDepth(p colorprofile.Profile) theme.Depth {
	switch {
	case p >= colorprofile.ANSI256:
		return theme.Rich
	case p == colorprofile.ANSI:
		return theme.Sixteen
	default:
		return theme.None
	}
}

func (m *model) frame() []string {
	var lines []string
	switch {
	case m.w < minWidth || m.whole < minHeight:
		lines = append(theme.Wrap(m.t.Wizard.TooSmall, m.w), theme.Wrap(m.t.Wizard.TooSmallHint, m.w)...)
	case m.page != nil:
		lines = drawing{m.page}.frame()
	default:
		lines = m.list.frame()
	}
	return append(m.fit(lines), m.faultLines()...)
}

// fit cuts every frame to the window, as the last step.
func (pn *pen) fit(lines []string) []string {
	if len(lines) > pn.h {
		lines = lines[:pn.h]
	}
	for i, l := range lines {
		if theme.Width(l) > pn.w {
			lines[i] = pn.th.Fit(l, pn.w)
		}
	}
	return lines
}

// reverse is the code with which the one focused text input draws its cursor;
// nothing else is drawn in reverse.
const reverse = "\x1b[7;"

// extractCursor moves the terminal's own cursor to where the input drew one:
// an input method, a magnifier and a screen reader follow only the terminal's
// cursor.
func extractCursor(lines []string) ([]string, *tea.Cursor) {
	for y, l := range lines {
		from := strings.Index(l, reverse)
		if from < 0 {
			continue
		}
		c := tea.NewCursor(theme.Width(l[:from]), y)
		c.Shape = tea.CursorBar
		lines[y] = l[:from] + "\x1b[" + l[from+len(reverse):]
		return lines, c
	}
	return lines, nil
}

// The lines around the body: header, progress, rule above; status, rule, help
// below. A low window does without the rules.
func (pn *pen) low() bool { return pn.h < 18 }

func (pn *pen) bodyHeight() int {
	if pn.low() {
		return max(pn.h-4, 1)
	}
	return max(pn.h-6, 1)
}

// statusLines say what the last key did, or why it did nothing: on one line, or
// on two where the window is too narrow for that.
func (m *model) statusLines() []string {
	const most = 2
	if m.replay != nil {
		return m.replay.lines()
	}
	ink, text := m.th.Accent, m.status.text
	if m.status.bad && text != "" {
		ink, text = m.th.Bad, "! "+text
	}
	if len(m.status.news) > 0 && text == "" {
		return m.newsLines()
	}
	if clock := m.clock(); text == "" && clock != "" {
		return []string{clock}
	}
	lines := theme.Wrap(text, m.w)
	if len(lines) > most {
		lines = []string{lines[0], m.th.Fit(strings.Join(lines[1:], " "), m.w)}
	}
	for i, l := range lines {
		if l != "" {
			lines[i] = ink.Render(l)
		}
	}
	return lines
}

// statusRoom is how many lines the status takes from the body, beside its own.
func (m *model) statusRoom() int { return max(len(m.statusLines())-1, 0) }

// newsHeight is how many of those are of the news, or of a replay: they stay.
func (m *model) newsHeight() int {
	if m.replay == nil && (len(m.status.news) == 0 || m.status.text != "") {
		return 0
	}
	return m.statusRoom()
}

// newsLines are the news of a run that was opened, each from a line of its own, in
// at most three lines. The next key takes them away.
func (m *model) newsLines() []string {
	var lines []string
	for _, n := range m.status.news {
		lines = append(lines, theme.Hang("- ", n, m.w)...)
	}
	lines = m.cut(lines, m.w, min(3, max(m.bodyHeight()/3, 1)))
	for i, l := range lines {
		lines[i] = m.th.Accent.Render(l)
	}
	return lines
}

// helpLine has as many hints as fit; the last one, which leads to all others,
// is always there.
func (m *model) helpLine(right string) string {
	t := m.th
	hints := m.hints()
	if len(hints) == 0 {
		return ""
	}
	word := func(h room.Hint) string { return t.Key.Render(h.Key()) + " " + t.Dim.Render(h.Does()) }
	last := word(hints[len(hints)-1])
	room := m.w - theme.Width(last)
	if right != "" {
		room -= theme.Width(right) + 2
	}
	var parts []string
	for _, h := range hints[:len(hints)-1] {
		s := word(h)
		if n := theme.Width(s) + 2; n <= room {
			parts = append(parts, s)
			room -= n
		}
	}
	line := strings.Join(append(parts, last), "  ")
	if right == "" || theme.Width(line)+theme.Width(right)+2 > m.w {
		return t.Fit(line, m.w)
	}
	return t.Ends(line, t.Dim.Render(right), m.w)
}

// beyond is where there is more than is drawn.
type beyond struct{ above, below bool }

// moreWords say where there is more; "" if all is drawn.
func (pn *pen) moreWords(b beyond) string {
	return pn.ways(b, pn.t.Wizard.MoreAbove, pn.t.Wizard.MoreBelow, pn.th.Dot)
}

// moreSigns say the same where words have no room.
func (pn *pen) moreSigns(b beyond) string { return pn.ways(b, pn.th.Up, pn.th.Down, "") }

func (pn *pen) ways(b beyond, above, below, between string) string {
	switch {
	case b.above && b.below:
		return above + between + below
	case b.above:
		return above
	case b.below:
		return below
	}
	return ""
}

// window cuts the visible part out of lines, with from..to in it and one line
// around that.
func window(lines []string, top, height, from, to int, follow bool) (shown []string, at int) {
	top = windowTop(len(lines), top, height, from, to, follow)
	return lines[top:min(top+height, len(lines))], top
}

// windowTop is the first of n lines that is visible, with from..to in view and one
// line around that.
func windowTop(n, top, height, from, to int, follow bool) int {
	if follow {
		if to+1 >= top+height {
			top = to + 2 - height
		}
		if from-1 < top {
			top = from - 1
		}
	}
	return max(min(top, n-height), 0)
}
