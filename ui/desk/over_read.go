package desk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
)

// readOver shows what has to be read and was never on the screen, before its
// step is done.
type readOver struct {
	texts []*run.ItemView
	top   int
	more  bool // below what is drawn
}

// reading is the overlay that has to be passed before a step is done; nil where
// all was on the screen, or the step cannot be done anyhow.
func (m *model) reading(sv *run.StepView) overlay {
	texts := m.unread(sv)
	if len(texts) == 0 || len(sv.BlockedBy) > 0 {
		return nil
	}
	for i := range sv.Items {
		if iv := &sv.Items[i]; iv.State == run.Applies && slices.ContainsFunc(problemsOf(iv), run.ProblemView.Holds) {
			return nil
		}
	}
	return &readOver{texts: texts}
}

func (o *readOver) title(m *model) string { return m.t.Overlay.ReadTitle }

func (o *readOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up":
		o.top = max(o.top-1, 0)
	case "down":
		o.top++
	case "pgup":
		o.top = max(o.top-m.bodyHeight()/2, 0)
	case "pgdown", "space":
		o.top += m.bodyHeight() / 2
	case "enter":
		if o.more {
			o.top += max(m.bodyHeight()-6, 1)
			return nil
		}
		return o.read(m)
	}
	return nil
}

// read goes on with the step: its texts have been on the screen.
func (o *readOver) read(m *model) tea.Cmd {
	for _, iv := range o.texts {
		m.page.seen[place{step: m.page.step, item: iv.Item.ID}] = sight{true, true}
	}
	m.closeOver()
	return m.complete()
}

func (o *readOver) paste(*model, string) tea.Cmd { return nil }

func (o *readOver) lines(m *model, w, h int) ([]string, int) {
	t := m.th
	var lines []string
	for i, iv := range o.texts {
		if i > 0 {
			lines = append(lines, "")
		}
		for _, l := range t.Prose(iv.Item.Text.Body, w-2) {
			lines = append(lines, t.Warn.Render(t.Bar)+" "+l)
		}
	}
	o.top = min(o.top, max(len(lines)-h, 0))
	o.more = o.top+h < len(lines)
	return lines[o.top:], 0
}

func (o *readOver) keys(m *model) []hint {
	if o.more {
		return []hint{{"enter", m.t.Overlay.ReadMore}, {"esc", m.t.Help.Close}}
	}
	return []hint{{"enter", m.t.Overlay.ReadDone}, {"esc", m.t.Help.Close}}
}
