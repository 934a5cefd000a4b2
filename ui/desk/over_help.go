package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
)

// helpOver shows the folded texts of the page, and every key that works now.
type helpOver struct {
	m      *model
	scroll room.Scroll
}

func (o *helpOver) Title() string { return o.m.t.Overlay.HelpTitle }

func (o *helpOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "f1", "?", "enter", "q":
		o.m.closeOver()
	default:
		o.scroll.Key(k)
	}
	return nil
}

func (o *helpOver) Paste(string) tea.Cmd { return nil }

func (o *helpOver) Lines(w, h int) ([]string, int) {
	lines := append(drawing{o.m.page}.pageHelp(w), o.keyHelp(w)...)
	return o.scroll.Rest(lines, h), 0
}

// pageHelp is what is folded on the page, the focused item's help first.
func (d drawing) pageHelp(w int) []string {
	if d.page == nil || d.Step() == nil || d.IsHidden(d.Step()) {
		return nil
	}
	t, sv := d.m.th, d.Step()
	var lines []string
	put := func(head, body string) {
		if head != "" {
			lines = append(lines, t.Bold.Render(t.Fit(flows.CleanLine(head), w)))
		}
		lines = append(append(lines, t.Prose(body, w)...), "")
	}
	for _, focused := range []bool{true, false} {
		for i := range sv.Items {
			iv := &sv.Items[i]
			if !d.IsShown(iv) || (iv.Item.ID == d.At().Item) != focused {
				continue
			}
			if iv.Item.Help != "" {
				put(iv.Item.Label, iv.Item.Help)
			}
			if iv.Item.Text != nil && iv.Item.Text.Fold {
				put(iv.Item.Label, iv.Item.Text.Body)
			}
			if iv.Item.List != nil && focused {
				lines = append(lines, d.columnHelp(iv, w)...)
			}
		}
	}
	return lines
}

func (d drawing) columnHelp(iv *run.ItemView, w int) []string {
	var lines []string
	for i := range iv.Item.List.Columns {
		c := &iv.Item.List.Columns[i]
		if c.Help != "" && d.columnHere() == c.ID {
			lines = append(lines, d.m.th.Bold.Render(d.m.th.Fit(flows.CleanLine(c.Label), w)))
			lines = append(append(lines, d.m.th.Prose(c.Help, w)...), "")
		}
	}
	return lines
}

// keyHelp lists the keys by group, in two columns if there is space.
func (o *helpOver) keyHelp(w int) []string {
	t := o.m.th
	var lines []string
	for _, g := range o.m.allKeys() {
		if len(g.hints) == 0 {
			continue
		}
		lines = append(lines, t.Bold.Render(g.title))
		col := w
		if w >= 64 {
			col = w / 2
		}
		line := ""
		for _, h := range g.hints {
			cell := "  " + t.Pad(t.Accent.Render(h.Key()), 13) + " " + h.Does()
			if line != "" {
				lines = append(lines, t.Fit(t.Pad(line, col)+cell, w))
				line = ""
				continue
			}
			if line = cell; col == w || theme.Width(cell) > col {
				lines = append(lines, t.Fit(line, w))
				line = ""
			}
		}
		if line != "" {
			lines = append(lines, t.Fit(line, w))
		}
		lines = append(lines, "")
	}
	return lines
}

func (o *helpOver) Keys() []room.Hint {
	if o.scroll.Scrolls() {
		return []room.Hint{{"up/down", o.m.t.Help.Scroll}, {"esc", o.m.t.Help.Close}}
	}
	return []room.Hint{{"esc", o.m.t.Help.Close}}
}

// Scrolled implements room.Scroller.
func (o *helpOver) Scrolled() *room.Scroll { return &o.scroll }
