package paper

import "strconv"

// The sizes of letters, in points.
const (
	bodySize  = 10
	smallSize = 9
)

func (p *press) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.heading(b)
	case Paragraph:
		p.flow(p.wrap(pieces(b.Text, bodySize, ink), column), 7)
	case Notice:
		p.notice(b)
	case Facts:
		p.facts(b)
	case List:
		p.list(b)
	case Boxes:
		p.boxes(b)
	case Table:
		p.table(b)
	case Verbatim:
		p.verbatim(b)
	}
}

// heading is what stands with what follows it. Level 0 is in no outline.
type heading struct {
	level         int
	name          string
	lines         []textLine
	before, after float64
}

func (h heading) height() float64 { return h.before + height(h.lines) + h.after }

// sizes of the headings, by level.
var sizes = [4]float64{bodySize, 14, 11.5, 10}

func (p *press) heading(b Heading) {
	p.level = min(max(b.Level, 1), 3, p.level+1)
	size := sizes[p.level]
	text := []piece{{style: style{font: bold, size: size}, text: oneLine(b.Text)}}
	if b.State != "" || tones[b.Tone].sign != "" {
		text = append(text, piece{style: style{font: regular, size: size}, text: "  "})
		text = append(text, setState(b.Tone, b.State, min(size, bodySize))...)
	}
	p.wait(heading{level: p.level, name: inBasicPlane(oneLine(b.Text)), lines: p.wrap(text, column), before: size * 1.1, after: size * 0.45})
}

// wait keeps a heading until it is known what follows. One that would take up much
// of a page is set at once.
func (p *press) wait(h heading) {
	if h.height() > whole/3 {
		p.room(0)
		p.bookmark(h)
		p.flow(h.lines, h.after)
		return
	}
	p.waiting = append(p.waiting, h)
}

func (p *press) bookmark(h heading) {
	if h.level > 0 {
		name := []rune(h.name)
		p.pdf.Bookmark(string(name[:min(len(name), 200)]), h.level-1, p.y)
	}
}

// setHeading sets a heading for which there is room.
func (p *press) setHeading(h heading) {
	if p.y > top {
		p.y += h.before
	}
	if h.level == 1 && p.y > top {
		p.line(hair, 1, margin, p.y-h.before*0.3, margin+column, p.y-h.before*0.3)
	}
	p.bookmark(h)
	for _, l := range h.lines {
		p.setLine(margin, p.y, l)
		p.y += l.height
	}
	p.y += h.after
}

// indent is how far what has a mark before it is set in.
const indent = 16

func (p *press) notice(n Notice) {
	c := colours[n.Tone]
	if n.Tone == Plain {
		c = hair
	}
	var text []piece
	if word := toneWord(p.lang, n.Tone); word != "" {
		text = append(setState(n.Tone, word+":", bodySize), piece{style: style{font: regular, size: bodySize}, text: " "})
	} else if tones[n.Tone].sign != "" {
		text = setState(n.Tone, "", bodySize)
	}
	text = append(text, pieces(n.Text, bodySize, ink)...)
	p.row(row{cells: []cell{{x: margin + 10, lines: p.wrap(text, column-10)}}, pad: 3, after: 7, isWhole: true, bar: &c, barAt: margin})
}

func (p *press) facts(f Facts) {
	const name, gap = column * 0.32, 14
	for _, fact := range f.Rows {
		text := pieces(fact.Value, bodySize, ink)
		if fact.State != "" || tones[fact.Tone].sign != "" {
			if !fact.Value.isEmpty() {
				text = append(text, piece{style: style{font: regular, size: bodySize}, text: "  "})
			}
			text = append(text, setState(fact.Tone, fact.State, smallSize)...)
		}
		p.row(row{cells: []cell{
			{x: margin, lines: p.wrap(pieces(Say(fact.Name), bodySize, dim), name-gap)},
			{x: margin + name, lines: append(p.wrap(text, column-name), p.notes(fact.Notes, column-name)...)},
		}, pad: 3, isWhole: true, rule: 0.5})
	}
	p.y += 9
}

// notes are lines in small.
func (p *press) notes(notes []Line, width float64) []textLine {
	var lines []textLine
	for _, n := range notes {
		lines = append(lines, p.wrap(pieces(n, smallSize, dim), width)...)
	}
	return lines
}

func (p *press) list(l List) {
	in := float64(indent)
	if l.Numbered {
		in = max(in, regular.face().width(strconv.Itoa(len(l.Points))+". ", bodySize))
	}
	for i, point := range l.Points {
		mark := "•"
		if l.Numbered {
			mark = strconv.Itoa(i+1) + "."
		}
		p.row(row{cells: []cell{
			{x: margin, lines: p.wrap([]piece{{style: style{font: regular, size: bodySize}, text: mark}}, in)},
			{x: margin + in, lines: p.wrap(pieces(point, bodySize, ink), column-in)},
		}, after: 2})
	}
	p.y += 6
}

func (p *press) boxes(b Boxes) {
	const in = indent + 4
	for _, box := range b.Rows {
		draw := func(x, y float64) { p.box(box.Done, x, y) }
		lines := append(p.wrap(pieces(box.Text, bodySize, ink), column-in), p.notes(box.Notes, column-in)...)
		p.row(row{cells: []cell{{x: margin, draw: draw}, {x: margin + in, lines: lines}}, pad: 1.5, after: 3, isWhole: true})
	}
	p.y += 6
}

// box draws a box, with a tick in it where it is done.
func (p *press) box(isDone bool, x, y float64) {
	const side = 9.5
	p.pdf.SetDrawColor(dim[0], dim[1], dim[2])
	p.pdf.SetLineWidth(0.8)
	p.pdf.Rect(x, y+2, side, side, "D")
	if isDone {
		p.sign(Good, x+1.8, y+2+side-2.2, 9, colours[Good])
	}
}

// tabWidth is how far the stops of tabs are apart in a text that stands as it is.
const tabWidth = 8

func (p *press) verbatim(v Verbatim) {
	if title := oneLine(v.Title); title != "" {
		p.wait(heading{lines: p.wrap([]piece{{style: style{font: bold, size: bodySize}, text: title}}, column), after: 4})
	}
	var lines []textLine
	for _, l := range linesOf(v.Text) {
		lines = append(lines, p.wrap([]piece{{style: style{font: mono, size: 8.5}, text: untabbed(l)}}, column-10)...)
	}
	bar := hair
	p.row(row{cells: []cell{{x: margin + 10, lines: lines}}, pad: 3, after: 9, bar: &bar, barAt: margin})
}
