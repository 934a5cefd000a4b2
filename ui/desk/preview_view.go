package desk

import (
	"cmp"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// previewMark stands in the header of a preview, in the place of its mode.
func (m *model) previewMark() string {
	if m.cfg.Preview == nil {
		return ""
	}
	return m.playText(flows.Msg("preview.mark"))
}

// modeMark says which mode a run has; nothing of a real one.
func (m *model) modeMark(h *run.Header) string {
	return cmp.Or(m.previewMark(), m.t.Mode(string(h.Mode)))
}

// resize has all drawn in a window of a size, but for its lowest lines, which say what
// is wrong with a procedure that is being written.
func (m *model) resize(w, h int) {
	was := [2]int{m.w, m.h}
	m.w, m.whole = w, h
	m.h = h - len(m.faultLines())
	if m.page != nil {
		m.page.resize(was, [2]int{m.w, m.h})
	}
	drawing{m.page}.size()
}

// faultLines say what is wrong: where, what, how much more there is, and the line of
// the file with a mark below it where there is room. They never take so much that
// the page could not be drawn, but for the one that says where.
func (m *model) faultLines() []string {
	f := &m.preview.fault
	if !m.preview.isFaulty() {
		return nil
	}
	most := max(min(m.whole-minHeight, m.whole/3), 1)
	lines := []string{m.faultPlace(f)}
	text := theme.Hang("  ", words.Say(m.t.Lang, f.Message), m.w)
	if most > 1 {
		lines = append(lines, m.cut(text, m.w, most-1)...)
	}
	if source := m.faultSource(f); len(lines)+len(source) <= most {
		lines = append(lines, source...)
	}
	return lines[:min(len(lines), most)]
}

// faultPlace is the line that says where, and at its end how much more is wrong. A
// path that is too long loses its folders.
func (m *model) faultPlace(f *face.Fault) string {
	t, more := m.th, ""
	if f.More > 0 {
		more = m.playText(flows.Msg("preview.more", "n", f.More))
	}
	place := m.playText(flows.Msg("preview.faulty"))
	if f.File != "" {
		file, room := flows.CleanLine(f.File), m.w-theme.Width(more)-4
		at := fmt.Sprintf(":%d:%d", f.Line, f.Column)
		if i := strings.LastIndexAny(file, `/\`); theme.Width(file+at) > room {
			file = file[i+1:]
		}
		place = t.Fit(file, max(room-len(at), 8)) + at
	}
	return t.Ends(t.Bad.Render("! "+place), t.Dim.Render(more), m.w)
}

// faultSource is the line of the file, from near the fault on if it is long, and a
// mark below the place.
func (m *model) faultSource(f *face.Fault) []string {
	t := m.th
	if m.share || strings.TrimSpace(f.Before+f.Behind) == "" { // it may be of an internal item
		return nil
	}
	number := fmt.Sprintf("  %d %s ", f.Line, t.Column)
	before := []rune(flows.CleanLine(f.Before))
	for room := m.w - theme.Width(number); theme.Width(string(before)) > room*2/3; {
		before = before[1:]
	}
	return []string{
		t.Fit(t.Dim.Render(number+string(before))+flows.CleanLine(f.Behind), m.w),
		strings.Repeat(" ", theme.Width(number+string(before))) + t.Bad.Render("^"),
	}
}
