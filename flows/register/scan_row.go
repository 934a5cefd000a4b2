package register

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// plain finds the wanted cells of a line without quotes, and counts its cells.
func (r *rower) plain(line []byte) int {
	comma, at := r.dialect.comma, 0
	for k, c := range r.columns {
		n := c.index - at
		if k == len(r.columns)-1 && n > 1 {
			return at + 1 + r.last(line, c.slot, n)
		}
		if n > 0 {
			rest, left := skipCells(line, comma, n)
			if left > 0 {
				return c.index - left + 1
			}
			line, at = rest, c.index
		}
		if i := bytes.IndexByte(line, comma); i >= 0 {
			r.cells[c.slot] = line[:i]
		} else {
			r.cells[c.slot] = line
			return at + 1
		}
	}
	return at + 1 + bytes.Count(line, []byte{comma})
}

// last finds the last wanted cell, behind so many delimiters, and counts them
// all. It is looked for from where it is nearer.
func (r *rower) last(line []byte, slot, n int) (have int) {
	comma := r.dialect.comma
	have = bytes.Count(line, []byte{comma})
	switch behind := have - n; {
	case behind < 0:
	case behind > 2:
		line, _ = skipCells(line, comma, n)
		r.cells[slot] = line[:bytes.IndexByte(line, comma)]
	default:
		for ; behind > 0; behind-- {
			line = line[:bytes.LastIndexByte(line, comma)]
		}
		r.cells[slot] = line[bytes.LastIndexByte(line, comma)+1:]
	}
	return have
}

// skipCells gives what stands behind so many delimiters; left is how many of them
// are missing. It looks at eight bytes at once: cells are short.
func skipCells(line []byte, comma byte, n int) (rest []byte, left int) {
	const ones, low = 0x0101010101010101, 0x7f7f7f7f7f7f7f7f
	all := uint64(comma) * ones
	i := 0
	for ; i+8 <= len(line); i += 8 {
		x := binary.LittleEndian.Uint64(line[i:]) ^ all
		found := ^((x&low + low) | x | low) // the high bit of every byte that is a delimiter
		have := bits.OnesCount64(found)
		if have < n {
			n -= have
			continue
		}
		for ; n > 1; n-- {
			found &= found - 1
		}
		return line[i+bits.TrailingZeros64(found)/8+1:], 0
	}
	for ; i < len(line); i++ {
		if line[i] == comma {
			if n--; n == 0 {
				return line[i+1:], 0
			}
		}
	}
	return nil, n
}

// quoted finds the wanted cells of a record with quotes.
func (r *rower) quoted(b []byte) (n int, odd bool) {
	b = trimEnd(b[:len(b)-1])
	r.own = r.own[:0]
	for more, k := true, 0; more; n++ {
		var cell []byte
		if len(b) > 0 && b[0] == '"' {
			var lazy bool
			cell, b, more, lazy = r.unquote(b[1:])
			odd = odd || lazy
		} else {
			cell, b, more = bytes.Cut(b, []byte{r.dialect.comma})
			odd = odd || bytes.IndexByte(cell, '"') >= 0 && !isGuarded(cell)
		}
		for k < len(r.columns) && r.columns[k].index == n {
			r.cells[r.columns[k].slot] = cell
			k++
		}
	}
	return n, odd
}

// unquote takes a cell whose quote was just opened, out of a record that is
// whole.
func (r *rower) unquote(b []byte) (cell, rest []byte, more, odd bool) {
	begin := len(r.own)
	for {
		i := bytes.IndexByte(b, '"')
		if i < 0 { // it is whole: this does not come
			return b, nil, false, true
		}
		r.own = appendLines(r.own, b[:i])
		b = b[i+1:]
		switch {
		case len(b) == 0:
			return r.own[begin:len(r.own):len(r.own)], nil, false, odd
		case b[0] == r.dialect.comma:
			return r.own[begin:len(r.own):len(r.own)], b[1:], true, odd
		case b[0] == '"':
			r.own = append(r.own, '"')
			b = b[1:]
		default:
			r.own = append(r.own, '"')
			odd = true
		}
	}
}

// appendLines appends a text, its line ends as single line feeds.
func appendLines(to, b []byte) []byte {
	for {
		i := bytes.Index(b, []byte("\r\n"))
		if i < 0 {
			return append(to, b...)
		}
		to = append(append(to, b[:i]...), '\n')
		b = b[i+2:]
	}
}

// IsBlank reports whether a character is nothing to see at the end of a value:
// the blanks of Unicode, and those without width (byte order mark, joiners).
func IsBlank(c rune) bool {
	switch c {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(c)
}

// TrimCell takes the blanks from both ends.
func TrimCell(b []byte) []byte {
	if len(b) == 0 || isPlain(b[0]) && isPlain(b[len(b)-1]) {
		return b
	}
	return bytes.TrimFunc(b, IsBlank)
}

// IsBlankRow reports whether no cell has anything in it to see.
func IsBlankRow(cells []string) bool {
	for _, c := range cells {
		if strings.TrimFunc(c, IsBlank) != "" {
			return false
		}
	}
	return true
}

func isPlain(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
