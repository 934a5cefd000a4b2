package flows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// documentReader goes through a document once, from its beginning to its end. It
// stands at a character of a line; next takes it to the next line that holds
// something.
type documentReader struct {
	file         string
	text         string
	at           int // in bytes
	line, column int
	indent       int  // of the line, or of what stands behind a dash; -1 at the end
	fresh        bool // the line is only begun
	tabbed       bool // its indent holds a tab, which a fault was told of
	begun        bool // the document
	floor        int  // a text or brackets that go on in further lines are indented more
	brackets     int  // that are open
	depth        int
	sequences    int // that are open, brackets apart
	form         Form
	beyond       bool // the form's bounds: nothing is read any more
	faults       Faults
	traps        Faults
}

func (r *documentReader) place() FilePlace { return FilePlace{r.file, r.line, r.column} }

func (r *documentReader) fault(at FilePlace, code string, args ...any) {
	if r.beyond {
		return
	}
	if r.faults = append(r.faults, at.fault(code, args...)); len(r.faults) >= maxFaults {
		r.stop()
	}
}

// stop reads no more of the document.
func (r *documentReader) stop() { r.beyond, r.at, r.indent = true, len(r.text), -1 }

func (r *documentReader) trap(at FilePlace, code string, args ...any) {
	if len(r.traps) < maxFaults {
		r.traps = append(r.traps, at.fault(code, args...))
	}
}

// end tells of a bound that the document is beyond.
func (r *documentReader) end(at FilePlace, code string, args ...any) {
	r.fault(at, code, args...)
	r.stop()
}

// deeper begins a mapping or a sequence, and higher ends it.
func (r *documentReader) deeper(e *Element) {
	r.depth++
	if r.depth > r.form.Depth {
		r.end(e.FilePlace, "lint.yaml_deep", "limit", r.form.Depth)
	}
}

func (r *documentReader) higher() { r.depth-- }

// count holds the bound of a sequence that has one part more.
func (r *documentReader) count(s *Element) {
	if len(s.Parts) > r.form.Parts {
		r.end(s.Parts[r.form.Parts].FilePlace, "lint.yaml_parts", "limit", r.form.Parts)
	}
}

// peek is the character that the reader stands at, if it is ASCII; '\n' at the
// end.
func (r *documentReader) peek() byte { return r.ahead(0) }

func (r *documentReader) ahead(n int) byte {
	if r.at+n >= len(r.text) {
		return '\n'
	}
	return r.text[r.at+n]
}

// rest is what is left of the line.
func (r *documentReader) rest() string {
	line, _, _ := strings.Cut(r.text[r.at:], "\n")
	return line
}

// advance goes on by n bytes of the line.
func (r *documentReader) advance(n int) {
	n = min(n, len(r.text)-r.at)
	r.column += utf8.RuneCountInString(r.text[r.at : r.at+n])
	r.at += n
	r.fresh = r.fresh && n == 0
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// ends reports whether a byte ends a word: a blank, or the end of the line.
func ends(c byte) bool { return isBlank(c) || c == '\n' }

func (r *documentReader) skipBlanks() {
	n := 0
	for isBlank(r.ahead(n)) {
		n++
	}
	r.advance(n)
}

// next goes to the next line that holds something, and takes its indent.
func (r *documentReader) next() {
	for r.indent = -1; r.at < len(r.text); {
		if r.column > 1 || r.fresh {
			r.advance(len(r.rest()))
			if r.at < len(r.text) {
				r.at, r.line, r.column = r.at+1, r.line+1, 1
			}
		}
		start := r.place()
		r.margin()
		switch c := r.peek(); {
		case c == '\n', c == '#':
			r.fresh = true // of an empty line: go on behind it
		case start.Column == r.column && r.marker():
			r.fresh = true
		default:
			r.begun, r.fresh = true, true
			return
		}
		r.indent = -1
	}
}

// margin takes the indent of a line: blanks. Whatever else looks like them is
// told of, where indents count.
func (r *documentReader) margin() {
	r.indent, r.tabbed = 0, false
	var odd FilePlace
	for ; ; r.indent++ {
		c, n := utf8.DecodeRuneInString(r.text[r.at:])
		if n == 0 || c == '\n' || !unicode.IsSpace(c) {
			break
		}
		if c == '\t' {
			r.indent |= 7 // as it is shown
		}
		if c != ' ' && !r.tabbed {
			odd, r.tabbed = r.place(), true
		}
		r.advance(n)
	}
	if c := r.peek(); r.tabbed && r.brackets == 0 && c != '\n' && c != '#' {
		r.fault(odd, "lint.yaml_tab")
	}
}

// marker takes a line that begins a document, ends it, or says something about
// it.
func (r *documentReader) marker() bool {
	line := strings.TrimRight(r.rest(), " \t")
	switch {
	case strings.HasPrefix(line, "%") && !r.begun:
		r.fault(r.place(), "lint.yaml_directive")
		return true
	case line != "---" && line != "..." && !strings.HasPrefix(line, "--- #"):
		return false
	}
	if r.begun { // what comes behind it is another document
		r.begun, r.fresh = false, true
		r.next()
		if r.indent >= 0 {
			r.fault(r.place(), "lint.yaml_second")
		}
		r.at = len(r.text)
	}
	return true
}

// endLine leaves a line behind its value. It gives back what stands there and is
// no comment.
func (r *documentReader) endLine() string {
	if r.fresh {
		return "" // the value's end was found in the line below
	}
	extra := r.rest()
	r.next()
	if behind := strings.TrimLeft(extra, " \t"); behind == "" || behind[0] == '#' && behind != extra {
		return ""
	}
	return extra
}

// skipLines leaves the line, and those below it that are indented more than n.
func (r *documentReader) skipLines(n int) (skipped string) {
	start := r.at
	for r.next(); r.indent > n; {
		r.next()
	}
	return r.text[start:r.at]
}
