package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/theme"
)

// stepLayout is the page of one step while it is drawn: its pieces, and the
// lines that they make in the space that there is.
type stepLayout struct {
	m       *model
	p       *page
	t       *theme.Theme
	sv      *run.StepView
	w, h    int  // of the body, with the title
	label   int  // width of the labels' column
	stacked bool // labels stand above what they name

	pieces []piece
	title  []string
	lines  []string // below the title

	from, to  int    // of the item that has the focus, with room for its first problem
	last      int    // its last line
	lead      int    // where what leads to it begins
	tail      int    // where what belongs to it ends
	scriptEnd int    // line after what is said and seen
	must      []must // the texts that have to be read
}

// must is a text that has to be read, lines from..to.
type must struct {
	id       string
	from, to int
}

// The widest label that still stands beside its field.
const longLabel = 22

// layout draws the page of a step for a body of w columns and h lines.
func (p *page) layout(sv *run.StepView, w, h int) *stepLayout {
	s := &stepLayout{p: p, m: p.m, t: p.m.th, sv: sv, w: w, h: h}
	s.measure()
	s.addScript()
	s.notices()
	last := flows.Kind("")
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !p.IsShown(iv) {
			continue
		}
		s.item(i, iv, last != iv.Item.Kind || last == flows.KindText)
		last = iv.Item.Kind
	}
	s.foot()
	s.assemble(s.density(), true)
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
		case flows.KindField, flows.KindCopy, flows.KindValue:
			if len(iv.Each) == 0 {
				s.label = max(s.label, theme.Width(s.m.label(iv)))
			}
			for k := range iv.Each {
				s.label = max(s.label, theme.Width(iv.Each[k].Label))
			}
		}
	}
	if s.label > longLabel || s.w < 60 {
		s.stacked = true
	}
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
		w.SetSize(s.w-2, s.tableHeight())
	case iv.Item.Field == nil:
	case iv.Item.Field.Area:
		w.SetSize(s.valueWidth(), areaHeight)
	case isChoice(iv.Item.Field):
		w.SetSize(s.choiceWidth(), s.choiceHeight())
	default:
		w.SetSize(s.valueWidth(), 1)
	}
}

// areaHeight is the height of a field of several lines.
const areaHeight = 4

// tableHeight is the most that a table takes: it leaves space for its title and
// what is said, and for the rest of a high window.
func (s *stepLayout) tableHeight() int {
	const least = 6 // two lines of titles, a row, three of the editor
	return min(max(s.h-6, least), max(16, s.h*6/10))
}

// choiceHeight leaves space for the label of a choice, and for what is said.
func (s *stepLayout) choiceHeight() int { return max(s.h-6, 3) }

func (s *stepLayout) valueWidth() int { return max(s.w-s.indent()-2, 8) }

func (s *stepLayout) choiceWidth() int { return max(s.w-s.indent()+pointer, 8) }

// foot ends the page: the remarks on the step, and what is still to come.
func (s *stepLayout) foot() {
	s.notes()
	if files := s.attached(s.sv.Attachments, "  "); len(files) > 0 {
		s.add(piece{lines: files, apart: true})
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
		s.add(piece{lines: []string{"  " + s.t.Faint.Render(s.t.Fit(s.m.t.Wizard.Undecided, s.w-2))}, apart: true})
	}
	if !any && len(s.sv.BlockedBy) == 0 {
		s.add(piece{lines: []string{"  " + s.t.Accent.Render(s.t.Fit(s.m.t.Wizard.DoneHint, s.w-2))}, apart: true})
	}
}

// notes are remarks; they are internal, so the shared view leaves them out.
func (s *stepLayout) notes() {
	if s.m.share || len(s.sv.Notes) == 0 {
		return
	}
	var lines []string
	for _, n := range s.sv.Notes {
		head := "  " + s.t.Dim.Render(s.m.dayAndTime(n.At)+s.t.Dot+flows.CleanLine(n.By)) + "  "
		lines = append(lines, theme.Hang(head, flows.CleanLine(n.Text), s.w)...)
	}
	s.add(piece{lines: lines, apart: true})
}

// item adds item n; apart from what is above it where that is of another kind.
func (s *stepLayout) item(n int, iv *run.ItemView, apart bool) {
	here := iv.Item.ID == s.p.At().Item
	p := piece{n: n, item: iv, apart: apart, lines: s.body(iv, here && s.p.engaged), files: append(s.readBack(iv), s.attached(iv.Attachments, "    ")...)}
	switch iv.Item.Kind {
	case flows.KindText:
		if iv.Item.Text.Tell {
			p.must = iv.Item.ID
		}
	case flows.KindCopy, flows.KindAttach, flows.KindEnd:
	case flows.KindField, flows.KindList:
		p.slot, p.problems = true, s.problems(iv)
		if t, ok := s.p.table(); ok && here && t.CellEnd() > 0 {
			p.focus = 1 + t.CellEnd() // its label stands above the table
		}
		if iv.Item.Field != nil && iv.Item.Field.Area {
			p.fill = max(areaHeight-len(p.lines), 0)
		}
	default:
		p.problems = s.problems(iv)
	}
	s.add(p)
}

func (s *stepLayout) body(iv *run.ItemView, live bool) []string {
	switch iv.Item.Kind {
	case flows.KindText:
		return s.text(iv)
	case flows.KindCopy:
		return s.copyItem(iv)
	case flows.KindAttach:
		return s.enclosure(iv, live)
	case flows.KindField:
		return s.field(iv, live)
	case flows.KindValue:
		return s.value(iv)
	case flows.KindList:
		return s.list(iv)
	case flows.KindEnd:
		return theme.Hang("  ", s.t.Warn.Render(fmt.Sprintf(s.m.t.Overlay.EndHint, flows.CleanLine(iv.Item.End.Reason))), s.w)
	default:
		return s.mark(iv, live)
	}
}

// withFocusBar puts the bar of the focus before lines.
func (s *stepLayout) withFocusBar(lines []string) []string {
	bar := s.t.Accent.Render(s.t.Bar)
	if !s.p.engaged {
		bar = s.t.Rule.Render(s.t.Bar)
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l
		if l == "" {
			out[i] = bar
		} else if rest, ok := strings.CutPrefix(l, " "); ok {
			out[i] = bar + rest
		}
	}
	return out
}
