package register

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

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
