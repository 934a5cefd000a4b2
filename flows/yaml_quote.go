package flows

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// quotedText reads a text in quotes. One whose end is missing ends with its
// line.
func (r *documentReader) quotedText() *Element {
	e := &Element{FilePlace: r.place(), quoted: true, exact: true, skip: 1}
	begin, quote := *r, r.peek()
	r.advance(1)
	var text folded
	for {
		switch c := r.ahead(0); {
		case c == quote && quote == '\'' && r.ahead(1) == quote:
			text.add("'")
			r.advance(2)
			e.exact = false
		case c == quote:
			r.advance(1)
			e.Text = text.String()
			return e
		case c == '\\' && quote == '"':
			r.escape(&text)
			e.exact = false
		case c == '\n':
			n := r.belowQuote()
			if n == 0 {
				return r.unended(e, begin)
			}
			text.breaks(n)
			e.exact = false
		default:
			n := 1
			for c := r.ahead(n); c != quote && c != '\\' && c != '\n'; c = r.ahead(n) {
				n++
			}
			text.add(r.text[r.at : r.at+n])
			r.advance(n)
		}
	}
}

// belowQuote goes to the next line that a text in quotes goes on in, and says
// how many lines below it is; 0 where the text does not go on.
func (r *documentReader) belowQuote() int {
	above := r.line
	for r.newLine() {
		blanks := len(r.rest()) - len(strings.TrimLeft(r.rest(), " \t"))
		if blanks == len(r.rest()) {
			continue
		}
		if blanks <= r.floor {
			break
		}
		r.advance(blanks)
		return r.line - above
	}
	return 0
}

// unended ends a text in quotes with its line: its own end is missing.
func (r *documentReader) unended(e *Element, begin documentReader) *Element {
	r.at, r.line, r.column = begin.at, begin.line, begin.column
	line := r.rest()
	e.Text, e.broken = strings.TrimRight(line[1:], " \t"), true
	r.advance(len(line))
	r.fault(e.FilePlace, "lint.no_end", "open", line[:1], "close", line[:1])
	return e
}

// escapes are what stands behind a \ in double quotes.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b",
	' ': " ", '"': `"`, '/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// escape reads a \ with what it stands for.
func (r *documentReader) escape(text *folded) {
	at, sign := r.place(), r.ahead(1)
	if sign == '\n' { // the line goes on in the next, without a blank
		text.keep()
		text.joins = true
		r.advance(1)
		return
	}
	if means, known := escapes[sign]; known {
		text.add(means)
		r.advance(2)
	} else if c, n := codePoint(r.text[r.at+1 : min(len(r.text), r.at+12)]); n > 0 {
		text.add(string(c))
		r.advance(n + 1)
	} else {
		r.fault(at, "lint.yaml_escape")
		text.add(`\`)
		r.advance(1)
	}
	text.keep()
}

// hexDigits is how many digits the number of a character has behind its \.
var hexDigits = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// codePoint reads the number of a character behind its \, and says how long it
// is: 0 where there is none. Two surrogates, as JSON has them, are one.
func codePoint(s string) (c rune, n int) {
	n = 1 + hexDigits[s[0]]
	if n == 1 || len(s) < n {
		return 0, 0
	}
	c, ok := hexadecimal(s[1:n])
	if ok && utf8.ValidRune(c) {
		return c, n
	}
	if utf16.IsSurrogate(c) && len(s) > 10 && s[5:7] == `\u` {
		second, ok := hexadecimal(s[7:11])
		if c = utf16.DecodeRune(c, second); ok && c != utf8.RuneError {
			return c, 11
		}
	}
	return 0, 0
}

// hexadecimal is the character of a number.
func hexadecimal(digits string) (rune, bool) {
	n, err := strconv.ParseInt(digits, 16, 32)
	return rune(n), err == nil && n >= 0 && digits[0] != '+'
}

// closing is where a text in quotes at the beginning of a line has ended; the
// line's length where it does not end.
func closing(line string) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && line[0] == '"':
			i++
		case line[i] != line[0]:
		case line[0] == '\'' && i+1 < len(line) && line[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return len(line)
}

// quote writes a text in the quotes that change nothing in it.
func quote(text string) string {
	switch {
	case !strings.ContainsAny(text, `"\`):
		return `"` + text + `"`
	case !strings.Contains(text, "'"):
		return "'" + text + "'"
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// quoteAgain writes a text that stands in quotes with more of them inside, or
// only begins with one that is its own.
func quoteAgain(text string) string {
	inner, ended := strings.CutSuffix(text[1:], text[:1])
	before, after, found := strings.Cut(inner, text[:1])
	next, _ := utf8.DecodeRuneInString(after)
	if ended && found && (strings.HasSuffix(before, " ") || unicode.IsLetter(next)) {
		return quote(inner)
	}
	return quote(text)
}
