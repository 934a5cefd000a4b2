package register

import (
	"bytes"
	"errors"
	"io"
)

// quoted splits a record in which there are quotes; it may go over several
// lines.
func (s *splitter) quoted(text []byte) ([][]byte, error) {
	s.unquoted, s.ends = s.unquoted[:0], s.ends[:0]
	for more := true; more; {
		var err error
		if len(text) > 0 && text[0] == '"' {
			text, more, err = s.quotedField(text[1:])
		} else {
			text, more = s.bareField(text)
		}
		if err != nil {
			return nil, err
		}
		size := len(s.unquoted)
		if n := len(s.ends); n > 0 {
			size -= s.ends[n-1]
		}
		s.ends = append(s.ends, len(s.unquoted))
		if err := s.limits(s.line, len(s.ends), size); err != nil {
			return nil, err
		}
	}
	s.fields = s.fields[:0]
	from := 0
	for _, to := range s.ends {
		s.fields = append(s.fields, s.unquoted[from:to])
		from = to
	}
	return s.fields, nil
}

// bareField takes a field that no quote opens; one inside it is a letter.
func (s *splitter) bareField(text []byte) (rest []byte, more bool) {
	field := text
	i := bytes.IndexByte(text, s.comma)
	if i >= 0 {
		field, rest = text[:i], text[i+1:]
	}
	s.lazy = s.lazy || bytes.IndexByte(field, '"') >= 0 && !isTextFormula(field)
	s.unquoted = append(s.unquoted, field...)
	return rest, i >= 0
}

// quotedField takes a field whose quote was just opened.
func (s *splitter) quotedField(text []byte) (rest []byte, more bool, err error) {
	opened, column, begin := s.line, len(s.ends)+1, len(s.unquoted)
	for {
		i := bytes.IndexByte(text, '"')
		if i < 0 {
			s.unquoted = append(append(s.unquoted, text...), '\n')
			if len(s.unquoted)-begin > MaxField {
				return nil, false, unreadable(opened, column, "register.quote_long", "most", MaxField>>20)
			}
			if text, err = s.readLine(); errors.Is(err, io.EOF) {
				return nil, false, unreadable(opened, column, "register.quote_open")
			} else if err != nil {
				return nil, false, err
			}
			continue
		}
		s.unquoted = append(s.unquoted, text[:i]...)
		text = text[i+1:]
		switch {
		case len(text) == 0:
			return nil, false, nil
		case text[0] == s.comma:
			return text[1:], true, nil
		case text[0] == '"':
			s.unquoted = append(s.unquoted, '"')
			text = text[1:]
		default: // a quote inside, not doubled
			s.unquoted = append(s.unquoted, '"')
			s.lazy = true
		}
	}
}
