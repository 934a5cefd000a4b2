package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// blockOver shows how a pasted block would be split over the fields of the
// step, before anything is submitted.
type blockOver struct {
	m      *model
	plain  string // what was pasted
	fits   bool   // it can be pasted as it is, too
	rows   []blockRow
	left   []string
	scroll room.Scroll

	scrolls bool // there is more than was drawn last
}

// blockRow is the block's value for one field.
type blockRow struct {
	item   *flows.Item
	value  flows.Value
	secret run.Secret // of a secret field; then value is nil
	shown  string
	said   string // what was removed from it, or what is wrong with it
	bad    bool
}

// newBlock is nil unless a text pasted into a field names several fields of
// the step.
func newBlock(p *page, text string) *blockOver {
	m, iv := p.m, p.Item()
	if iv == nil || iv.Item.Kind != flows.KindField {
		return nil
	}
	b, ok := flows.SplitBlock(fieldsHere(p.Walk), text)
	if !ok {
		return nil
	}
	line := !iv.Item.Field.Area && strings.ContainsAny(strings.TrimSpace(text), "\r\n")
	o := &blockOver{m: m, plain: text, fits: !line && p.widget.Typing()}
	for _, part := range b.Parts {
		o.rows = append(o.rows, o.row(part))
	}
	for _, l := range b.Left {
		o.left = append(o.left, flows.CleanLine(l))
	}
	return o
}

// fieldsHere are the fields on the page.
func fieldsHere(w *walk.Walk) []*flows.Item {
	var fields []*flows.Item
	for sv, i := w.Step(), 0; i < len(sv.Items); i++ {
		if iv := &sv.Items[i]; iv.Item.Kind == flows.KindField && w.IsShown(iv) {
			fields = append(fields, iv.Item)
		}
	}
	return fields
}

func (o *blockOver) row(part flows.Part) blockRow {
	m, it := o.m, part.Item
	row := blockRow{item: it}
	if it.Field.Type == flows.TypeSecret {
		clean, said := flows.SecretOf(part.Text)
		row.secret, row.shown = run.NewSecret([]byte(clean)), m.t.Typing.BlockMasked
		if !said.IsZero() {
			row.said = m.page.runText(said)
		}
		return row
	}
	v, problems := it.Read(part.Text, m.now())
	row.value, row.shown = part.Text, field.Show(it.Field, v, m.th.ASCII)
	for _, pr := range problems {
		if !row.bad {
			row.said, row.bad = m.page.runText(pr.Message), pr.Level == flows.Must
		}
	}
	return row
}

func (o *blockOver) Title() string {
	return fmt.Sprintf(o.m.t.Typing.BlockTitle, len(o.rows))
}

func (o *blockOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "enter" {
		return o.take()
	}
	o.scroll.Key(msg.String())
	return nil
}

// HandleEsc pastes the text as it is, if the field can hold it.
func (o *blockOver) HandleEsc() tea.Cmd {
	o.m.closeOver()
	if !o.fits {
		o.m.say(o.m.t.Typing.BlockDrop)
		return nil
	}
	return o.m.page.pasteHere(o.plain)
}

func (o *blockOver) Paste(string) tea.Cmd { return nil }

// take submits all fields at once, or none.
func (o *blockOver) take() tea.Cmd {
	p := o.m.page
	var entries []walk.Entry
	for _, row := range o.rows {
		hidden := row.item.Field.Type == flows.TypeSecret
		entries = append(entries, walk.Entry{At: flows.Address{Step: p.At().Step, Item: row.item.ID}, Value: row.value, Secret: row.secret, Hidden: hidden})
	}
	o.m.closeOver()
	return p.turn(p.AnswerAll(entries))
}

func (o *blockOver) Lines(w, h int) (lines []string, at int) {
	t, k := o.m.th, &o.m.t.Typing
	lab := 0
	for _, row := range o.rows {
		lab = max(lab, theme.Width(flows.CleanLine(row.item.Label)))
	}
	lab = min(lab, w/2)
	for _, row := range o.rows {
		lines = append(lines, t.Fit(t.Dim.Render(t.Pad(flows.CleanLine(row.item.Label), lab))+"  "+row.shown, w))
		switch {
		case row.said == "":
		case row.bad:
			lines = append(lines, theme.Hang(strings.Repeat(" ", lab+2)+t.Bad.Render("! "), t.Bad.Render(row.said), w)...)
		default:
			lines = append(lines, theme.Hang(strings.Repeat(" ", lab+2), t.Dim.Render(row.said), w)...)
		}
	}
	if len(o.left) > 0 {
		lines = append(lines, "", t.Dim.Render(k.BlockLeft))
	}
	for _, l := range o.left {
		lines = append(lines, t.Fit("  "+t.Dim.Render(l), w))
	}
	o.scrolls = len(lines) > h
	return o.scroll.Rest(lines, h), 0
}

func (o *blockOver) Keys() []room.Hint {
	k := &o.m.t.Typing
	away := room.Hint{"esc", k.BlockOut}
	if o.fits {
		away[1] = k.BlockPlain
	}
	if o.scrolls {
		return []room.Hint{{"enter", k.BlockTake}, {"up/down", o.m.t.Help.Scroll}, away}
	}
	return []room.Hint{{"enter", k.BlockTake}, away}
}

// Scrolled implements room.Scroller.
func (o *blockOver) Scrolled() *room.Scroll { return &o.scroll }
