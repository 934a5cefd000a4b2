package findings

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// Lines implements room.Overlay. It always fills the height, so that the frame
// does not move whatever is filtered.
func (o *Over) Lines(w, h int) (lines []string, at int) {
	switch {
	case o.err != "":
		return theme.Hang(o.d.Theme().Bad.Render("! "), o.d.Theme().Bad.Render(o.err), w), 0
	case o.found == nil:
		return []string{o.d.Theme().Dim.Render(o.d.Theme().Fit(o.d.Words().Found.Reading, w))}, 0
	case o.pair && o.chosen() != nil:
		lines = o.sideBySide(w)
		o.hidden = max(len(lines)-h, 0)
		o.skip = min(o.skip, o.hidden)
		lines = lines[o.skip:]
	default:
		lines = o.table(w, h)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines[:h], 0
}

// table draws the bar, the filter, the rows in view, and the details of the
// chosen one.
func (o *Over) table(w, h int) []string {
	var lines []string
	if h >= 14 {
		lines = o.bar(w)
	}
	if h >= 20 {
		lines = append(lines, "")
	}
	lines = append(lines, o.filter(w, h)...)
	if h >= 18 {
		lines = append(lines, "")
	}
	foot := o.foot(w, h)
	cols := o.columns(w)
	lines = append(lines, o.d.Theme().Dim.Render(cols.line(o.d.Theme(), o.heads(cols))))
	o.head = len(lines)
	room := max(h-o.head-len(foot), 1)
	o.scroll(room)
	for i := o.top; i < min(o.top+room, o.total()); i++ {
		if i < o.count() {
			lines = append(lines, o.row(cols, i))
		} else {
			lines = append(lines, o.notLookedAtRow(i, w))
		}
	}
	if o.total() == 0 {
		lines = append(lines, o.d.Theme().Dim.Render(o.d.Theme().Fit("  "+o.d.Words().Found.None, w)))
	}
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// heads are the names of the columns.
func (o *Over) heads(c columns) [6]string {
	x := &o.d.Words().Found
	if c.oneCode() {
		return [6]string{"", x.Rule, x.Code}
	}
	return [6]string{"", x.Rule, compare.SystemName(o.found.Left), compare.SystemName(o.found.Right), x.Name, x.Rows}
}

// scroll keeps the pointer in view.
func (o *Over) scroll(room int) {
	o.page = room
	o.top = max(min(o.top, o.at), o.at-room+1)
	o.top = max(min(o.top, o.total()-room), 0)
}

// bar draws the shares of the rows beside each other, and below it their
// labels.
func (o *Over) bar(w int) []string {
	t := o.d.Theme()
	shares := o.found.Shares()
	inks := []theme.Ink{t.Good, t.Accent, t.Warn}[:len(shares)-2]
	inks = append(inks, t.Dim, t.Faint)
	signs := []string{"█", "▓", "▒"}[:len(shares)-2]
	signs = append(signs, "░", "·")
	if t.ASCII {
		signs = append([]string{"#", "=", "~"}[:len(shares)-2], ".", ",")
	}
	bar := ""
	for i, n := range compare.Apportion(shares, w, 1) {
		bar += inks[i].Render(strings.Repeat(signs[i], n))
	}
	var words []string
	for i, s := range shares {
		words = append(words, inks[i].Render(signs[i])+" "+strconv.Itoa(s.Rows)+" "+face.ShareWord(o.d.Words(), o.found.Report, s))
	}
	legend, line := []string{}, ""
	for _, word := range words { // none is broken
		if line != "" && theme.Width(line)+2+theme.Width(word) > w {
			legend, line = append(legend, line), ""
		}
		if line != "" {
			line += "  "
		}
		line += word
	}
	return append([]string{bar}, append(legend, t.Fit(line, w))...)
}

// filter says how many of the findings are shown, and what has changed; in few
// words if there is little space.
func (o *Over) filter(w, h int) []string {
	t, x := o.d.Theme(), &o.d.Words().Found
	parts := []string{t.Bold.Render(fmt.Sprintf(x.Of, o.count(), len(o.found.Findings)))}
	if l := o.filters.Level; l != "" {
		parts = append(parts, o.ink(l).Render(o.word(l)))
	}
	if o.filters.Rule != "" {
		parts = append(parts, o.reportWords().Title(o.filters.Rule))
	}
	if o.filters.OnlyNew {
		parts = append(parts, x.NewOnly)
	}
	if not := o.notRun(); not != "" {
		parts = append(parts, not)
	}
	short := w < narrow || h < low
	filtered := o.typing || o.filters.Words != ""
	if o.found.HasEarlier && short && !filtered { // the filter needs the room
		parts = append(parts, t.Dim.Render(fmt.Sprintf(x.GoneShort, o.found.NewCount, o.found.GoneCount)))
	}
	if o.filters != o.applied {
		parts = append(parts, t.Dim.Render(x.Sifting))
	}
	line := strings.Join(parts, t.Dot)
	if filtered {
		head := line + t.Dot + t.Dim.Render(x.Words) + " "
		o.words.SetSize(max(w-theme.Width(head), 8), 1)
		line = head + o.words.Lines()[0]
	}
	lines := []string{t.Fit(line, w)}
	if o.found.HasEarlier && !short {
		lines = append(lines, t.Dim.Render(t.Fit(fmt.Sprintf(x.Gone, o.found.NewCount, o.found.GoneCount), w)))
	}
	return lines
}

func (o *Over) word(l compare.Level) string {
	return map[compare.Level]string{compare.Must: o.d.Words().Found.Must, compare.Warn: o.d.Words().Found.Warn, compare.Info: o.d.Words().Found.Info}[l]
}

func (o *Over) ink(l compare.Level) theme.Ink {
	switch l {
	case compare.Must:
		return o.d.Theme().Bad
	case compare.Warn:
		return o.d.Theme().Warn
	}
	return o.d.Theme().Dim
}

// In a window narrower or lower than this something is left out.
const (
	narrow = 60
	low    = 10
)

// columns are the widths of the table: sign, finding, both codes, name, and
// rows. A column without space is left out.
type columns [6]int

func (o *Over) columns(w int) columns {
	switch {
	case w < narrow:
		return columns{4, w - 4 - 11, 11}
	case w < 90:
		title := o.titleWidth()
		return columns{4, title, 10, 10, w - 4 - title - 20}
	}
	title := o.titleWidth()
	return columns{4, title, 12, 12, w - 4 - title - 24 - 15, 15}
}

// titleWidth is the width of the findings' column: no title of a rule is cut in
// it.
func (o *Over) titleWidth() int {
	const least, most = 34, 39
	widest := 0
	for _, rule := range o.found.Kind.Rules() {
		widest = max(widest, theme.Width(o.reportWords().Title(rule)))
	}
	return min(max(widest+1, least), most)
}

// oneCode reports whether there is space for only one of the codes.
func (c columns) oneCode() bool { return c[3] == 0 }

// line puts cells into their columns.
func (c columns) line(t *theme.Theme, cells [6]string) string {
	line, last := "", 0
	for i, w := range c {
		if w > 0 {
			last = i
		}
	}
	for i, w := range c {
		switch {
		case w <= 0:
		case i == last:
			line += t.Fit(cells[i], w)
		default:
			line += t.Pad(t.Fit(cells[i], w-1), w)
		}
	}
	return line
}

// row is one finding.
func (o *Over) row(c columns, i int) string {
	t, k := o.d.Theme(), o.index(i)
	f := &o.found.Findings[k]
	level := o.found.Kind.Level(f.Rule)
	sign := map[compare.Level]string{compare.Must: glyph.Alarm.Of(t.ASCII), compare.Warn: glyph.Alarm.Of(t.ASCII), compare.Info: glyph.Hint.Of(t.ASCII)}[level]
	point, fresh := " ", " "
	if i == o.at {
		point = t.Accent.Render(t.Arrow)
	}
	if o.found.IsNew[k] {
		fresh = t.Accent.Render("+")
	}
	title := o.reportWords().Title(f.Rule)
	if i == o.at {
		title = t.Title.Render(title)
	}
	card := &f.Left
	if f.Side == compare.Right {
		card = &f.Right
	}
	left := &f.Left
	if c.oneCode() {
		left = card
	}
	return c.line(t, [6]string{
		point + o.ink(level).Render(sign) + fresh, title,
		compare.Short(left.Code, 40), compare.Short(f.Right.Code, 40), compare.Short(card.Name, 200), o.rows(t, f),
	})
}

// rows are the rows of a finding in both files.
func (o *Over) rows(t *theme.Theme, f *compare.Finding) string {
	return rowOf(t, &f.Left) + " / " + rowOf(t, &f.Right)
}

// foot says what the chosen finding is about and, as far as there is space,
// what happens if nothing is done; side by side it is complete.
func (o *Over) foot(w, h int) []string {
	t, most, gap := o.d.Theme(), 3, 1
	switch {
	case h < low:
		most, gap = 2, 0
	case h < 12:
		most = 2
	}
	foot := make([]string, gap+most)
	f := o.chosen()
	if f == nil {
		copy(foot[gap:], o.notLookedAtFoot(most, w))
		return foot
	}
	said := shortened(t, theme.Wrap(flows.CleanLine(o.reportWords().Detail(f)), w), most, w)
	for _, l := range shortened(t, theme.Wrap(flows.CleanLine(o.reportWords().Effect(f)), w), most-len(said), w) {
		said = append(said, t.Dim.Render(l))
	}
	copy(foot[gap:], said)
	return foot
}

// shortened keeps at most most lines; the last one then says that there is
// more.
func shortened(t *theme.Theme, lines []string, most, w int) []string {
	if most <= 0 || len(lines) <= most {
		return lines[:min(len(lines), max(most, 0))]
	}
	return append(lines[:most-1:most-1], t.Fit(strings.Join(lines[most-1:], " "), w))
}
