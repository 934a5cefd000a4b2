package flows

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// value reads what stands in the rest of the line, and goes on in lines that are
// indented more than outer.
func (r *documentReader) value(outer int) *Element {
	r.floor = outer
	e, start := &Element{FilePlace: r.place()}, r.at
	switch c, code := r.peek(), reservedSign(r.rest()); {
	case c == '"', c == '\'':
		e = r.quotedText()
	case c == '[', c == '{' && r.ahead(1) != '{':
		e = r.collection()
	case (c == '|' || c == '>') && textHeader()(r.rest()):
		return r.blockText(e, outer)
	case code != "":
		return r.unquoted(e, code)
	default:
		return r.plainText(e)
	}
	value, at := r.text[start:r.at], r.place()
	if extra := r.endLine(); extra != "" && !e.broken {
		e.broken = true
		r.more(e, at, value, extra)
	}
	return e
}

// more tells of what stands behind the end of quotes or brackets.
func (r *documentReader) more(e *Element, at FilePlace, value, extra string) {
	whole := strings.TrimRight(value+extra, " \t")
	switch {
	case e.Shape == Scalar:
		r.fault(e.FilePlace, "lint.yaml_quotes", "text", quoteAgain(whole))
	case strings.Trim(extra, "]} \t") == "":
		at.Column += utf8.RuneCountInString(extra) - utf8.RuneCountInString(strings.TrimLeft(extra, " \t"))
		r.fault(at, "lint.no_begin", "close", strings.TrimSpace(extra)[:1])
	default:
		r.fault(e.FilePlace, "lint.yaml_begins", "text", quote(whole))
	}
}

// reservedSign is the fault of a text whose first sign means something else; ""
// where it does not.
func reservedSign(text string) string {
	if text == "" {
		return ""
	}
	switch text[0] {
	case '&':
		return "lint.yaml_anchor"
	case '*':
		return "lint.yaml_alias"
	case '!':
		return "lint.yaml_tag"
	case '-', '?', ':':
		if len(text) > 1 && !ends(text[1]) {
			return ""
		}
		return "lint.yaml_begins"
	case '@', '`', '%', '|', '>', ',', ']', '}', '[', '{':
		return "lint.yaml_begins"
	}
	return ""
}

// unquoted takes the rest of the line for the text that was meant.
func (r *documentReader) unquoted(e *Element, code string) *Element {
	e.Text, e.broken = strings.TrimRight(r.rest(), " \t"), true
	r.fault(e.FilePlace, code, "text", quote(e.Text))
	for r.next(); r.indent > r.floor && !r.dash() && r.colon() < 0; {
		r.next()
	}
	return e
}

// textEnd is where a text ends that has no quotes around it, and whether a
// comment follows.
func textEnd(line string) (end int, comment bool) {
	end = len(line)
	for i := 1; i < len(line); i++ {
		if line[i] == '#' && isBlank(line[i-1]) {
			end, comment = i, true
			break
		}
	}
	return len(strings.TrimRight(line[:end], " \t")), comment
}

// plainText reads a text without quotes.
func (r *documentReader) plainText(e *Element) *Element {
	var lines folded
	for cut := false; ; {
		line := r.rest()
		end, comment := textEnd(line)
		lines.add(line[:end])
		cut = comment
		switch {
		case colonIn(line[:end]) >= 0:
			r.fault(r.place(), "lint.yaml_colon_text", "text", quote(strings.TrimRight(line, " \t")))
			e.broken = true
		case comment:
			r.comment(r.place(), line, end)
		case end < len(line):
			r.trap(r.place(), "lint.yaml_trailing")
		}
		above := r.line
		if r.next(); cut || r.indent <= r.floor || r.dash() || r.colon() >= 0 {
			break
		}
		lines.breaks(r.line - above)
	}
	if e.Text = lines.String(); lines.n > 1 {
		r.trap(e.FilePlace, "lint.yaml_folded")
	}
	e.exact = lines.n == 1
	return e
}

// comment tells of a text that is cut by what looks like a comment: a word may
// have one.
func (r *documentReader) comment(at FilePlace, line string, end int) {
	behind := strings.TrimLeft(line[end:], " \t")
	if strings.ContainsAny(line[:end], " \t") || len(behind) > 1 && !ends(behind[1]) && behind[1] != '#' {
		r.trap(at, "lint.yaml_cut", "text", quote(strings.TrimRight(line, " \t")))
	}
}

// folded is a text of several lines that is one: a line break is a blank, an
// empty line a line break.
type folded struct {
	first string // what was added first, while it is all there is
	text  []byte // all of it, once there is more
	kept  int    // what is no blank, or was written as an escape
	joins bool   // the next line break is none
	n     int    // lines
}

