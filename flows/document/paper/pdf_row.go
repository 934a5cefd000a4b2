package paper

// row is what stands side by side: the cells of a table, a name and its value, a
// mark and its point. A paragraph is a row of one cell.
type row struct {
	cells   []cell
	pad     float64 // above and below
	after   float64 // behind it
	isWhole bool    // not cut where a page has room for it
	rule    float64 // how thick the line below it is; 0 for none
	bar     *colour // of the line along its left side
	barAt   float64
}

// cell is a part of a row.
type cell struct {
	x     float64
	lines []textLine
	draw  func(x, y float64) // beside its first line
}

// height is how high the lines are.
func height(lines []textLine) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.height
	}
	return h
}

func (r *row) height() float64 {
	h := 0.0
	for _, c := range r.cells {
		h = max(h, height(c.lines))
	}
	return h + 2*r.pad
}

// isSet reports whether nothing is left of a row.
func (r *row) isSet() bool {
	for _, c := range r.cells {
		if len(c.lines) > 0 {
			return false
		}
	}
	return true
}

// flow sets lines one below the other, over as many pages as they need.
func (p *press) flow(lines []textLine, after float64) {
	p.row(row{cells: []cell{{x: margin, lines: lines}}, after: after})
}

// row sets a row: on one page where it has to be and can, else over several.
func (p *press) row(r row) {
	need, available := r.height(), float64(whole)
	if p.repeat != nil {
		available -= p.repeat.height()
	}
	if !r.isWhole || need > available {
		need = min(need, 2*r.pad+2*firstLine(r))
	}
	p.room(need)
	for {
		p.segment(&r, bottom-p.y)
		if r.isSet() {
			break
		}
		p.turn()
	}
	p.y += r.after
}

// firstLine is the height of the highest first line.
func firstLine(r row) float64 {
	h := 0.0
	for _, c := range r.cells {
		if len(c.lines) > 0 {
			h = max(h, c.lines[0].height)
		}
	}
	return h
}

// segment sets as much of a row as there is room for, at least a line of each
// cell, and takes it off.
func (p *press) segment(r *row, room float64) {
	begin, deepest := p.y, 0.0
	for i := range r.cells {
		c := &r.cells[i]
		y := begin + r.pad
		if c.draw != nil {
			c.draw(c.x, y)
			c.draw = nil
		}
		for n := 0; len(c.lines) > 0 && (n == 0 || y-begin+c.lines[0].height+r.pad <= room); n++ {
			p.setLine(c.x, y, c.lines[0])
			y += c.lines[0].height
			c.lines = c.lines[1:]
		}
		deepest = max(deepest, y-begin)
	}
	p.y = begin + deepest + r.pad
	if r.bar != nil {
		p.fill(*r.bar, r.barAt, begin, 2.5, p.y-begin)
	}
	if r.rule > 0 && r.isSet() {
		p.line(hair, r.rule, margin, p.y, margin+column, p.y)
	}
}

// setLine sets a line whose upper edge is at y.
func (p *press) setLine(x, y float64, l textLine) {
	for _, part := range l.pieces {
		base := y + l.height/2 + l.height*0.25
		if part.drawn != Plain {
			p.sign(part.drawn, x, base, part.size, part.colour)
		} else {
			p.text(part.style, x, base, part.text)
			if part.link != "" && part.text != "" {
				p.line(part.colour, 0.5, x, base+1.5, x+part.width, base+1.5)
				p.pdf.LinkString(x, y, part.width, l.height, part.link)
			}
		}
		x += part.width
	}
}

// text sets a text on its base line.
func (p *press) text(s style, x, y float64, text string) {
	if text == "" {
		return
	}
	if now := (sized{s.font, s.size}); p.set != now {
		p.pdf.SetFont(s.font.family, s.font.style, s.size)
		p.set = now
	}
	p.pdf.SetTextColor(s.colour[0], s.colour[1], s.colour[2])
	p.pdf.Text(x, y, text)
}

// sized is a font in a size.
type sized struct {
	font font
	size float64
}

func (p *press) line(c colour, width, x1, y1, x2, y2 float64) {
	p.pdf.SetDrawColor(c[0], c[1], c[2])
	p.pdf.SetLineWidth(width)
	p.pdf.Line(x1, y1, x2, y2)
}

func (p *press) fill(c colour, x, y, w, h float64) {
	p.pdf.SetFillColor(c[0], c[1], c[2])
	p.pdf.Rect(x, y, w, h, "F")
}

// signWidth is how wide a sign is, by the size of the letters beside it.
const signWidth = 0.85

// sign draws a tick or a cross beside letters of a size.
func (p *press) sign(t Tone, x, base, size float64, c colour) {
	w, thick := size*0.7, size*0.13
	if t == Good {
		p.line(c, thick, x, base-size*0.3, x+w*0.38, base)
		p.line(c, thick, x+w*0.38, base, x+w, base-size*0.65)
		return
	}
	p.line(c, thick, x, base, x+w*0.85, base-size*0.62)
	p.line(c, thick, x, base-size*0.62, x+w*0.85, base)
}
