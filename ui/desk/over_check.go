package desk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// checkOver shows what a check found: the finding, what was looked at, and the
// answers to look at, each of which it goes to. The last line repeats the check.
type checkOver struct {
	iv     *run.ItemView
	causes []run.Cause // those that name an answer
	at     int         // len(causes) is the repetition
}

func newCheckOver(_ *model, iv *run.ItemView) *checkOver {
	o := &checkOver{iv: iv}
	for _, c := range iv.Result.Causes {
		if !c.Item.IsZero() {
			o.causes = append(o.causes, c)
		}
	}
	return o
}

func (o *checkOver) title(m *model) string { return m.label(o.iv) }

func (o *checkOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, len(o.causes))
	case "enter":
		if o.at < len(o.causes) {
			return m.page.goTo(o.causes[o.at].Item)
		}
		m.closeOver()
		return m.page.turn(m.page.Check(m.page.place))
	case findingsKey:
		if o.iv.Result.Report != nil {
			return m.page.findings()
		}
	}
	return nil
}

func (o *checkOver) paste(*model, string) tea.Cmd { return nil }

// goTo closes the overlay and gives the focus to an answer, wherever it stands.
func (p *page) goTo(at flows.Address) tea.Cmd {
	p.m.closeOver()
	p.ToAddress(at)
	return p.turn(walk.Turn{Do: p.Save()})
}

func (o *checkOver) lines(m *model, w, _ int) (lines []string, at int) {
	t, words := m.th, &m.t.Check
	sign, word, ink := m.checkState(o.iv)
	found := ink.Render(word)
	if !o.saysSummary(m) {
		found += t.Dot + m.page.tell(o.iv.Result.Message)
	}
	lines = theme.Hang(ink.Render(sign)+" ", found, w)
	if len(o.iv.Result.Phases) > 0 {
		lines = append(lines, "", t.Dim.Render(words.Phases))
		for _, p := range o.iv.Result.Phases {
			lines = append(lines, phaseLine(m, p, w)...)
		}
	}
	lines = append(lines, "")
	if len(o.causes) > 0 {
		lines = append(lines, t.Dim.Render(words.Causes))
	}
	for i := range len(o.causes) + 1 {
		row := words.Repeat
		if i < len(o.causes) {
			row = m.page.tell(o.causes[i].Message)
		}
		head := "  "
		if i == o.at {
			head, row, at = t.Accent.Render(t.Arrow)+" ", t.Title.Render(row), len(lines)
		}
		lines = append(lines, theme.Hang(head, row, w)...)
	}
	return lines, at
}

// saysSummary reports whether a phase says what the summary does.
func (o *checkOver) saysSummary(m *model) bool {
	found := m.page.tell(o.iv.Result.Message)
	return slices.ContainsFunc(o.iv.Result.Phases, func(p run.Phase) bool {
		return !p.Message.IsZero() && strings.HasPrefix(found, m.page.tell(p.Message))
	})
}

// phaseLine is one part of a check's way: a sign and what was seen.
func phaseLine(m *model, p run.Phase, w int) []string {
	t := m.th
	sign, ink := glyph.Step(run.Done).Of(t.ASCII), t.Good
	switch p.Status {
	case check.Warned:
		sign, ink = glyph.Alarm.Of(t.ASCII), t.Warn
	case check.Failed:
		sign, ink = glyph.Alarm.Of(t.ASCII), t.Bad
	case check.Unknown:
		sign, ink = glyph.Step(run.Open).Of(t.ASCII), t.Dim
	}
	return theme.Hang(ink.Render(sign)+" ", m.page.tell(p.Message), w)
}

func (o *checkOver) keys(m *model) []hint {
	does := m.t.Help.Again
	if o.at < len(o.causes) {
		does = m.t.Check.Jump
	}
	out := []hint{{"enter", does}, {"up/down", m.t.Help.Move}, {"esc", m.t.Help.Close}}
	if hasFindings(m.page) {
		out = slices.Insert(out, 1, hint{findingsKey, m.t.Help.Findings})
	}
	return out
}
