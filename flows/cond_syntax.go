package flows

import (
	"strings"
	"unicode"
)

// signs are what stands between the parts of a condition, the longer before
// those that they begin with; write is what is to be written instead, "" where
// the sign is one.
var signs = []struct{ sign, write string }{
	{"===", "=="},
	{"!==", "!="},
	{"==", ""},
	{"!=", ""},
	{"<=", ""},
	{">=", ""},
	{"&&", ""},
	{"||", ""},
	{"=>", ">="},
	{"=<", "<="},
	{"=!", "!="},
	{"<>", "!="},
	{"=", "=="},
	{"&", "&&"},
	{"|", "||"},
	{"≠", "!="},
	{"≤", "<="},
	{"≥", ">="},
	{"“", `"`},
	{"”", `"`},
	{"„", `"`},
	{"«", `"`},
	{"»", `"`},
	{"‘", `"`},
	{"’", `"`},
	{";", "&&"},
}

// signWords are words that people write for a sign.
var signWords = map[string]string{
	"AND": "&&", "And": "&&", "OR": "||", "Or": "||", "NOT": "!", "Not": "!", "is": "==", "equals": "==", "IN": "in",
}

// misread says what is wrong with a condition that cannot be parsed, from a
// character on: all signs that mean nothing here, or else what has no end.
func misread(source string, at int) *misfit {
	s := signReader{text: []rune(source)}
	for s.at < len(s.text) {
		s.next()
	}
	switch {
	case s.wrong != nil:
		return s.wrong
	case s.quote != nil:
		return s.quote
	case len(s.open) > 0:
		last := s.open[len(s.open)-1]
		return &misfit{at: last, what: Msg("lint.no_end", "open", string(s.text[last]), "close", string(closes[s.text[last]]))}
	case strings.TrimRight(source, " =!<>&|,+-") != strings.TrimRight(source, " "), strings.TrimSpace(string(s.text[min(at, len(s.text)):])) == "":
		return &misfit{at: len([]rune(strings.TrimRight(source, " "))), what: Msg("lint.cond_incomplete")}
	}
	return &misfit{at: at, what: Msg("lint.cond_syntax", "text", Short(string(s.text[at:])))}
}

var closes = map[rune]rune{'(': ')', '[': ']', '{': '}'}

// signReader goes through a condition and looks for what is wrong with its
// signs.
type signReader struct {
	text  []rune
	at    int
	open  []int // brackets
	wrong *misfit
	quote *misfit // the text that has no end
}

func (s *signReader) next() {
	switch c := s.text[s.at]; {
	case c == '"' || c == '\'' || c == '`':
		s.skipText(c)
	case unicode.IsLetter(c):
		begin := s.at
		for s.at < len(s.text) && (unicode.IsLetter(s.text[s.at]) || unicode.IsDigit(s.text[s.at]) || s.text[s.at] == '_') {
			s.at++
		}
		word := string(s.text[begin:s.at])
		s.note(begin, word, signWords[word])
	case closes[c] != 0:
		s.open = append(s.open, s.at)
		s.at++
	case c == ')' || c == ']' || c == '}':
		if len(s.open) == 0 {
			s.add(&misfit{at: s.at, what: Msg("lint.no_begin", "close", string(c))})
		} else {
			s.open = s.open[:len(s.open)-1]
		}
		s.at++
	default:
		s.sign()
	}
}

// skipText goes behind a text in quotes.
func (s *signReader) skipText(quote rune) {
	begin := s.at
	for s.at++; s.at < len(s.text) && s.text[s.at] != quote; s.at++ {
		if s.text[s.at] == '\\' && quote != '`' {
			s.at++
		}
	}
	if s.at >= len(s.text) {
		s.quote = &misfit{at: begin, what: Msg("lint.no_end", "open", string(quote), "close", string(quote))}
	}
	s.at++
}

func (s *signReader) sign() {
	rest := string(s.text[s.at:min(len(s.text), s.at+3)])
	for _, known := range signs {
		if strings.HasPrefix(rest, known.sign) {
			s.note(s.at, known.sign, known.write)
			s.at += len([]rune(known.sign))
			return
		}
	}
	s.at++
}

// note tells of a sign that is written otherwise.
func (s *signReader) note(at int, sign, write string) {
	if write != "" {
		s.add(&misfit{at: at, what: Msg("lint.cond_write", "sign", sign, "write", write)})
	}
}

func (s *signReader) add(m *misfit) { s.wrong = s.wrong.with(m) }
