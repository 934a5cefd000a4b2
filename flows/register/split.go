package register

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf8"
)

// splitter takes delimited text apart as encoding/csv does with LazyQuotes, its
// oracle in the tests, and beyond that counts lines, holds the limits, and does
// not take a quote that never closes for data. The fields that it gives are
// valid until the next record.
type splitter struct {
	r     io.Reader
	err   error // of r, once it has ended
	buf   []byte
	at    int // where the next line begins
	end   int // of what is in buf
	comma byte
	eol   byte // '\n', or '\r' where a file has only those
	text  code // how bytes are letters
	page  func([]byte) []byte

	line     int    // number of the line that was read last
	unquoted []byte // a record with quotes, without them
	ends     []int  // of its fields
	fields   [][]byte
	joined   []byte // all fields of the record
	cells    []string
	lazy     bool // the record has a quote where none belongs
	high     bool // the record has bytes beyond ASCII
}

// code is how bytes are letters.
type code int

const (
	utf8Code  code = iota // checked
	guessCode             // UTF-8, or Windows-1252 once a byte says so
	pageCode              // one byte a letter, as decode has them
)

const chunk = 256 << 10

func newSplitter(r io.Reader, comma, eol byte, text code) *splitter {
	return &splitter{r: r, comma: comma, eol: eol, text: text, page: fromWindows, buf: make([]byte, chunk)}
}

// record gives the next record, its cells as parts of one string; the slice of them
// is valid until the next record.
func (s *splitter) record() (Record, error) {
	line, fields, err := s.next()
	if err != nil {
		return Record{}, err
	}
	s.joined, s.cells = s.joined[:0], s.cells[:0]
	for _, f := range fields {
		s.joined = append(s.joined, f...)
	}
	text := string(s.joined)
	for _, f := range fields {
		s.cells, text = append(s.cells, text[:len(f)]), text[len(f):]
	}
	return Record{Row: line, Cells: s.cells, Odd: s.lazy}, nil
}

// next gives the next record and the line on which it begins; io.EOF ends it.
func (s *splitter) next() (line int, fields [][]byte, err error) {
	s.high, s.lazy = false, false
	text, err := s.readLine()
	for err == nil {
		if text = trimMark(text); len(text) > 0 {
			break
		}
		text, err = s.readLine()
	}
	if err != nil {
		return 0, nil, err
	}
	line = s.line
	if bytes.IndexByte(text, '"') < 0 {
		fields, err = s.plain(text)
	} else {
		fields, err = s.quoted(text)
	}
	if err != nil {
		return line, nil, err
	}
	if s.high {
		err = s.letters(line, fields)
	}
	return line, fields, err
}

// readLine gives the next line without its end, and counts it.
func (s *splitter) readLine() ([]byte, error) {
	for from := s.at; ; {
		if i := bytes.IndexByte(s.buf[from:s.end], s.eol); i >= 0 {
			text := s.buf[s.at : from+i]
			s.at = from + i + 1
			return s.lineOf(text)
		}
		seen := s.end - s.at
		switch {
		case s.err == nil:
			s.fill()
			from = s.at + seen
		case !errors.Is(s.err, io.EOF):
			return nil, s.err
		case seen == 0:
			return nil, io.EOF
		default:
			text := s.buf[s.at:s.end]
			s.at = s.end
			return s.lineOf(text)
		}
		if s.end-s.at > MaxRecord {
			s.line++
			return nil, s.overlong(s.buf[s.at:s.end])
		}
	}
}

func (s *splitter) lineOf(text []byte) ([]byte, error) {
	s.line++
	if s.eol == '\n' && len(text) > 0 && text[len(text)-1] == '\r' {
		text = text[:len(text)-1]
	}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return nil, unreadable(s.line, 1+bytes.Count(text[:i], []byte{s.comma}), "register.nul")
	}
	s.high = s.high || !isASCII(text)
	return text, nil
}

// fill reads more; what was not given yet is kept.
func (s *splitter) fill() {
	if s.at > 0 {
		copy(s.buf, s.buf[s.at:s.end])
		s.end -= s.at
		s.at = 0
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	s.err = err
}

// overlong refuses a line that is over the limit.
func (s *splitter) overlong(text []byte) error {
	if _, err := s.plain(text); err != nil {
		return err
	}
	return overLimit(s.line, 0, "register.row_long", "most", MaxRecord>>20)
}

// plain splits a line that has no quotes.
func (s *splitter) plain(text []byte) ([][]byte, error) {
	s.fields = s.fields[:0]
	for {
		i := bytes.IndexByte(text, s.comma)
		field := text
		if i >= 0 {
			field = text[:i]
		}
		s.fields = append(s.fields, field)
		if err := s.limits(s.line, len(s.fields), len(field)); err != nil {
			return nil, err
		}
		if i < 0 {
			return s.fields, nil
		}
		text = text[i+1:]
	}
}

func (s *splitter) limits(line, column, size int) error {
	switch {
	case size > MaxField:
		return overLimit(line, column, "register.field_long", "most", MaxField>>20)
	case column > MaxColumns:
		return overLimit(line, column, "register.columns_many", "most", MaxColumns)
	}
	return nil
}

// letters makes every field UTF-8, or says where that cannot be.
func (s *splitter) letters(line int, fields [][]byte) error {
	for i, f := range fields {
		switch {
		case isASCII(f):
		case s.text == pageCode:
			fields[i] = s.page(f)
		case utf8.Valid(f):
			s.text = utf8Code
		case s.text == guessCode: // only ASCII so far, which is the same in both
			s.text = pageCode
			fields[i] = s.page(f)
		default:
			return unreadable(line, i+1, "register.mixed")
		}
	}
	return nil
}

// mark is the byte order mark in UTF-8. Files that were put together have it
// inside, where it begins a record.
const mark = "\xef\xbb\xbf"

// trimMark takes the mark from the beginning of a record.
func trimMark(line []byte) []byte {
	for len(line) >= len(mark) && line[0] == mark[0] && string(line[:len(mark)]) == mark {
		line = line[len(mark):]
	}
	return line
}

// isASCII looks at eight bytes at once: it is asked of every line.
func isASCII(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
