package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// sheet is the page of one step while it is drawn.
type sheet struct {
	m       *model
	t       *theme.Theme
	sv      *run.StepView
	w, h    int
	label   int  // width of the labels' column
	stacked bool // labels stand above what they name

	lines    []string
	from, to int // of the item that has the focus
}

// The widest label that still stands beside its field.
const longLabel = 22

// items draws the page, and says which lines have the focus.
func (m *model) items(sv *run.StepView, w, h int) (lines []string, from, to int) {
	s := &sheet{m: m, t: m.th, sv: sv, w: w, h: h}
	s.measure()
	s.spoken()
	s.notices()
	last := flows.Kind("")
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !m.shown(iv) {
			continue
		}
		if last != "" && (last != iv.Item.Kind || last == flows.KindText) && s.last() != "" {
			s.put("")
		}
		last = iv.Item.Kind
		s.item(iv)
	}
	s.foot()
	return s.lines, s.from, s.to
}

// measure finds the labels' column: beside the fields where all labels are
// short and the window is wide, else above them. Labels that may still come
// count, so that nothing jumps when they do.
func (s *sheet) measure() {
	s.label = 8
	for i := range s.sv.Items {
		iv := &s.sv.Items[i]
		if iv.State == run.Applies && !s.m.shown(iv) {
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

func (s *sheet) put(lines ...string) { s.lines = append(s.lines, lines...) }

func (s *sheet) last() string {
	if len(s.lines) == 0 {
		return ""
	}
	return s.lines[len(s.lines)-1]
}

// size gives the widget that has the focus its room.
func (m *model) size() {
	if m.page == nil || m.page.widget == nil || m.w <= 0 {
		return
	}
	_, w, _ := m.columns()
	s := &sheet{m: m, t: m.th, sv: m.page.stepView(), w: w, h: m.bodyHeight()}
	s.measure()
	s.sizeWidget(m.page.item())
}

func (s *sheet) sizeWidget(iv *run.ItemView) {
	w := s.m.page.widget
	switch {
	case iv.Item.Kind == flows.KindList:
		w.SetSize(s.w-2, s.tableHeight(iv))
	case iv.Item.Field == nil:
	case iv.Item.Field.Area:
		w.SetSize(s.valueWidth(), 4)
	default:
		w.SetSize(s.valueWidth(), field.Height(iv.Item.Field, s.h-6))
	}
}

// tableHeight leaves room around a table and shows at least two rows.
func (s *sheet) tableHeight(iv *run.ItemView) int {
	return min(max(len(iv.Rows)+5, 6), max(s.h-8, 6), 16)
}

func (s *sheet) valueWidth() int {
	if s.stacked {
		return max(s.w-4, 8)
	}
	return max(s.w-s.label-6, 8)
}

// spoken is what is said, what is seen then, and what to do otherwise; low
// windows leave the last to the large view.
func (s *sheet) spoken() {
	t, st := s.t, s.sv.Step
	if st.Say == "" && st.See == "" {
		return
	}
	head := func(word string) string { return "  " + t.Dim.Render(t.Pad(word, 5)) }
	if st.Say != "" {
		s.put(theme.Hang(head(s.m.t.Wizard.Say), t.Bold.Render(flows.CleanLine(st.Say)), s.w)...)
	}
	if st.See != "" {
		s.put(theme.Hang(head(s.m.t.Wizard.See), flows.CleanLine(st.See), s.w)...)
	}
	switch {
	case len(st.IfNot) == 0:
	case s.h < 28:
		var letters []string
		for _, b := range st.IfNot {
			letters = append(letters, b.Letter)
		}
		s.put(head(s.m.t.Wizard.If) + t.Dim.Render(t.Fit(fmt.Sprintf(s.m.t.Wizard.IfFolded, strings.Join(letters, ", ")), s.w-7)))
	default:
		for _, b := range st.IfNot {
			s.put(theme.Hang(head(s.m.t.Wizard.If+" "+b.Letter), t.Dim.Render(flows.CleanLine(b.Text)), s.w)...)
		}
	}
	s.put("")
}

// notices say why a step is not open.
func (s *sheet) notices() {
	say := ""
	switch s.sv.State {
	case run.Blocked:
		say = fmt.Sprintf(s.m.t.Wizard.BlockedBy, s.m.blockers(s.sv))
	case run.Skipped, run.Stale:
		say = s.m.t.State(s.sv.State)
		if s.sv.Why != "" {
			say += ": " + flows.CleanLine(s.sv.Why)
		}
	}
	if say != "" {
		s.put(theme.Hang("  ", s.t.Warn.Render(say), s.w)...)
		s.put("")
	}
}

// foot closes the page.
func (s *sheet) foot() {
	undecided, any := 0, false
	for i := range s.sv.Items {
		iv := &s.sv.Items[i]
		any = any || s.m.focusable(iv)
		if iv.State == run.UndecidedItem && !iv.Item.Internal {
			undecided++
		}
	}
	if undecided > 0 {
		s.gap()
		s.put("  " + s.t.Faint.Render(s.t.Fit(s.m.t.Wizard.Undecided, s.w-2)))
	}
	if !any {
		s.gap()
		s.put("  " + s.t.Accent.Render(s.t.Fit(s.m.t.Wizard.DoneHint, s.w-2)))
	}
}

func (s *sheet) gap() {
	if s.last() != "" {
		s.put("")
	}
}

// item draws one item; the one that has the focus gets a rule on its left.
func (s *sheet) item(iv *run.ItemView) {
	here := iv.Item.ID == s.m.page.focus
	lines := s.body(iv, here && s.m.page.engaged)
	if here {
		s.from = len(s.lines)
		bar := s.t.Accent.Render(s.t.Bar)
		if !s.m.page.engaged {
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
	s.put(lines...)
	if here {
		s.to = max(len(s.lines)-1, s.from)
		if n := s.reserved(iv.Item.Kind); n > 1 && s.to-s.from >= n {
			s.to-- // the free line at the end need not be in view
		}
	}
}

func (s *sheet) body(iv *run.ItemView, live bool) []string {
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
