package desk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/desk/columns"
	"lotse/ui/desk/findings"
	"lotse/ui/desk/room"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// checkOver shows the result of a check: the finding, the phases, and the
// answers to look at; choosing one goes to it. The last line runs the check
// again.
type checkOver struct {
	m       *model
	iv      *run.ItemView
	causes  []run.Cause // those that name an answer
	at      int         // len(causes) is the repetition
	columns bool        // of its files can be chosen
}

func newCheckOver(m *model, iv *run.ItemView) *checkOver {
	return &checkOver{m: m, iv: iv, causes: walk.Causes(iv), columns: m.page.check.hasColumns()}
}

func (o *checkOver) Title() string { return o.m.label(o.iv) }

func (o *checkOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, len(o.causes))
	case "enter":
		if o.at < len(o.causes) {
			return o.m.page.check.goToAnswer(o.causes[o.at].Item)
		}
		o.m.closeOver()
		return o.m.page.check.run()
	case columns.Key:
		if o.columns {
			return o.m.page.check.columns()
		}
	case findings.Key:
		if o.iv.Result.Report != nil {
			return o.m.page.check.findings()
		}
	}
	return nil
}

func (o *checkOver) Paste(string) tea.Cmd { return nil }

func (o *checkOver) Lines(w, _ int) (lines []string, at int) {
	t, words := o.m.th, &o.m.t.Check
	sign, word, ink := o.m.checkState(o.iv)
	found := ink.Render(word)
	if !o.saysSummary() {
		found += t.Dot + o.m.page.runText(o.iv.Result.Message)
	}
	lines = theme.Hang(ink.Render(sign)+" ", found, w)
	if len(o.iv.Result.Phases) > 0 {
		lines = append(lines, "", t.Dim.Render(words.Phases))
		for _, p := range o.iv.Result.Phases {
			lines = append(lines, drawing{o.m.page}.phaseLine(p, w)...)
		}
	}
	lines = append(append(lines, o.behind(w)...), "")
	if len(o.causes) > 0 {
		lines = append(lines, t.Dim.Render(words.Causes))
	}
	for i := range len(o.causes) + 1 {
		row := words.Repeat
		if i < len(o.causes) {
			row = o.m.page.runText(o.causes[i].Message)
		}
		head := "  "
		if i == o.at {
			head, row, at = t.Accent.Render(t.Arrow)+" ", t.Title.Render(row), len(lines)
		}
		lines = append(lines, zone.Entry.Over(i, theme.Hang(head, row, w))...)
	}
	return lines, at
}

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *checkOver) Wheeled(by int) { o.at = min(max(o.at+by/3, 0), len(o.causes)) }

// Pointed implements room.Pointed: it does what was clicked.
func (o *checkOver) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	if !ok || n > len(o.causes) {
		return nil
	}
	o.at = n
	return o.Key(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// behind are the causes that name no answer, so that there is nothing to go
// to.
func (o *checkOver) behind(w int) []string {
	var lines []string
	for _, c := range o.iv.Result.Causes {
		if !c.Item.IsZero() {
			continue
		}
		if lines == nil {
			lines = []string{"", o.m.th.Dim.Render(o.m.t.Check.Behind)}
		}
		lines = append(lines, theme.Hang("  ", o.m.page.runText(c.Message), w)...)
	}
	return lines
}

// saysSummary reports whether a phase says the same as the summary.
func (o *checkOver) saysSummary() bool {
	found := o.m.page.runText(o.iv.Result.Message)
	return slices.ContainsFunc(o.iv.Result.Phases, func(p run.Phase) bool {
		return !p.Message.IsZero() && strings.HasPrefix(found, o.m.page.runText(p.Message))
	})
}

// phaseLine is one phase of a check: a sign and what was found.
func (d drawing) phaseLine(ph run.Phase, w int) []string {
	t := d.m.th
	sign, ink := glyph.Step(run.Done).Of(t.ASCII), t.Good
	switch ph.Status {
	case check.Warned:
		sign, ink = glyph.Alarm.Of(t.ASCII), t.Warn
	case check.Failed:
		sign, ink = glyph.Alarm.Of(t.ASCII), t.Bad
	case check.Unknown:
		sign, ink = glyph.Step(run.Open).Of(t.ASCII), t.Dim
	}
	return theme.Hang(ink.Render(sign)+" ", d.runText(ph.Says()), w)
}

func (o *checkOver) Keys() []room.Hint {
	does := o.m.t.Help.Again
	if o.at < len(o.causes) {
		does = o.m.t.Check.Jump
	}
	out := []room.Hint{{"enter", does}, {"up/down", o.m.t.Help.Move}, {"esc", o.m.t.Help.Close}}
	if hasFindings(o.m.page) {
		out = slices.Insert(out, 1, room.Hint{findings.Key, o.m.t.Help.Findings})
	}
	if o.columns {
		out = slices.Insert(out, 1, room.Hint{columns.Key, o.m.t.Check.Columns})
	}
	return out
}
