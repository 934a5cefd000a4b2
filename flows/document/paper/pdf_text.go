package paper

import "strings"

// colour is red, green, blue.
type colour [3]int

var (
	ink    = colour{0, 0, 0}
	dim    = colour{0x50, 0x50, 0x50}
	accent = colour{0x00, 0x4a, 0x8f}
	hair   = colour{0xbb, 0xbb, 0xbb}
)

// colours are those of the tones; each is told by a sign or a word as well.
var colours = map[Tone]colour{Plain: ink, Good: {0, 0x60, 0x2a}, Careful: {0x7a, 0x52, 0}, Bad: {0xa4, 0, 0}, Quiet: dim}

// style is how a text is set.
type style struct {
	font   font
	size   float64
	colour colour
	link   string
	drawn  Tone // a sign that is drawn, and no text; Plain for none
}

// small is how the head and the foot of a page are set.
func small(f font) style { return style{font: f, size: 8, colour: dim} }

// piece is a text of one style.
type piece struct {
	style
	text  string
	width float64
}

// textLine is a line that is set.
type textLine struct {
	pieces []piece
	height float64
}

// leading is how far lines are apart, by the size of their letters.
const leading = 1.4

// wrap breaks a text at its blanks, and a word that is too long within.
func (p *press) wrap(text []piece, width float64) []textLine {
	if line, ok := p.onOneLine(text, width); ok {
		return []textLine{line}
	}
	w := wrapper{width: width}
	for _, t := range text {
		w.height = max(w.height, t.size*leading)
		if t.drawn != Plain {
			w.word = append(w.word, piece{style: t.style, width: t.size * signWidth})
			continue
		}
		f := t.font.face()
		for i, part := range strings.Split(p.visible(f, t.text), " ") {
			if i > 0 {
				w.blank(piece{style: t.style, text: " ", width: f.width(" ", t.size)})
			}
			if part != "" {
				w.word = append(w.word, piece{style: t.style, text: part, width: f.width(part, t.size)})
			}
		}
	}
	w.place()
	w.turn()
	return w.lines
}

// onOneLine is a text that needs no breaking, as most cells of a table.
func (p *press) onOneLine(text []piece, width float64) (textLine, bool) {
	if len(text) != 1 || text[0].drawn != Plain {
		return textLine{}, false
	}
	one := text[0]
	f := one.font.face()
	one.text = p.visible(f, one.text)
	one.width = f.width(one.text, one.size)
	return textLine{pieces: []piece{one}, height: one.size * leading}, one.width <= width
}

// wrapper is a text being broken into lines.
type wrapper struct {
	width, height float64
	lines         []textLine
	line, gap     []piece // the line, and the blanks behind it
	word          []piece // the word behind those
}

func widthOf(pieces []piece) float64 {
	n := 0.0
	for _, p := range pieces {
		n += p.width
	}
	return n
}

// blank ends a word.
func (w *wrapper) blank(b piece) {
	w.place()
	w.gap = append(w.gap, b)
}

// place sets the word on the line, or on the next; blanks at a break fall away.
func (w *wrapper) place() {
	if len(w.word) == 0 {
		return
	}
	if widthOf(w.line)+widthOf(w.gap)+widthOf(w.word) > w.width && len(w.line) > 0 {
		w.turn()
	}
	for _, part := range append(w.gap, w.word...) {
		w.put(part)
	}
	w.gap, w.word = nil, nil
}

// put sets a piece, over several lines where it has no room on one.
func (w *wrapper) put(part piece) {
	f := part.font.face()
	for room := w.width - widthOf(w.line); part.width > room && part.text != ""; room = w.width {
		head, rest := f.cut(part.text, part.size, room)
		if len(w.line) > 0 && f.width(head, part.size) > room {
			w.turn()
			continue
		}
		if rest == "" {
			break
		}
		w.append(piece{style: part.style, text: head, width: f.width(head, part.size)})
		w.turn()
		part.text, part.width = rest, f.width(rest, part.size)
	}
	w.append(part)
}

// append sets a piece behind another; of the same style they become one.
func (w *wrapper) append(part piece) {
	if n := len(w.line); n > 0 && w.line[n-1].style == part.style && part.drawn == Plain {
		w.line[n-1].text += part.text
		w.line[n-1].width += part.width
		return
	}
	w.line = append(w.line, part)
}

// turn ends a line.
func (w *wrapper) turn() {
	w.lines = append(w.lines, textLine{pieces: w.line, height: w.height})
	w.line, w.gap = nil, nil
}

// pieces are a line in a size and a colour.
func pieces(l Line, size float64, c colour) []piece {
	var all []piece
	for _, s := range l {
		all = append(all, setSpan(s, style{font: regular, size: size, colour: c})...)
	}
	return all
}

// setSpan is a piece of a line, and how it is set.
func setSpan(s Span, st style) []piece {
	if s.Strong {
		st.font = bold
	}
	if s.Code {
		st.font, st.size = mono, st.size*0.92
	}
	if st.link = address(s.Link); st.link != "" {
		st.colour = accent
	}
	if !s.Menu {
		return []piece{{style: st, text: oneLine(s.Text)}}
	}
	var all []piece
	for i, part := range menuParts(s.Text) {
		if i > 0 {
			all = append(all, piece{style: st, text: menuMark})
		}
		strong := st
		strong.font = bold
		all = append(all, piece{style: strong, text: part})
	}
	return all
}

// setState is a word with its sign before it.
func setState(t Tone, word string, size float64) []piece {
	var all []piece
	st := style{font: bold, size: size, colour: colours[t]}
	switch t {
	case Good, Bad:
		drawn := st
		drawn.drawn = t
		all = append(all, piece{style: drawn}, piece{style: st, text: " "})
	case Careful:
		all = append(all, piece{style: st, text: "! "})
	}
	return append(all, piece{style: st, text: oneLine(word)})
}
