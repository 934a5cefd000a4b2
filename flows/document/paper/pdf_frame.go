package paper

import "strconv"

// Where the head and the foot of a page have room.
const (
	bandWidth = column - 20
	footWidth = column - 90
	footAt    = pageHeight - 36
	footLines = 2
)

// frame sets the mark, the foot and the number on every page; how many there are
// is known now.
func (p *press) frame(d *Document) {
	pages := p.pdf.PageCount()
	mark := p.fitted(small(bold), p.marked, bandWidth)
	foot, _ := p.foot(d)
	for i := 1; i <= pages; i++ {
		p.pdf.SetPage(i)
		p.set = sized{} // each page says its own
		if mark != "" {
			p.band(mark)
		}
		p.line(hair, 0.5, margin, footAt-14, margin+column, footAt-14)
		for k, l := range foot {
			p.text(small(regular), margin, footAt+float64(k)*10, l)
		}
		number := p.word("paper.page", "page", strconv.Itoa(i), "pages", strconv.Itoa(pages))
		number = p.visible(regular.face(), number)
		p.text(small(regular), margin+column-regular.face().width(number, small(regular).size), footAt, number)
	}
}

// foot is what stands at the foot of every page, and whether that is all of it.
func (p *press) foot(d *Document) (lines []string, isWhole bool) {
	st := small(regular)
	wrapped := p.wrap([]piece{{style: st, text: oneLine(d.Foot)}}, footWidth)
	for i, l := range wrapped {
		text := ""
		for _, part := range l.pieces {
			text += part.text
		}
		if isWhole = i+1 == len(wrapped); !isWhole && i+1 == footLines {
			head, _ := st.font.face().cut(text, st.size, footWidth-st.font.face().width("…", st.size))
			return append(lines, head+"…"), false
		}
		lines = append(lines, text)
	}
	return lines, isWhole
}

// band is the mark at the head of a page.
func (p *press) band(mark string) {
	s := small(bold)
	s.colour = ink
	p.pdf.SetDrawColor(0, 0, 0)
	p.pdf.SetLineWidth(1)
	p.pdf.Rect(margin, 24, column, 18, "D")
	p.text(s, margin+(column-bold.face().width(mark, s.size))/2, 36, mark)
}
