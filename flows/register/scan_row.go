package register

import (
	"bytes"
	"io"
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
}

func (r *rower) run() error {
	r.text = make([]byte, 0, len(r.piece.text)/2)
	r.batch.Rows = make([]ScanRow, 0, len(r.piece.text)/100+1)
	b, line := r.piece.text, r.piece.line
	for i := 0; i < len(b); {
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
		if r.piece.high && r.piece.code == windowsCode && !isASCII(c) {
			c = fromWindows(c)
		}
		c = TrimCell(c)
		r.text = append(r.text, c...)
		row.Len[k] = uint32(len(c)) //nolint:gosec // at most MaxField
		empty = empty && len(c) == 0
		header = header && string(c) == r.wanted.Header[k]
	}
	if (empty || header) && r.drop(record) {
		r.text = r.text[:at]
		return nil
	}
	if odd {
		r.batch.Odd.add(line)
	}
	switch {
	case n < r.wanted.Width:
		r.batch.Ragged.add(line)
	case n > r.wanted.Width:
		r.batch.Surplus.add(line)
	}
	r.batch.Rows = append(r.batch.Rows, row)
	return nil
}

// drop asks about a row that says nothing, or what the header says.
func (r *rower) drop(record []byte) bool {
	// What was taken from its end is put back, for a carriage return before it.
	s := newSplitter(io.MultiReader(bytes.NewReader(record), strings.NewReader("\r\n")), r.dialect.comma, '\n', r.piece.code)
	rec, err := s.record1()
	return err == nil && r.wanted.Drop(rec.Cells)
}

// plain finds the wanted cells of a line without quotes, and counts its cells.
func (r *rower) plain(line []byte) int {
	comma, at := r.dialect.comma, 0
	for _, c := range r.columns {
		for at < c.index {
			i := bytes.IndexByte(line, comma)
			if i < 0 {
				return at + 1
			}
			line = line[i+1:]
			at++
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
			odd = odd || bytes.IndexByte(cell, '"') >= 0
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

func isPlain(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
