package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// stepLayout is the page of one step while it is drawn.
type stepLayout struct {
	m       *model
	p       *page
	t       *theme.Theme
	sv      *run.StepView
	w, h    int
	label   int  // width of the labels' column
	stacked bool // labels stand above what they name

	lines    []string
	from, to int // of the item that has the focus
	lead     int // where what leads to it begins
	tail     int // where what belongs to it ends
	blocks   []block

	lastEnd  int  // where the last item ends that can have the focus
	hasLater bool // another such one comes after the focus
}

// The widest label that still stands beside its field.
const longLabel = 22

// layout draws the page of a step for a body of w columns and h lines.
func (p *page) layout(sv *run.StepView, w, h int) *stepLayout {
	s := &stepLayout{p: p, m: p.m, t: p.m.th, sv: sv, w: w, h: h}
	s.measure()
	s.script()
	s.notices()
	last := flows.Kind("")
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !p.IsShown(iv) {
			continue
		}
		if last != "" && (last != iv.Item.Kind || last == flows.KindText) && s.last() != "" {
			s.put("")
		}
		last = iv.Item.Kind
		s.item(i, iv)
	}
	s.foot()
	if s.tail = s.to; !s.hasLater {
		s.tail = len(s.lines) - 1
	}
	return s
}

// measure decides where labels stand: beside the fields if all labels are
// short and the window is wide, else above them. Labels of items that may
// still appear count, so that nothing moves when they do.
func (s *stepLayout) measure() {
	s.label = 8
	for i := range s.sv.Items {
		iv := &s.sv.Items[i]
		if iv.State == run.Applies && !s.p.IsShown(iv) {
			continue
		}
		switch iv.Item.Kind {
		case flows.KindField, flows.KindCopy:
			s.label = max(s.label, theme.Width(s.m.label(iv)))
		}
	}
	if s.label > longLabel || s.w < 60 {
		s.stacked = true
	}
}

func (s *stepLayout) put(lines ...string) { s.lines = append(s.lines, lines...) }

func (s *stepLayout) last() string {
	if len(s.lines) == 0 {
		return ""
	}
	return s.lines[len(s.lines)-1]
}

// size gives the focused widget its space.
func (d drawing) size() {
	if d.page == nil || d.widget == nil {
		return
	}
	_, w, _ := d.m.columns()
	s := &stepLayout{p: d.page, m: d.m, t: d.m.th, sv: d.Step(), w: w, h: d.m.bodyHeight()}
	s.measure()
	s.sizeWidget(d.Item())
}

func (s *stepLayout) sizeWidget(iv *run.ItemView) {
	w := s.p.widget
	switch {
	case iv.Item.Kind == flows.KindList:
		w.SetSize(s.w-2, s.tableHeight(iv))
	case iv.Item.Field == nil:
	case iv.Item.Field.Area:
		w.SetSize(s.valueWidth(), 4)
	case isChoice(iv.Item.Field):
		w.SetSize(s.choiceWidth(), field.Height(iv.Item.Field, s.h-6))
	default:
		w.SetSize(s.valueWidth(), 1)
	}
}

// tableHeight leaves space around a table, and uses more of a high window; at
// least one row is shown.
func (s *stepLayout) tableHeight(iv *run.ItemView) int {
	const frame = 6 // two lines of titles, three of the editor, a row to be made
	return min(max(len(iv.Rows)+frame, frame+1), max(s.h-8, frame), max(16, s.h*6/10))
}

func (s *stepLayout) valueWidth() int { return max(s.w-s.indent()-2, 8) }

func (s *stepLayout) choiceWidth() int { return max(s.w-s.indent()+pointer, 8) }

// unfolded is the height from which on each branch stands on the page.
const unfolded = 28

// foot ends the page: the remarks on the step, and what is still to come.
func (s *stepLayout) foot() {
	s.notes()
	if files := s.attached(s.sv.Attachments, "  "); len(files) > 0 {
		s.gap()
		s.put(files...)
	}
	undecided, any := 0, false
	for i := range s.sv.Items {
		iv := &s.sv.Items[i]
		any = any || s.p.Stops(iv)
		if iv.State == run.UndecidedItem && !iv.Item.Internal {
			undecided++
		}
	}
	if undecided > 0 {
		s.gap()
		s.put("  " + s.t.Faint.Render(s.t.Fit(s.m.t.Wizard.Undecided, s.w-2)))
	}
	if !any && len(s.sv.BlockedBy) == 0 {
		s.gap()
		s.put("  " + s.t.Accent.Render(s.t.Fit(s.m.t.Wizard.DoneHint, s.w-2)))
	}
}

// notes are remarks; they are internal, so the shared view leaves them out.
func (s *stepLayout) notes() {
	if s.m.share || len(s.sv.Notes) == 0 {
		return
	}
	s.gap()
	for _, n := range s.sv.Notes {
		head := "  " + s.t.Dim.Render(s.m.dayAndTime(n.At)+s.t.Dot+flows.CleanLine(n.By)) + "  "
		s.put(theme.Hang(head, flows.CleanLine(n.Text), s.w)...)
	}
}

func (s *stepLayout) gap() {
	if s.last() != "" {
		s.put("")
	}
}

// item draws item n of the step; the focused one gets a bar on its left.
func (s *stepLayout) item(n int, iv *run.ItemView) {
	here := iv.Item.ID == s.p.At().Item
	lines := append(s.body(iv, here && s.p.engaged), s.readBack(iv)...)
	lines = append(lines, s.attached(iv.Attachments, "    ")...)
	from := len(s.lines)
	if here {
		s.withFocusBar(lines)
	}
	s.put(zone.Item.Over(n, lines)...)
	switch {
	case iv.Item.Text != nil:
		b := block{from: from, to: len(s.lines) - 1, rank: rankText}
		if iv.Item.Text.Tell {
			b.rank, b.tell = rankTell, iv.Item.ID
		}
		s.blocks = append(s.blocks, b)
		return
	case !s.p.Stops(iv):
		return
	case here:
		s.lead, s.from, s.to = s.lastEnd, from, max(len(s.lines)-1, from)
		if n := s.reserved(iv.Item.Kind); n > 1 && s.to-s.from >= n {
			s.to-- // the free line at the end need not be in view
		}
	default:
		s.hasLater = s.hasLater || s.to > 0
	}
	s.lastEnd = len(s.lines)
}

// withFocusBar puts the bar of the focus before lines.
func (s *stepLayout) withFocusBar(lines []string) {
	bar := s.t.Accent.Render(s.t.Bar)
	if !s.p.engaged {
		bar = s.t.Rule.Render(s.t.Bar)
	}
	for i, l := range lines {
		if l == "" {
			lines[i] = bar
		} else if rest, ok := strings.CutPrefix(l, " "); ok {
			lines[i] = bar + rest
		}
	}
}

func (s *stepLayout) body(iv *run.ItemView, live bool) []string {
	switch iv.Item.Kind {
	case flows.KindText:
		return s.text(iv)
	case flows.KindCopy:
		return s.copyItem(iv)
	case flows.KindField:
		return s.problems(iv, s.field(iv, live))
	case flows.KindList:
		return s.problems(iv, s.list(iv))
	case flows.KindEnd:
		return theme.Hang("  ", s.t.Warn.Render(fmt.Sprintf(s.m.t.Overlay.EndHint, flows.CleanLine(iv.Item.End.Reason))), s.w)
	default:
		return s.problems(iv, s.mark(iv, live))
	}
}
