package paper

// sample is from how many rows the widths of a table's columns are taken: its
// rows come once, and need not all be kept.
const sample = 200

func (p *press) table(t Table) {
	if len(t.Head) == 0 {
		t.Head = []string{""}
	}
	set := tableSetter{press: p, size: smallSize, head: t.Head}
	if len(t.Head) >= manyColumns {
		set.size = 8
	}
	for r := range t.Rows {
		set.add(fit(r, len(t.Head)))
	}
	set.begin()
	p.repeat = nil
	if !set.hasRows {
		p.flow(p.wrap(pieces(Say(t.None), bodySize, ink), column), 7)
		return
	}
	p.y += 9
}

// tableSetter sets a table, once it has seen enough rows to know the widths of its
// columns.
type tableSetter struct {
	*press
	size    float64
	head    []string
	first   [][]string // the rows so far, until the widths are known
	widths  []float64  // nil until they are known
	hasRows bool
}

func (s *tableSetter) add(r []string) {
	s.hasRows = true
	if s.widths != nil {
		s.row(s.rowOf(r, regular, ink))
		return
	}
	if s.first = append(s.first, r); len(s.first) == sample {
		s.begin()
	}
}

// begin sets the head and the rows so far, if that was not done.
func (s *tableSetter) begin() {
	if s.widths != nil || !s.hasRows {
		return
	}
	s.widths = s.columns()
	head := s.rowOf(s.head, bold, dim)
	head.rule = 1
	again := s.rowOf(s.head, bold, dim)
	again.rule = 1
	first := s.rowOf(s.first[0], regular, ink)
	if both := head.height() + first.height(); both <= whole/2 {
		s.room(both) // the head does not stand alone
	}
	s.row(head)
	if again.height() <= whole/4 {
		s.repeat = &again
	}
	for _, r := range s.first {
		s.row(s.rowOf(r, regular, ink))
	}
	s.first = nil
}

// gutter is between two columns.
const gutter = 10

// rowOf is a row of cells.
func (s *tableSetter) rowOf(cells []string, f font, c colour) row {
	r := row{pad: 2.5, isWhole: true, rule: 0.5}
	x := float64(margin)
	for i, text := range cells {
		st := style{font: f, size: s.size, colour: c}
		r.cells = append(r.cells, cell{x: x, lines: s.wrap([]piece{{style: st, text: oneLine(text)}}, max(s.widths[i]-gutter, 1))})
		x += s.widths[i]
	}
	return r
}

// columns are the widths of the columns: what each would like to have where there
// is room, else what its words need and a share of the rest.
func (s *tableSetter) columns() []float64 {
	least, most := make([]float64, len(s.head)), make([]float64, len(s.head))
	for i := range s.head {
		least[i], most[i] = s.needs(s.head[i], bold)
		for _, r := range s.first {
			l, m := s.needs(r[i], regular)
			least[i], most[i] = max(least[i], l), max(most[i], m)
		}
	}
	return share(least, most, column)
}

// needs is how wide a cell has to be for its words, and for all on one line; both
// within reason.
func (s *tableSetter) needs(text string, f font) (least, most float64) {
	const longest, widest = 130, 320
	const enough = 400 // characters that say how wide a column is
	if len(text) > enough {
		return longest, widest
	}
	face := f.face()
	for _, l := range s.wrap([]piece{{style: style{font: f, size: s.size}, text: oneLine(text)}}, 1e9) {
		most = max(most, widthOf(l.pieces))
	}
	for _, word := range fields(s.visible(face, oneLine(text))) {
		least = max(least, face.width(word, s.size))
	}
	return min(least, longest) + gutter, min(most, widest) + gutter
}

// share gives each column its width of a whole.
func share(least, most []float64, all float64) []float64 {
	widths := make([]float64, len(least))
	low, high := total(least), total(most)
	for i := range widths {
		switch {
		case high <= all:
			widths[i] = most[i] * min(all/high, 1.6)
		case low >= all:
			widths[i] = least[i] * all / low
		default:
			widths[i] = least[i] + (most[i]-least[i])*(all-low)/(high-low)
		}
	}
	return widths
}

func total(numbers []float64) float64 {
	sum := 0.0
	for _, n := range numbers {
		sum += n
	}
	return sum
}
