package register

import (
	"bytes"
	"io"
	"slices"
)

// rower makes the rows of a piece.
type rower struct {
	*scan
	piece *piece
	batch *Batch
	text  []byte // of the batch
	cells [4][]byte
	own   []byte // cells that had quotes in them
	again splitter
}

// run makes the rows of the next piece.
func (r *rower) run(p *piece) error {
	r.piece, r.text, r.batch = p, r.text[:0], &Batch{Size: len(p.text), Rows: r.rows(), Uncommon: p.uncommon}
	p.batch = r.batch
	b, line := r.piece.text, r.piece.line
	for i := 0; i < len(b); {
		if b[i] == mark[0] {
			i = len(b) - len(trimMark(b[i:]))
		}
		eol := i + bytes.IndexByte(b[i:], '\n')
		record, next, lines := trimEnd(b[i:eol]), eol+1, 1
		quoted := r.piece.quote && bytes.IndexByte(record, '"') >= 0
		if quoted {
			next = recordEnd(b, i, r.dialect.comma)
			record, lines = b[i:next], bytes.Count(b[i:next], []byte{'\n'})
		}
		i = next
		at := line
		line += lines
		if len(record) == 0 {
			continue
		}
		if err := r.row(at, record, quoted); err != nil {
			return err
		}
	}
	r.batch.Text = string(r.text)
	return nil
}

// trimEnd takes the carriage return from the end of a line.
func trimEnd(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// row takes one record.
func (r *rower) row(line int, record []byte, quoted bool) error {
	r.cells = [4][]byte{}
	var n int
	odd := false
	if quoted {
		n, odd = r.quoted(record)
	} else {
		n = r.plain(record)
	}
	if n > MaxColumns || len(record) > MaxField {
		return ErrIrregular
	}
	at, empty, header := len(r.text), true, true
	row := ScanRow{Row: line, At: at}
	for k := range r.cells {
		c := r.cells[k]
		if r.piece.high && r.piece.code == pageCode && !isASCII(c) {
			c = r.page(c)
		}
		c = TrimCell(c)
		r.text = append(r.text, c...)
		row.Len[k] = uint32(len(c)) //nolint:gosec // at most MaxField
		empty = empty && len(c) == 0
		header = header && string(c) == r.header[k]
	}
	if empty && r.isBlank(record) || header && r.isHeader(line, record) {
		r.text = r.text[:at]
		return nil
	}
	if odd {
		r.batch.Quote.Add(line)
	}
	switch width := len(r.wanted.Header); {
	case n < width:
		r.batch.Ragged.Add(line)
	case n > width && r.isSurplus(record, n):
		r.batch.Surplus.Add(line)
	}
	r.batch.Rows = append(r.batch.Rows, row)
	return nil
}

// isBlank reports whether no cell of a record has anything in it.
func (r *rower) isBlank(record []byte) bool {
	for _, c := range record {
		if c != r.dialect.comma && c != ' ' {
			return !anyCell(r.all(record))
		}
	}
	return true
}

// isHeader reports whether a record repeats the header, and counts it.
func (r *rower) isHeader(line int, record []byte) bool {
	same := sameCells(r.all(record), r.wanted.Header)
	if same {
		r.batch.Again.Add(line)
	}
	return same
}

// isSurplus reports whether of so many cells one beyond the header's width has
// anything in it.
func (r *rower) isSurplus(record []byte, n int) bool {
	line := trimEnd(bytes.TrimSuffix(record, []byte{'\n'}))
	for len(line) > 0 && line[len(line)-1] == r.dialect.comma {
		line = line[:len(line)-1]
		n-- // the last is empty
	}
	width := len(r.wanted.Header)
	return n > width && anyCell(r.all(record)[width:])
}

func anyCell(cells [][]byte) bool {
	return slices.ContainsFunc(cells, func(c []byte) bool { return len(TrimCell(c)) > 0 })
}

// all are all cells of a record, which is whole, until the next call.
func (r *rower) all(record []byte) [][]byte {
	s := &r.again
	*s = splitter{comma: r.dialect.comma, eol: '\n', text: r.piece.code, page: r.page, err: io.EOF, buf: append(s.buf[:0], record...), record: s.record, ends: s.ends, fields: s.fields}
	// What was taken from its end is put back, for a carriage return before it.
	s.buf = append(s.buf, "\r\n"...)
	s.end = len(s.buf)
	_, cells, err := s.next()
	if err != nil { // it is whole, and in its encoding: this does not come
		return nil
	}
	return cells
}
