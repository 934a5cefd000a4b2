package register

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"unicode/utf8"
)

// cut reads the file and cuts it into pieces that end with a record.
func (s *scan) cut(r *stream) {
	defer close(s.order)
	defer close(s.work)
	var rest []byte
	line, skip := 1, s.wanted.After
	if s.dialect.sep {
		skip++ // the line that names the delimiter
	}
	mark := s.dialect.bom
	for last := false; !last; {
		text, err := s.fill(r, rest)
		last = errors.Is(err, io.EOF)
		if err != nil && !last {
			s.err = err
			return
		}
		text, mark = text[mark:], 0
		end, quote := s.complete(text)
		if last && end < len(text) {
			text = append(text, '\n')
			end, quote = s.complete(text)
		}
		if last && end < len(text) || len(text)-end > MaxField {
			s.err = ErrIrregular // a quote that does not close, a very long record
			return
		}
		rest = append(s.buffer(), text[end:]...)
		lead := s.lead(text[:end], &skip)
		line += bytes.Count(text[:lead], []byte{'\n'})
		high, uncommon, ok := s.look(text[:end])
		if !ok {
			s.err = ErrIrregular
			return
		}
		p := &piece{text: text[lead:end], line: line, quote: quote, high: high, uncommon: uncommon, code: s.code, done: make(chan struct{})}
		line += bytes.Count(p.text, []byte{'\n'})
		if !s.send(p) {
			return
		}
	}
	s.sum = r.digest()
}

// lead is where the records begin behind so many, of a text of whole ones.
func (s *scan) lead(text []byte, skip *int) int {
	at := 0
	for *skip > 0 && at < len(text) {
		end := at + bytes.IndexByte(text[at:], '\n') + 1
		line := trimEnd(trimMark(text[at : end-1]))
		if bytes.IndexByte(line, '"') >= 0 {
			end = recordEnd(text, at, s.dialect.comma)
		}
		if at = end; len(line) > 0 {
			*skip--
		}
	}
	return at
}

// fill reads a chunk behind what is left of the one before.
func (s *scan) fill(r io.Reader, rest []byte) ([]byte, error) {
	have := len(rest)
	if cap(rest) < have+s.chunk+1 {
		rest = append(make([]byte, 0, have+s.chunk+1), rest...)
	}
	n, err := io.ReadFull(r, rest[have:have+s.chunk])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return rest[:have+n], err
}

// buffer is one that is not in use any more, or a new one.
func (s *scan) buffer() []byte {
	select {
	case b := <-s.free:
		return b
	default:
		return make([]byte, 0, s.chunk+s.chunk/8)
	}
}

// send hands a piece to whoever splits it.
func (s *scan) send(p *piece) bool {
	for _, to := range []chan *piece{s.order, s.work} {
		select {
		case to <- p:
		case <-s.ctx.Done():
			s.err = s.ctx.Err()
			return false
		}
	}
	return true
}

// look looks at bytes: whether some are beyond ASCII, whether some of those are no
// letters that are everywhere, and whether all are letters of the encoding.
func (s *scan) look(text []byte) (high, uncommon, ok bool) {
	if bytes.IndexByte(text, 0) >= 0 {
		return false, false, false
	}
	if high = !isASCII(text); !high || s.code == pageCode {
		return high, high, true
	}
	valid, uncommon := lookUTF8(text)
	switch {
	case valid:
		s.code = utf8Code
	case s.code == guessCode && s.isWindows(text):
		s.code = pageCode
	default:
		return high, true, false
	}
	return high, uncommon, true
}

// isUTF8 is utf8.Valid, for text of which most is ASCII.
func isUTF8(b []byte) bool {
	valid, _ := lookUTF8(b)
	return valid
}

// lookUTF8 reports whether a text is UTF-8, and HasUncommon; what is none has.
func lookUTF8(b []byte) (valid, uncommon bool) {
	letters := common()
	for len(b) > 0 {
		if len(b) >= 8 {
			high := binary.LittleEndian.Uint64(b) & 0x8080808080808080
			if high == 0 {
				b = b[8:]
				continue
			}
			b = b[bits.TrailingZeros64(high)/8:]
		}
		if len(b) > 1 && b[0] == 0xc3 && b[1]&0xc0 == 0x80 && letters>>(b[1]&0x3f)&1 != 0 {
			b = b[2:]
			continue
		}
		c, n := utf8.DecodeRune(b)
		if c == utf8.RuneError && n == 1 {
			return false, true
		}
		uncommon = uncommon || c >= utf8.RuneSelf
		b = b[n:]
	}
	return true, uncommon
}

// isWindows reports whether the first cell beyond ASCII, of a text of whole
// records, is none of UTF-8.
func (s *scan) isWindows(text []byte) bool {
	r := newSplitter(bytes.NewReader(text), s.dialect.comma, '\n', guessCode)
	for r.text == guessCode {
		if _, _, err := r.next(); err != nil {
			return false
		}
	}
	return r.text == pageCode
}

// complete is where the last record that is whole ends, and whether the text has
// a quote.
func (s *scan) complete(text []byte) (end int, quote bool) {
	for {
		q := bytes.IndexByte(text[end:], '"')
		if q < 0 {
			return end + bytes.LastIndexByte(text[end:], '\n') + 1, quote
		}
		begin := end + bytes.LastIndexByte(text[end:end+q], '\n') + 1
		next := recordEnd(text, begin, s.dialect.comma)
		if quote = true; next < 0 {
			return begin, quote
		}
		end = next
	}
}

// recordEnd is where the record ends that begins at i, its line end included; -1
// where that cannot be seen.
func recordEnd(b []byte, i int, comma byte) int {
	if i < len(b) && b[i] == mark[0] {
		i = len(b) - len(trimMark(b[i:]))
	}
	eol := -1
	for {
		if i < len(b) && b[i] == '"' {
			var more bool
			if i, more = quoteEnd(b, i+1, comma); !more {
				return i
			}
			continue
		}
		if eol < i {
			n := bytes.IndexByte(b[i:], '\n')
			if n < 0 {
				return -1
			}
			eol = i + n
		}
		n := bytes.IndexByte(b[i:eol], comma)
		if n < 0 {
			return eol + 1
		}
		i += n + 1
	}
}

// quoteEnd is where the next field begins after one whose quote was opened
// before i; where it is the last, the end of the record, or -1.
func quoteEnd(b []byte, i int, comma byte) (at int, more bool) {
	for {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 || i+n+1 >= len(b) {
			return -1, false
		}
		i += n + 1
		switch c := b[i]; {
		case c == '"':
			i++
		case c == comma:
			return i + 1, true
		case c == '\n':
			return i + 1, false
		case c == '\r' && i+1 >= len(b):
			return -1, false
		case c == '\r' && b[i+1] == '\n':
			return i + 2, false
		}
	}
}
