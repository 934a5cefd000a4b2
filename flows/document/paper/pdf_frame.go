package paper

import "strconv"

// Where the head and the foot of a page have room.
const (
	bandWidth = column - 20
	footWidth = column - 110
	footAt    = pageHeight - 34
)

// frame sets the mark, the foot and the number on every page; how many there are
// is known now.
func (p *press) frame(d *Document) {
	pages := p.pdf.PageCount()
	mark := p.fitted(small(bold), p.marked, bandWidth)
	foot := p.fitted(small(regular), oneLine(d.Foot), footWidth)
	for i := 1; i <= pages; i++ {
		p.pdf.SetPage(i)
		p.set = sized{} // each page says its own
		if mark != "" {
			p.band(mark)
		}
		p.line(hair, 0.5, margin, footAt-14, margin+column, footAt-14)
		p.text(small(regular), margin, footAt, foot)
		number := p.word("paper.page", "page", strconv.Itoa(i), "pages", strconv.Itoa(pages))
		number = p.visible(regular.face(), number)
		p.text(small(regular), margin+column-regular.face().width(number, small(regular).size), footAt, number)
	}
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
