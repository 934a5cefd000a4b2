package desk

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lotse/ui/desk/room"
	"lotse/ui/theme"
)

// overWidth is the maximum width of an overlay with its frame.
const overWidth = 76

// narrowest is the smallest margin in which the page behind is drawn.
const narrowest = 6

// overBody draws the overlay's frame over the body, which stays visible behind
// it, dimmed.
func (pn *pen) overBody(o room.Overlay, body []string, height int) []string {
	if isAlone(o) {
		return pn.aloneBody(o, height)
	}
	t := pn.th
	_, wide := o.(room.Wide)
	w := pn.w - 2
	if !wide {
		w = min(w, overWidth)
	}
	inner := w - 4
	most := max(height-4, 1)
	if wide || pn.low() {
		most = max(height-2, 1)
	}
	lines, focus := o.Lines(inner, most)
	if whole := pn.wholeTitle(o.Title(), inner); whole != nil && !wide {
		lines, focus = append(whole, lines...), focus+len(whole)
	}
	shown, first := window(lines, 0, min(most, len(lines)), focus, focus, true)
	if pn.turned != 0 { // away from the focus, by the wheel
		to := max(min(first+pn.turned, len(lines)-len(shown)), 0)
		shown, pn.turned, first = lines[to:to+len(shown)], to-first, to
	}
	more := beyond{first > 0, first+len(shown) < len(lines)}
	if s, ok := o.(room.Scroller); ok {
		above, below := s.Scrolled().More()
		more = beyond{more.above || above, more.below || below}
	}
	if !wide {
		shown = padLines(shown, most)
	}
	box := pn.box(o, shown, w, more)
	top := max((height-len(box))/2, 0)
	left := max((pn.w-w)/2, 0)
	out := make([]string, height)
	for i := range out {
		back := ansi.Strip(at(body, i))
		if t.Depth == theme.None {
			back = "" // without a colour to step back in, it would read as well as the frame
		}
		if i < top || i >= top+len(box) {
			out[i] = t.Veil.Render(t.Fit(back, pn.w))
			continue
		}
		if left < narrowest {
			back = "" // a sliver of text beside the frame reads as litter
		}
		back = t.Pad(back, pn.w)
		out[i] = t.Veil.Render(t.Pad(ansi.Cut(back, 0, left), left)) + box[i-top] + t.Veil.Render(ansi.Cut(back, left+w, pn.w))
	}
	return out
}

// wholeTitle is a title that is too long for the frame: the frame shows its
// beginning, and the whole of it stands inside.
func (pn *pen) wholeTitle(title string, w int) []string {
	if theme.Width(title) <= w-2 {
		return nil
	}
	var lines []string
	for _, l := range theme.Wrap(title, w) {
		lines = append(lines, pn.th.Bold.Render(l))
	}
	return append(lines, "")
}

// padLines adds empty lines above and below, if there is space.
func padLines(lines []string, room int) []string {
	if len(lines) < room && lines[0] != "" {
		lines = append([]string{""}, lines...)
	}
	if len(lines) < room && lines[len(lines)-1] != "" {
		lines = append(lines, "")
	}
	return lines
}

// box is the one frame: the upper line has the title, the lower one says where there
// is more.
func (pn *pen) box(o room.Overlay, lines []string, w int, more beyond) []string {
	t := pn.th
	ink, bold := t.Accent, t.Title
	if f, ok := o.(*room.Form); ok && f.Irreversible {
		ink, bold = t.Warn, t.Alert
	}
	title := " " + bold.Render(theme.Wrap(o.Title(), w-6)[0]) + " "
	rule := strings.Repeat(t.Line, max(w-3-theme.Width(title), 0))
	out := []string{ink.Render(t.TopLeft+t.Line) + title + ink.Render(rule+t.TopRight)}
	side := ink.Render(t.Column)
	for _, l := range lines {
		out = append(out, side+" "+t.Pad(l, w-4)+" "+side)
	}
	foot, word := strings.Repeat(t.Line, w-2), " "+pn.moreWords(more)+" "
	if theme.Width(word) >= w-6 {
		word = " " + pn.moreSigns(more) + " "
	}
	if more != (beyond{}) {
		foot = strings.Repeat(t.Line, w-3-theme.Width(word)) + word + t.Line
	}
	return append(out, ink.Render(t.BottomLeft+foot+t.BottomRight))
}