func (f *folded) add(s string) {
	if f.n++; f.n == 1 && f.text == nil {
		f.first = s
		return
	}
	f.spill()
	f.text = append(f.text, s...)
}

// spill makes room for more than what was added first.
func (f *folded) spill() {
	if f.text == nil {
		f.text = append(make([]byte, 0, 4*len(f.first)+64), f.first...)
	}
}

// keep has the blanks so far stay, though a line ends here.
func (f *folded) keep() {
	f.spill()
	f.kept = len(f.text)
}

func (f *folded) String() string {
	if f.text == nil {
		return f.first
	}
	return string(f.text)
}

// breaks ends a line, n lines before the next that holds something.
func (f *folded) breaks(n int) {
	f.spill()
	for len(f.text) > f.kept && isBlank(f.text[len(f.text)-1]) {
		f.text = f.text[:len(f.text)-1]
	}
	if n == 1 && !f.joins {
		f.text = append(f.text, ' ')
	}
	f.joins = false
	for ; n > 1; n-- {
		f.text = append(f.text, '\n')
	}
	f.kept = len(f.text)
}

// textHeader is the | or > above a text.
var textHeader = sync.OnceValue(func() func(string) bool {
	return regexp.MustCompile(`^[|>]([+-]?[1-9]?|[1-9][+-])[ \t]*([ \t]#.*)?$`).MatchString
})

// blockText reads the lines below a | or a >.
func (r *documentReader) blockText(e *Element, outer int) *Element {
	header, _, _ := strings.Cut(r.rest(), "#")
	own := -1 // the indent of the text, from its first line
	if i := strings.IndexAny(header, "123456789"); i > 0 {
		own = max(outer, 0) + int(header[i]-'0')
	}
	if strings.Contains(header, "+") {
		r.trap(e.FilePlace, "lint.yaml_keep")
	}
	strip := strings.Contains(header, "-")
	var lines []string
	for r.newLine() {
		line, ok := r.textLine(outer, &own)
		if !ok {
			break
		}
		if lines = append(lines, line); line != "" && r.at+len(r.rest()) == len(r.text) {
			strip = true // nothing ends this line
		}
	}
	e.quoted = true
	if own < 0 {
		e.broken = true
		r.fault(e.FilePlace, "lint.yaml_below", "column", max(outer, 0)+3)
	}
	e.Text = blockLines(lines, header[0] == '>', strip, strings.Contains(header, "+"))
	r.next()
	return e
}

// newLine goes to the beginning of the next line, whatever it holds; false at
// the end.
func (r *documentReader) newLine() bool {
	r.advance(len(r.rest()))
	if r.at >= len(r.text) {
		return false
	}
	r.at, r.line, r.column = r.at+1, r.line+1, 1
	return r.at < len(r.text)
}

// textLine is a line of a text that is indented more than outer; false where the
// text has ended.
func (r *documentReader) textLine(outer int, own *int) (string, bool) {
	line := r.rest()
	content := strings.TrimLeft(line, " \t")
	blanks := line[:len(line)-len(content)]
	width := len(blanks)
	if tab := strings.IndexByte(blanks, '\t'); tab >= 0 {
		width = tab | 7 + len(blanks) - tab
	}
	switch {
	case content == "":
		return "", true
	case width <= outer:
		return "", false
	case *own < 0:
		*own = width
	}
	if tab := strings.IndexByte(blanks, '\t'); tab >= 0 && tab < *own {
		r.fault(FilePlace{r.file, r.line, tab + 1}, "lint.yaml_tab")
		return content, true
	}
	if width < *own {
		r.fault(FilePlace{r.file, r.line, width + 1}, "lint.yaml_left", "column", *own+1)
		return content, true
	}
	return line[*own:], true
}

// blockLines makes a text of its lines.
func blockLines(lines []string, fold, strip, keep bool) string {
	var b strings.Builder
	above, empty := "", 0
	for _, line := range lines {
		if line == "" {
			empty++
			continue
		}
		switch folds := fold && above != "" && !isBlank(above[0]) && !isBlank(line[0]); {
		case folds && empty == 0:
			b.WriteByte(' ')
		case folds || above == "":
			b.WriteString(strings.Repeat("\n", empty))
		default:
			b.WriteString(strings.Repeat("\n", empty+1))
		}
		b.WriteString(line)
		above, empty = line, 0
	}
	if !strip && above != "" {
		b.WriteByte('\n')
	}
	if keep {
		b.WriteString(strings.Repeat("\n", empty))
	}
	return b.String()
}
